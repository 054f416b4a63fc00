import type { Transaction } from '../platform/event-store/database.js';
import type { ListProducts, ProductFacets } from './contract.js';
import { Conditions } from './product-conditions.js';
import type { SearchQuery } from './search-query.js';

/** A count stops here, and says so. */
export const COUNTED = 10_000;
const MOST_CATEGORIES = 100;

/** Where price bands begin: `price_band` of the table counts how many of these a price has come to. */
const bounds = Array.from({ length: 13 }, (_, power) =>
  [1, 2, 5].map((step) => step * 10 ** (power + 2)),
).flat();

export const NO_FACETS: ProductFacets = { categories: [], priceBands: [], complete: true };

interface Count {
  readonly category: string | null;
  readonly currency: string | null;
  readonly band: number | null;
  readonly count: number;
  readonly total: number;
}

/** How many of the products that match are of which category, and cost about what. */
export async function countsOf(
  on: Pick<Transaction, 'query'>,
  filter: ListProducts['filter'],
  query?: SearchQuery,
): Promise<ProductFacets> {
  const { sql, params } = counting(filter, query);
  const rows = await on.query<Count>(sql, params);
  const categories = rows.flatMap(({ category, count }) => (category === null ? [] : [{ category, count }]));
  const priceBands = rows.flatMap(({ currency, band, count }) =>
    currency === null ? [] : [{ currency, ...bandOf(band!), count }],
  );
  return {
    categories: categories.slice(0, MOST_CATEGORIES),
    priceBands,
    complete: rows.every(({ total }) => total <= COUNTED),
  };
}

export function counting(filter: ListProducts['filter'], query?: SearchQuery) {
  const where = new Conditions(filter);
  if (query) where.that((value) => `p.search @@ ${value}::tsquery`, query.found);
  const sql = `
    with matching as (
      select p.category, p.currency, p.price_band as band
      from catalog.product_list p where ${where.all} limit ${COUNTED + 1})
    select category, currency, band, count(*), (select count(*) from matching) as total
    from matching group by grouping sets ((category), (currency, band))
    order by category is null, case when category is null then 0 else -count(*) end, category, currency, band`;
  return { sql, params: where.params };
}

const bandOf = (band: number) => ({
  minPrice: bounds[band - 1] ?? 0,
  maxPrice: band < bounds.length ? bounds[band]! - 1 : null,
});
