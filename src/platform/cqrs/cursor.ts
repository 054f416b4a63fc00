import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Rejection } from '../core/rejection.js';

const envelope = z.tuple([z.string(), z.unknown()]);

/**
 * Where a list goes on, opaque to the caller.
 *
 * @param after sort key and tie-break of the last item shown
 * @param filter what the list was filtered by, without cursor and limit: the cursor is refused with any other
 */
export const encodeCursor = (after: object, filter: object = {}): string =>
  Buffer.from(JSON.stringify([fingerprint(filter), after])).toString('base64url');

/**
 * @param schema of the sort key that went in
 * @throws Rejection `invalid-cursor` for anything this list did not hand out under the same filter
 */
export function decodeCursor<Schema extends z.ZodType>(
  cursor: string,
  schema: Schema,
  filter: object = {},
): z.output<Schema> {
  const parsed = envelope.safeParse(parse(cursor));
  if (!parsed.success) throw new Rejection('invalid-cursor', 'the cursor was not made by this list');
  const [made, after] = parsed.data;
  if (made !== fingerprint(filter)) {
    throw new Rejection('invalid-cursor', 'the cursor was made under another filter: start without a cursor');
  }
  const key = schema.safeParse(after);
  if (!key.success) throw new Rejection('invalid-cursor', 'the cursor was not made by this list');
  return key.data;
}

/**
 * Cuts a page out of rows.
 *
 * @param rows up to limit + 1 of them: the extra one tells that there is more
 * @param after the sort key of a row, for the cursor
 */
export function paginate<Row>(
  rows: readonly Row[],
  limit: number,
  after: (row: Row) => object,
  filter: object = {},
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(after(last), filter) : null };
}

/** What the rows of a page may take together; what is answered may be somewhat more, never many times as much. */
export const PAGE_BYTES = 512 * 1024;

/**
 * How many rows one page holds, so that a page of large rows is short instead of large. At least one, so that every
 * list comes to its end.
 *
 * @param rows with their sizes, in the order of the list
 * @param limit how many were asked for
 */
export function fitting(rows: readonly { readonly bytes: number }[], limit: number): number {
  let total = 0;
  const over = rows.findIndex(({ bytes }) => (total += bytes) > PAGE_BYTES);
  return Math.min(limit, over < 0 ? rows.length : Math.max(1, over));
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Neither the order of the filters nor absent ones matter; nor do limit and the cursor itself. */
function fingerprint(filter: object): string {
  const entries = Object.entries(filter)
    .filter(([name, value]) => value !== undefined && name !== 'cursor' && name !== 'limit')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 12);
}
