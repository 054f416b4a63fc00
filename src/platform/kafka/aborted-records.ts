import type { FetchedRecord } from './record-batches.js';

export interface Aborted {
  readonly producerId: string;
  readonly firstOffset: bigint;
}

/** The second number in the key of a control record. */
const ABORT = 0;

/**
 * The records that count: neither those of transactions that were given up nor what marks their ends.
 *
 * @param aborted as told with the records by a broker that is asked for what is committed
 */
export function committed(records: readonly FetchedRecord[], aborted: readonly Aborted[]): FetchedRecord[] {
  const coming = aborted.toSorted((a, b) => Number(a.firstOffset - b.firstOffset));
  const open = new Set<string>();
  return records.filter((record) => {
    while (coming[0] && coming[0].firstOffset <= BigInt(record.offset)) open.add(coming.shift()!.producerId);
    if (record.isControl) {
      if (record.key?.readInt16BE(2) === ABORT) open.delete(record.producerId);
      return false;
    }
    return !(record.inTransaction && open.has(record.producerId));
  });
}
