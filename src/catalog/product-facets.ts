import type { ProductFacets } from './contract.js';
import { Conditions, type Asked, type Filter } from './product-conditions.js';
import type { SearchQuery } from './search-query.js';

/** A count stops here, and says so. */
const COUNTED = 3_000;
const MOST_CATEGORIES = 100;

/** Where price bands begin: `price_band` of the table counts how many of these a price has come to. */
const bounds = Array.from({ length: 13 }, (_, power) =>
  [1, 2, 5].map((step) => step * 10 ** (power + 2)),
).flat();

/** So many are of this category, and cost about the same. */
export interface Alike {
  readonly category: string;
  readonly currency: string;
  readonly band: number;
  readonly many: number;
}

/** Each one that matches, up to one more than are counted. */
export const matching = (where: string): string => `
  (select p.category, p.currency, p.price_band as band from catalog.product_list p where ${where} limit ${COUNTED + 1})`;

/** @param matches rows as those of `matching` */
export const alikeOf = (matches: string): string => `
  select category, currency, band, count(*)::int as many from (select * from (${matches}) matches limit ${COUNTED + 1}) matches
  group by category, currency, band`;

export function counting(filter: Filter, query?: SearchQuery): Asked {
  const where = new Conditions(filter);
  if (query) where.that((value) => `p.search @@ ${value}::tsquery`, query.found);
  return { sql: alikeOf(matching(where.all)), params: where.params };
}

/** How many of the products that match are of which category, and cost about what. */
export function facetsOf(alike: readonly Alike[]): ProductFacets {
  const categories = new Map<string, number>();
  const bands = new Map<string, Alike>();
  for (const some of alike) {
    const { category, currency, band, many } = some;
    categories.set(category, (categories.get(category) ?? 0) + many);
    const key = `${currency} ${band}`;
    bands.set(key, { ...some, many: (bands.get(key)?.many ?? 0) + many });
  }
  const total = alike.reduce((sum, { many }) => sum + many, 0);
  return {
    categories: [...categories]
      .map(([category, count]) => ({ category, count }))
      .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1))
      .slice(0, MOST_CATEGORIES),
    priceBands: [...bands.values()]
      .sort((a, b) => (a.currency === b.currency ? a.band - b.band : a.currency < b.currency ? -1 : 1))
      .map(({ currency, band, many }) => ({ currency, ...bandOf(band), count: many })),
    complete: total <= COUNTED,
  };
}

const bandOf = (band: number) => ({
  minPrice: bounds[band - 1] ?? 0,
  maxPrice: band < bounds.length ? bounds[band]! - 1 : null,
});
