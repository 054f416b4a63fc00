import { codecOf, inflate } from './codecs.js';
import type { InboundRecord, Place } from './inbound-source.js';
import { RecordReader, type Fault, type RecordHeaders } from './record-reader.js';

/** A record as it lies in a batch. */
export interface FetchedRecord extends Written {
  readonly timestamp: string;
  /** Of a stretch that cannot be decoded: its last one. */
  readonly offset: string;
  /** Where a stretch that cannot be decoded begins. */
  readonly firstOffset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
  readonly fault?: Fault;
}

/** How the producer wrote it. */
interface Written {
  readonly producerId: string;
  readonly inTransaction: boolean;
  /** It says how a transaction ended, and is nobody's message. */
  readonly isControl: boolean;
}

/** What a receiver is given of it. */
export const received = ({ topic, partition }: Place, record: FetchedRecord): InboundRecord => ({
  topic,
  partition,
  offset: record.firstOffset,
  ...(record.offset !== record.firstOffset && { through: record.offset }),
  timestamp: Number(record.timestamp),
  key: record.key,
  value: record.value,
  headers: record.headers,
  ...(record.fault && { fault: record.fault }),
});

interface Batch {
  readonly magic: number;
  readonly attributes: number;
  readonly first: bigint;
  readonly last: bigint;
  readonly firstTimestamp: bigint;
  readonly maxTimestamp: bigint;
  readonly written: Written;
  readonly bytes: Buffer;
}

/** How much of one answer is unpacked at a time; what is left over is fetched again. */
export class Room {
  private used = 0;

  constructor(private readonly bytes: number) {}

  take(bytes: number): void {
    this.used += bytes;
  }

  get isFull(): boolean {
    return this.used >= this.bytes;
  }
}

/** Where the batch's first record begins, and with it the compressed part. */
const HEADER_BYTES = 61;
/** Offset and length stand before what the length counts. */
const PREFIX_BYTES = 12;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const MAX_BATCH_RECORDS = 50_000;
const PARTITION_BYTES = 4 * 1024 * 1024;

/**
 * The records of one partition in an answer to Fetch, never failing: what cannot be decoded comes as a record with a
 * fault, so that its offset is known and passed.
 *
 * @param room shared by all partitions of the answer
 */
export async function decodeRecords(bytes: Buffer, room: Room): Promise<FetchedRecord[]> {
  const records: FetchedRecord[] = [];
  const own = new Room(PARTITION_BYTES);
  for (let at = 0; at + PREFIX_BYTES + 5 <= bytes.length;) {
    const end = at + PREFIX_BYTES + bytes.readInt32BE(at + 8);
    // The broker cuts the last one off where the answer is full.
    if (end <= at || end > bytes.length || own.isFull || room.isFull) break;
    const batch = batchOf(bytes.subarray(at, end));
    const unpacked = await unpack(batch).catch((error: unknown) => whole(batch, messageOf(error)));
    for (const record of unpacked.records) records.push(record);
    own.take(unpacked.bytes);
    room.take(unpacked.bytes);
    at = end;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return records;
}

function batchOf(bytes: Buffer): Batch {
  const first = bytes.readBigInt64BE(0);
  const magic = bytes.readInt8(16);
  const isCurrent = magic === 2 && bytes.length >= HEADER_BYTES;
  const attributes = isCurrent ? bytes.readInt16BE(21) : 0;
  return {
    magic,
    attributes,
    first,
    last: isCurrent ? first + BigInt(bytes.readInt32BE(23)) : first,
    firstTimestamp: isCurrent ? bytes.readBigInt64BE(27) : -1n,
    maxTimestamp: isCurrent ? bytes.readBigInt64BE(35) : -1n,
    written: {
      producerId: isCurrent ? String(bytes.readBigInt64BE(43)) : '-1',
      inTransaction: (attributes & 0x10) > 0,
      isControl: (attributes & 0x20) > 0,
    },
    bytes,
  };
}

interface Unpacked {
  readonly records: readonly FetchedRecord[];
  readonly bytes: number;
}

async function unpack(batch: Batch): Promise<Unpacked> {
  const { bytes, magic, attributes } = batch;
  if (magic !== 2 || bytes.length < HEADER_BYTES) return whole(batch, `record format ${magic} is not read`);
  const codec = codecOf(attributes);
  if (!codec) return whole(batch, `compression ${attributes & 0x7} is not known`);
  const count = bytes.readInt32BE(57);
  if (count > MAX_BATCH_RECORDS) return whole(batch, `${count} records in one batch`);
  const inflated = await inflate(codec, bytes.subarray(HEADER_BYTES), MAX_BATCH_BYTES).catch(
    (error: unknown) => {
      throw new Error(`${codec}: ${messageOf(error)}`, { cause: error });
    },
  );
  return { records: recordsOf(batch, inflated, count), bytes: inflated.length };
}

function recordsOf(batch: Batch, bytes: Buffer, count: number): FetchedRecord[] {
  const reader = new RecordReader(bytes);
  const records: FetchedRecord[] = [];
  try {
    while (records.length < count) records.push(recordOf(batch, reader.next()));
  } catch (error) {
    const from = records.length === 0 ? batch.first : BigInt(records.at(-1)!.offset) + 1n;
    records.push(stretch(batch, from, messageOf(error)));
  }
  return records;
}

function recordOf(batch: Batch, read: ReturnType<RecordReader['next']>): FetchedRecord {
  const { offsetDelta, timestampDelta, key, value, headers, fault } = read;
  const offset = String(batch.first + BigInt(offsetDelta));
  const isAppendTime = (batch.attributes & 0x8) > 0;
  return {
    ...batch.written,
    timestamp: String(isAppendTime ? batch.maxTimestamp : batch.firstTimestamp + timestampDelta),
    offset,
    firstOffset: offset,
    key,
    value,
    headers,
    ...(fault && { fault }),
  };
}

const whole = (batch: Batch, detail: string): Unpacked => ({
  records: [stretch(batch, batch.first, detail)],
  bytes: batch.bytes.length,
});

function stretch(batch: Batch, from: bigint, detail: string): FetchedRecord {
  const last = batch.last > from ? batch.last : from;
  const what = last > from ? `offsets ${from} to ${last}` : `offset ${from}`;
  return {
    ...batch.written,
    timestamp: String(batch.firstTimestamp),
    offset: String(last),
    firstOffset: String(from),
    key: null,
    value: null,
    headers: {},
    fault: { reason: 'undecodable', detail: `${what}: ${detail}` },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
