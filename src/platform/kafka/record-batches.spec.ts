import { describe, expect, it } from '@jest/globals';
import lz4 from 'lz4js';
import snappy from 'snappyjs';
import { gzipSync } from 'node:zlib';
import { decodeRecords, Room } from './record-batches.js';

const CODECS = { none: 0, gzip: 1, snappy: 2, lz4: 3, zstd: 4, unknown: 7 };
function varint(value: number): Buffer {
  let rest = value >= 0 ? value * 2 : -value * 2 - 1;
  const bytes: number[] = [];
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Buffer.from([...bytes, rest]);
}
const sized = (bytes: Buffer | null): Buffer =>
  bytes === null ? varint(-1) : Buffer.concat([varint(bytes.length), bytes]);

interface Given {
  readonly key?: string | null;
  readonly value?: string | null;
  readonly headers?: readonly (readonly [string, string | null])[];
}
const bytesOf = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text));
function recordBytes({ key = 'k', value = 'v', headers = [] }: Given, offsetDelta: number): Buffer {
  const body = Buffer.concat([
    Buffer.from([0]),
    varint(5),
    varint(offsetDelta),
    sized(bytesOf(key)),
    sized(bytesOf(value)),
    varint(headers.length),
    ...headers.flatMap(([name, text]) => [sized(Buffer.from(name)), sized(bytesOf(text))]),
  ]);
  return sized(body);
}

function batch(
  first: number,
  count: number,
  payload: Buffer,
  { codec = 'none' as keyof typeof CODECS, magic = 2, attributes = 0 } = {},
): Buffer {
  const head = Buffer.alloc(61);
  head.writeBigInt64BE(BigInt(first), 0);
  head.writeInt32BE(61 - 12 + payload.length, 8);
  head.writeInt8(magic, 16);
  head.writeInt16BE(CODECS[codec] | attributes, 21);
  head.writeInt32BE(count - 1, 23);
  head.writeBigInt64BE(1_000n, 27);
  head.writeBigInt64BE(9_000n, 35);
  head.writeBigInt64BE(77n, 43);
  head.writeInt32BE(count, 57);
  return Buffer.concat([head, payload]);
}
const plain = (first: number, ...records: Given[]): Buffer =>
  batch(first, records.length, Buffer.concat(records.map(recordBytes)));
const decode = (...batches: Buffer[]) => decodeRecords(Buffer.concat(batches), new Room(64 << 20));

describe('the records of a fetch', () => {
  it('come with their offsets, times, keys, values and every header, null or repeated', async () => {
    const headers = [
      ['a', '1'],
      ['b', null],
      ['a', null],
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ] as const;
    const [one, two] = await decode(plain(41, { headers }, { key: null, value: null }));
    expect(one).toMatchObject({ offset: '41', timestamp: '1005', isControl: false });
    expect(Object.entries(one!.headers)).toEqual([
      ['a', [Buffer.from('1'), null]],
      ['b', [null]],
      ['__proto__', [Buffer.from('x')]],
      ['constructor', [Buffer.from('y')]],
    ]);
    expect(two).toMatchObject({ offset: '42', key: null, value: null });
    expect(two).toMatchObject({ producerId: '77', inTransaction: false });
  });

  it('tell control records and those of transactions', async () => {
    const [record] = await decode(batch(0, 1, recordBytes({}, 0), { attributes: 0x30 }));
    expect(record).toMatchObject({ isControl: true, inTransaction: true });
  });

  const three = Buffer.concat([0, 1, 2].map((delta) => recordBytes({ value: 'v'.repeat(300) }, delta)));
  const framed = Buffer.concat([
    Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]),
    ...[three.subarray(0, 400), three.subarray(400)].flatMap((part) => {
      const block = Buffer.from(snappy.compress(part));
      const size = Buffer.alloc(4);
      size.writeInt32BE(block.length);
      return [size, block];
    }),
  ]);
  it.each([
    ['gzip', gzipSync(three)],
    ['snappy', Buffer.from(snappy.compress(three))],
    ['snappy', framed],
    ['lz4', Buffer.from(lz4.compress(three))],
  ] as const)('are unpacked by %s', async (codec, payload) => {
    const records = await decode(batch(7, 3, payload, { codec }), plain(10, {}));
    expect(records.map(({ offset, fault }) => [offset, fault])).toEqual(
      ['7', '8', '9', '10'].map((offset) => [offset, undefined]),
    );
    expect(records[2]!.value!.toString()).toBe('v'.repeat(300));
  });

  const emptied = (codec: keyof typeof CODECS, payload: Buffer) => batch(7, 3, payload, { codec });
  it.each([
    ['of an unknown compression', emptied('unknown', three)],
    ['that is no gzip', emptied('gzip', three)],
    ['that is no snappy', emptied('snappy', Buffer.alloc(50, 255))],
    ['whose Snappy frame ends too soon', emptied('snappy', framed.subarray(0, 25))],
    ['that is no LZ4', emptied('lz4', three)],
    ['whose LZ4 frame ends too soon', emptied('lz4', Buffer.from(lz4.compress(three)).subarray(0, 20))],
    ['that is no zstd', emptied('zstd', three)],
    ['that inflates to 40 MB', emptied('gzip', gzipSync(Buffer.alloc(40 << 20)))],
    ['that inflates to 40 MB', emptied('lz4', Buffer.from(lz4.compress(Buffer.alloc(40 << 20))))],
    ['that claims a length below zero', emptied('none', varint(-5))],
    ['of the time before Kafka 0.11', batch(7, 3, three, { magic: 1 })],
  ])('are passed where they are in a batch %s: its offsets are told', async (_, broken) => {
    const records = await decode(plain(6, {}), broken, plain(10, {}));
    const isOld = broken[16] === 1;
    const last = isOld ? '7' : '9';
    expect(records.map(({ firstOffset, offset }) => [firstOffset, offset])).toEqual([
      ['6', '6'],
      ['7', last],
      ['10', '10'],
    ]);
    expect(records[1]).toMatchObject({ key: null, value: null, fault: { reason: 'undecodable' } });
  });

  it('that can be read are read, also when a later one of their batch cannot', async () => {
    const payload = Buffer.concat([recordBytes({}, 0), Buffer.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x01])]);
    const records = await decode(batch(20, 5, payload), plain(25, {}));
    expect(records.map(({ offset, fault }) => [offset, fault?.reason])).toEqual([
      ['20', undefined],
      ['24', 'undecodable'],
      ['25', undefined],
    ]);
  });

  it.each([
    ['16,000 headers', Array.from({ length: 16_000 }, (_, i) => [`h${i}`, 'x'] as const)],
    ['257 headers', Array.from({ length: 257 }, (_, i) => [`h${i}`, 'x'] as const)],
    ['one header of 100 KB', [['big', 'x'.repeat(100_000)] as const]],
  ])('with %s keep key and value; the headers are not read', async (_, headers) => {
    const [record, next] = await decode(plain(3, { key: 'a', value: 'b', headers }, {}));
    expect(record).toMatchObject({ offset: '3', headers: {}, fault: { reason: 'headers' } });
    expect([String(record!.key), String(record!.value)]).toEqual(['a', 'b']);
    expect(next).toMatchObject({ offset: '4' });
    expect(next!.fault).toBeUndefined();
  });

  it('are no more at a time than there is room for; the rest is fetched again', async () => {
    const large = Array.from({ length: 10 }, (_, i) => plain(i, { value: 'x'.repeat(1 << 20) }));
    expect(await decode(...large)).toHaveLength(4);
    expect(await decodeRecords(Buffer.concat(large), new Room(1))).toHaveLength(1);
  });

  it('that the broker cut off at the end of its answer are left for the next one', async () => {
    const records = await decode(plain(0, {}), plain(1, {}).subarray(0, 65));
    expect(records.map(({ offset }) => offset)).toEqual(['0']);
  });
});
