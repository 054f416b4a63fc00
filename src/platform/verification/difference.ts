import { isDeepStrictEqual } from 'node:util';

/** One thing that stands in the database otherwise than the log says. */
export interface Difference {
  readonly kind: 'gap' | 'fold' | 'row' | 'snapshot' | 'saga' | 'task' | 'read-model' | 'checkpoint';
  /** Absent where a row belongs to no stream alone. */
  readonly stream?: string;
  /** The table, or the read model. */
  readonly where: string;
  /** Its key. */
  readonly row: string;
  /** Absent: the row as a whole. */
  readonly column?: string;
  /** By the log; null: there should be none. */
  readonly expected: unknown;
  readonly found: unknown;
}

/** Hears of each as it is found, so that none need be kept. */
export type Tell = (difference: Difference) => void;

type Row = Readonly<Record<string, unknown>>;

/**
 * What differs between a row as it should be and as it is, column by column.
 *
 * @param unwatched columns of which only counts whether there is anything
 */
export function* differencesOf(
  what: Pick<Difference, 'kind' | 'stream' | 'where' | 'row'>,
  expected: Row | null,
  found: Row | null,
  unwatched: ReadonlySet<string> = new Set(),
): Generator<Difference> {
  if (!expected || !found) {
    if (expected ?? found) yield { ...what, expected, found };
    return;
  }
  for (const column of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [should, is] = [expected[column] ?? null, found[column] ?? null];
    const isSame = unwatched.has(column)
      ? (should === null) === (is === null)
      : isDeepStrictEqual(should, is);
    if (!isSame) yield { ...what, column, expected: should, found: is };
  }
}
