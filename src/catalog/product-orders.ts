import { z } from 'zod';
import { decodeCursor } from '../platform/cqrs/cursor.js';
import type { ListProducts } from './contract.js';
import { Conditions } from './product-conditions.js';
import type { ProductListRow } from './product-list.js';
import type { SearchQuery } from './search-query.js';

export type Listed = Omit<ListProducts['filter'], 'sort' | 'facets'>;
/** `oldest` of those that were ranked, if there may be more. */
export type Found = ProductListRow & { readonly score: number; readonly oldest?: number | null };

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
