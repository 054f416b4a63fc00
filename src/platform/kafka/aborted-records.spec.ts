import { expect, it } from '@jest/globals';
import { committed } from './aborted-records.js';
import type { FetchedRecord } from './record-batches.js';

const record = (offset: number, producerId: string, over: Partial<FetchedRecord> = {}): FetchedRecord => ({
  offset: String(offset),
  firstOffset: String(offset),
  timestamp: '0',
  key: null,
  value: null,
  headers: {},
  producerId,
  inTransaction: true,
  isControl: false,
  ...over,
});
const end = (offset: number, producerId: string, kind: 0 | 1): FetchedRecord =>
  record(offset, producerId, { isControl: true, key: Buffer.from([0, 0, 0, kind]) });

it('what was given up is left out, up to its end and of its producer alone', () => {
  const records = [
    record(0, 'a'),
    record(1, 'b'),
    record(2, '-1', { inTransaction: false }),
    end(3, 'a', 0),
    record(4, 'a'),
    end(5, 'b', 1),
    end(6, 'a', 1),
  ];
  const left = committed(records, [{ producerId: 'a', firstOffset: 0n }]);
  expect(left.map(({ offset }) => offset)).toEqual(['1', '2', '4']);
});

it('a second one of the same producer is left out as well', () => {
  const records = [record(0, 'a'), end(1, 'a', 0), record(2, 'a'), end(3, 'a', 0), record(4, 'a')];
  const aborted = [2n, 0n].map((firstOffset) => ({ producerId: 'a', firstOffset }));
  expect(committed(records, aborted).map(({ offset }) => offset)).toEqual(['4']);
});
