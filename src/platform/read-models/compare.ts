import type { Transaction } from '../event-store/database.js';
import type { ModelTable } from './model-table.js';
import type { Comparison } from './rebuild-store.js';

const SAMPLE = 20;

/** What a stretch of keys showed. */
export interface StretchRow {
  live: number;
  rebuilt: number;
  live_sum: string;
  rebuilt_sum: string;
  differences: number;
  sample: Comparison['sample'];
}

/**
 * Compares a live table with one computed anew.
 *
 * @param tx a snapshot in which both stand at the position
 */
export async function compareTables(
  tx: Pick<Transaction, 'query'>,
  live: ModelTable,
  rebuilt: ModelTable,
  position: number,
): Promise<Comparison> {
  const rows = { live: 0, rebuilt: 0 };
  const sums = { live: 0n, rebuilt: 0n };
  const sample: Comparison['sample'][number][] = [];
  let differences = 0;
  for await (const found of stretches(tx, live.compareWith(rebuilt), () => SAMPLE - sample.length)) {
    rows.live += found.live;
    rows.rebuilt += found.rebuilt;
    sums.live += BigInt(found.live_sum);
    sums.rebuilt += BigInt(found.rebuilt_sum);
    differences += found.differences;
    sample.push(...found.sample);
  }
  const checksum = { live: String(sums.live), rebuilt: String(sums.rebuilt) };
  return { position, rows, checksum, differences, sample };
}

/**
 * The same, stretch by stretch.
 *
 * @param sql of the live table
 * @param atMost so many different rows of the next stretch come with it
 */
export async function* stretches(
  tx: Pick<Transaction, 'query'>,
  sql: ReturnType<ModelTable['compareWith']>,
  atMost: () => number,
): AsyncGenerator<StretchRow> {
  for (let start: string[] | null = null; ;) {
    const [next]: { end: string[] }[] = await tx.query<{ end: string[] }>(sql.nextEnd, [start]);
    if (!next) return;
    const [found] = await tx.query<StretchRow>(sql.stretch, [start, next.end, atMost()]);
    yield found!;
    start = next.end;
  }
}
