import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database, type Transaction } from '../platform/event-store/database.js';
import { ListProducts, type ProductPage } from './contract.js';
import { viewOfRow, type ProductListRow } from './product-list.js';
import { countsOf, NO_FACETS } from './product-facets.js';
import { Conditions } from './product-conditions.js';
import { SearchQueries, type SearchQuery } from './search-query.js';

type Listed = Omit<ListProducts['filter'], 'sort' | 'facets'>;
/** `oldest` of those that were ranked, if there may be more. */
type Found = ProductListRow & { readonly score: number; readonly oldest?: number | null };

const COLUMNS = `p.sku, p.name, p.description, p.category, p.amount_minor as "amountMinor", p.currency, p.archived,
  p.created_at as "createdAt", p.updated_at as "updatedAt", p.version, p.created_position as "createdPosition",
  p.name_key as "nameKey"`;

/** What each list is ordered by, the last of it unlike that of any other product: there a next page goes on. */
const orders = {
  newest: order(['p.created_position'], 'desc', [z.int()], (row) => [row.createdPosition]),
  name: order(['p.name_key', 'p.sku'], 'asc', [z.string(), z.string()], (row) => [row.nameKey, row.sku]),
  price: order(['p.amount_minor', 'p.sku'], 'asc', [z.int(), z.string()], (row) => [
    row.amountMinor,
    row.sku,
  ]),
  '-price': order(['p.amount_minor', 'p.sku'], 'desc', [z.int(), z.string()], (row) => [
    row.amountMinor,
    row.sku,
  ]),
  relevance: order(['r.score', 'r.position'], 'desc', [z.int(), z.int()], (row) => [
    row.score,
    row.createdPosition,
  ]),
};
type Order = keyof typeof orders;

function order(
  by: readonly string[],
  direction: 'asc' | 'desc',
  kinds: [z.ZodType, ...z.ZodType[]],
  of: (row: Found) => readonly unknown[],
) {
  return { by, direction, of, cursor: z.object({ key: z.tuple(kinds) }) };
}

/**
 * Ranking looks at so many at most: what is called exactly as was asked, and of the others the newest; what is older
 * than those follows them, newest first. A word that stands nearly everywhere has found them after a look at the newest
 * products; any other is looked up.
 */
const RANKED = 500;
const NEWEST = 4_000;

/** Products on sale, in any order, or those that answer a question best. */
@QueryHandler(ListProducts)
export class ListProductsHandler implements IQueryHandler<ListProducts> {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SEARCH_LANGUAGE'>,
  ) {}

  execute({ filter }: ListProducts): Promise<ProductPage> {
    return this.database.transaction(async (tx) => {
      await tx.query(PLANS);
      return new ProductSearch(tx, this.config).answer(filter);
    });
  }
}

/**
 * How many rows a beginning of a word has is guessed badly, and a table is never read from end to end for a page of
 * products: with an index the worst guess costs little.
 */
export const PLANS = `
  select set_config('transaction_read_only', 'on', true), set_config('enable_seqscan', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true)`;

class ProductSearch {
  private readonly queries: SearchQueries;

  constructor(
    private readonly on: Pick<Transaction, 'query'>,
    config: Pick<Config, 'SEARCH_LANGUAGE'>,
  ) {
    this.queries = new SearchQueries(on, config);
  }

  async answer(filter: ListProducts['filter']): Promise<ProductPage> {
    const { q, facets, sort: _, ...rest } = filter;
    let query = q === undefined ? undefined : await this.queries.understand(q);
    if (q !== undefined && !query)
      return { items: [], nextCursor: null, ...(facets && { facets: NO_FACETS }) };
    const order = orderOf(filter, query);
    const listed = { ...rest, q, order };
    let rows = await this.page(listed, order, query);
    if (query && rows.length === 0 && !(await this.queries.findsAny(query))) {
      query = await this.queries.forgiving(query);
      rows = await this.page(listed, order, query);
    }
    const page = paginate(rows, filter.limit, (row) => ({ key: orders[order].of(row) }), listed);
    return {
      items: page.items.map(viewOfRow),
      nextCursor: page.nextCursor,
      ...(facets && { facets: await countsOf(this.on, filter, query) }),
    };
  }

  private async page(filter: Listed, order: Order, query?: SearchQuery): Promise<Found[]> {
    if (order !== 'relevance') return this.ask(sorted(filter, order, query));
    const [score, position] = lastOf(filter);
    if (score === 0) return this.ask(unranked(filter, query!, position!));
    const rows = await this.ask(ranked(filter, query!));
    const oldest = rows[0]?.oldest;
    if (oldest == null || rows.length > filter.limit) return rows;
    return [...rows, ...(await this.ask(unranked(filter, query!, oldest)))];
  }

  private ask({ sql, params }: Asked): Promise<Found[]> {
    return this.on.query<Found>(sql, params);
  }
}

/** What was asked for; without anything to be relevant to, the newest come first. */
export function orderOf(
  { sort = 'relevance' }: Pick<ListProducts['filter'], 'sort'>,
  query?: SearchQuery,
): Order {
  return sort === 'relevance' && !query ? 'newest' : sort;
}

export interface Asked {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** In the order of an index, or all that match and then sorted: the database knows which is less. */
export function sorted(filter: Listed, order: Exclude<Order, 'relevance'>, query?: SearchQuery): Asked {
  const where = new Conditions(filter);
  if (query) where.that((value) => `p.search @@ ${value}::tsquery`, query.found);
  goOn(where, filter, order);
  const sql = `select ${COLUMNS} from catalog.product_list p where ${where.all}
    order by ${inOrder(order)} limit ${where.value(filter.limit + 1)}`;
  return { sql, params: where.params };
}

/** Candidates by four ways, each bounded; only they are ranked. */
export function ranked(filter: Listed, query: SearchQuery): Asked {
  const where = new Conditions(filter);
  const { all } = where;
  const sku = where.value(query.sku);
  const name = where.value(query.name);
  const found = `${where.value(query.found)}::tsquery`;
  const typed = `${where.value(query.typed)}::tsquery`;
  const beyond = new Conditions({}, where.params);
  goOn(beyond, filter, 'relevance');
  const products =
    'select p.sku, p.created_position as position, p.name_key, p.search from catalog.product_list p';
  const sql = `
    with window_of_newest as materialized (
      select w.* from (
        select p.* from catalog.product_list p where not p.archived order by p.created_position desc limit ${NEWEST}) p
      cross join lateral (select p.sku, p.created_position as position, p.name_key, p.search) w
      where ${all} and p.search @@ ${found} order by p.created_position desc limit ${RANKED}
    ), others as (
      (select * from window_of_newest where (select count(*) from window_of_newest) = ${RANKED})
      union all
      (${products} where ${all} and p.search @@ ${found} and (select count(*) from window_of_newest) < ${RANKED}
       order by p.created_position + 0 desc limit ${RANKED})
    ), candidates as (
      (${products} where ${all} and lower(p.sku) = lower(${sku}))
      union all
      (${products} where ${all} and p.name_key = ${name} order by p.created_position desc limit ${RANKED})
      union all
      (select * from others)
    ), scored as (
      select distinct c.sku, c.position, ${scoreOf({ sku, name, found, typed })} as score
      from candidates c
    ), r as (
      select * from scored r where ${beyond.only} order by ${inOrder('relevance')} limit ${beyond.value(filter.limit + 1)}
    )
    select ${COLUMNS}, r.score, (select min(position) from others having count(*) = ${RANKED}) as oldest
    from r join catalog.product_list p using (sku) order by ${inOrder('relevance')}`;
  return { sql, params: where.params };
}

/** The SKU counts more than the name, the name more than any words, and words as they were typed more than their like. */
const scoreOf = ({
  sku,
  name,
  found,
  typed,
}: Readonly<Record<'sku' | 'name' | 'found' | 'typed', string>>) => `
  (1000000 * (case when lower(c.sku) = lower(${sku}) then 8 when c.name_key = ${name} then 4 else 0 end
    + ts_rank('{0.05,0.2,0.4,1}', c.search, ${found}, 1)
    + ts_rank('{0.05,0.2,0.4,1}', c.search, ${typed}, 1)))::int`;

/** What matches and is older than what was ranked. */
function unranked(filter: Listed, query: SearchQuery, before: number): Asked {
  const where = new Conditions(filter);
  const { all } = where;
  const name = where.value(query.name);
  where.that((value) => `p.search @@ ${value}::tsquery`, query.found);
  where.that((value) => `p.created_position < ${value}`, before);
  where.that((value) => `lower(p.sku) <> lower(${value})`, query.sku);
  where.and(`not (p.name_key = ${name} and p.created_position >= coalesce((
    select p.created_position from catalog.product_list p where ${all} and p.name_key = ${name}
    order by p.created_position desc offset ${RANKED - 1} limit 1), 0))`);
  const sql = `select ${COLUMNS}, 0 as score from catalog.product_list p where ${where.all}
    order by p.created_position desc limit ${where.value(filter.limit + 1)}`;
  return { sql, params: where.params };
}

/** Score and position of the last product that was shown. */
function lastOf(filter: Listed): readonly (number | undefined)[] {
  if (filter.cursor === undefined) return [];
  const { cursor } = orders.relevance;
  return decodeCursor(filter.cursor, cursor, { ...filter, order: 'relevance' }).key as number[];
}

function goOn(where: Conditions, filter: Listed, order: Order): void {
  if (filter.cursor === undefined) return;
  const { by, direction, cursor } = orders[order];
  const { key } = decodeCursor(filter.cursor, cursor, { ...filter, order });
  const values = key.map((part) => where.value(part));
  where.and(`(${by.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${values.join(', ')})`);
}

const inOrder = (order: Order): string =>
  orders[order].by.map((column) => `${column} ${orders[order].direction}`).join(', ');
