/** Why a record cannot be had as it was sent. */
export interface Fault {
  readonly reason: 'undecodable' | 'headers';
  readonly detail: string;
}

/** Every value of a header, as one may be repeated; each may be null. */
export type RecordHeaders = Readonly<Record<string, readonly (Buffer | null)[]>>;

interface RawRecord {
  readonly offsetDelta: number;
  readonly timestampDelta: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
  readonly fault?: Fault;
}

/** Tracing and a few retries' worth of history fit; whatever has more is no message. */
export const MAX_HEADERS = 256;
export const MAX_HEADER_BYTES = 64 * 1024;

/** Reads the records of a batch (format 2) one after the other; each costs no more than its length. */
export class RecordReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  /** @throws Error at the first record whose bounds make no sense */
  next(): RawRecord {
    const length = this.int();
    const end = this.at + length;
    if (length < 0 || end > this.bytes.length) throw new Error('a record ends outside its batch');
    this.at += 1;
    const timestampDelta = this.long();
    const offsetDelta = this.int();
    const key = this.chunk(end);
    const value = this.chunk(end);
    const record = { timestampDelta, offsetDelta, key, value };
    const [count, size] = [this.int(), end - this.at];
    const isTooMuch = count > MAX_HEADERS || size > MAX_HEADER_BYTES;
    if (isTooMuch) {
      this.at = end;
      const detail = `${count} headers of ${size} bytes; at most ${MAX_HEADERS} of ${MAX_HEADER_BYTES} are read`;
      return { ...record, headers: {}, fault: { reason: 'headers', detail } };
    }
    const headers = this.headers(count, end);
    this.at = end;
    return { ...record, headers };
  }

  private headers(count: number, end: number): RecordHeaders {
    const all = new Map<string, (Buffer | null)[]>();
    for (let i = 0; i < count; i++) {
      const name = this.chunk(end)?.toString() ?? '';
      const values = all.get(name);
      const value = this.chunk(end);
      if (values) values.push(value);
      else all.set(name, [value]);
    }
    return Object.fromEntries(all);
  }

  private chunk(end: number): Buffer | null {
    const length = this.int();
    if (length < 0) return null;
    const from = this.at;
    this.at += length;
    if (this.at > end) throw new Error('a field ends outside its record');
    return this.bytes.subarray(from, this.at);
  }

  /** Zig-zag, seven bits a byte, the lowest first. */
  private int(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
    throw new Error('a number of more than 32 bits');
  }

  private long(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return (value >> 1n) ^ -(value & 1n);
    }
    throw new Error('a number of more than 64 bits');
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error('a number ends outside its batch');
    return byte;
  }
}
