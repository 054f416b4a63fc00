import { z } from 'zod';
import { decodeCursor } from '../platform/cqrs/cursor.js';
import type { ListProducts } from './contract.js';
import { Conditions, type Asked } from './product-conditions.js';
import type { Alike } from './product-facets.js';
import type { ProductListRow } from './product-list.js';
import type { SearchQuery } from './search-query.js';

export type Listed = Omit<ListProducts['filter'], 'sort' | 'facets'>;
/** `oldest` of those that were ranked, if there may be more; `counts` of all that match, in the first row of a ranking. */
export type Found = ProductListRow & {
  readonly score: number;
  readonly oldest?: number | null;
  readonly counts?: readonly Alike[] | null;
};

export const COLUMNS = `p.sku, p.name, p.description, p.category, p.amount_minor as "amountMinor", p.currency, p.archived,
  p.created_at as "createdAt", p.updated_at as "updatedAt", p.version, p.created_position as "createdPosition",
  p.name_key as "nameKey"`;

/** What each list is ordered by, the last of it unlike that of any other product: there a next page goes on. */
export const orders = {
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
export type Order = keyof typeof orders;

function order(
  by: readonly string[],
  direction: 'asc' | 'desc',
  kinds: [z.ZodType, ...z.ZodType[]],
  of: (row: Found) => readonly unknown[],
) {
  return { by, direction, of, cursor: z.object({ key: z.tuple(kinds) }) };
}

/** A page of a question is looked for among so many times as many in their order, before all that match are sorted. */
const LOOKED_AT = 25;

/**
 * In the order of an index. What answers a question may be anywhere in it, and how often is guessed badly: so the index
 * is followed a little way, and if that is not enough all that match are looked up.
 */
export function sorted(filter: Listed, order: Exclude<Order, 'relevance'>, query?: SearchQuery): Asked {
  const where = new Conditions(filter);
  goOn(where, filter, order);
  const { all, params } = where;
  const by = `order by ${inOrder(order)}`;
  const size = filter.limit + 1;
  const limit = `limit ${where.value(size)}`;
  if (!query)
    return { sql: `select ${COLUMNS} from catalog.product_list p where ${all} ${by} ${limit}`, params };
  const found = `p.search @@ ${where.value(query.found)}::tsquery`;
  const sql = `
    with first as materialized (
      select p.* from (
        select p.* from catalog.product_list p where ${all} ${by} limit ${where.value(LOOKED_AT * size)}) p
      where ${found} ${by} ${limit}
    ), page as (
      (select * from first where (select count(*) from first) = ${size})
      union all
      (select * from (select p.* from catalog.product_list p where ${all} and ${found} offset 0) p
       where (select count(*) from first) < ${size} ${by} ${limit})
    )
    select ${COLUMNS} from page p ${by}`;
  return { sql, params };
}

/** Score and position of the last product that was shown. */
export function lastOf(filter: Listed): readonly (number | undefined)[] {
  if (filter.cursor === undefined) return [];
  const { cursor } = orders.relevance;
  return decodeCursor(filter.cursor, cursor, { ...filter, order: 'relevance' }).key as number[];
}

export function goOn(where: Conditions, filter: Listed, order: Order): void {
  if (filter.cursor === undefined) return;
  const { by, direction, cursor } = orders[order];
  const { key } = decodeCursor(filter.cursor, cursor, { ...filter, order });
  const values = key.map((part) => where.value(part));
  where.and(`(${by.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${values.join(', ')})`);
}

export const inOrder = (order: Order): string =>
  orders[order].by.map((column) => `${column} ${orders[order].direction}`).join(', ');
