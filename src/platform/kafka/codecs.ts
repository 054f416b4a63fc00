import { decompress as unlz4 } from './lz4-frame.js';
import { Decompress as Zstd } from 'fzstd';
import snappy from 'snappyjs';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** As in the lowest three bits of a batch's attributes. */
const names = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type Codec = (typeof names)[number];

/** @returns undefined for a codec that is newer than this program */
export const codecOf = (attributes: number): Codec | undefined => names[attributes & 0x7];

const unzip = promisify(gunzip);

/**
 * @param limit in bytes; a small batch can hold very much of nothing
 * @throws Error when the bytes are not what the codec makes, or hold more than the limit
 */
export async function inflate(codec: Codec, bytes: Buffer, limit: number): Promise<Buffer> {
  switch (codec) {
    case 'none':
      return bytes;
    case 'gzip':
      return unzip(bytes, { maxOutputLength: limit });
    case 'snappy':
      return unsnappy(bytes, limit);
    case 'lz4':
      return unlz4(bytes, limit);
    case 'zstd':
      return unzstd(bytes, limit);
  }
}

const JAVA_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const JAVA_HEADER = 16;

/** The Java client, and many after it, put Snappy blocks into a frame of their own; others send one bare block. */
function unsnappy(bytes: Buffer, limit: number): Buffer {
  if (!bytes.subarray(0, JAVA_MAGIC.length).equals(JAVA_MAGIC)) {
    return Buffer.from(snappy.uncompress(bytes, limit));
  }
  const blocks: Buffer[] = [];
  let left = limit;
  for (let at = JAVA_HEADER; at < bytes.length;) {
    const end = at + 4 + bytes.readInt32BE(at);
    if (end <= at || end > bytes.length) throw new Error('a Snappy block ends outside its frame');
    const block = Buffer.from(snappy.uncompress(bytes.subarray(at + 4, end), left));
    blocks.push(block);
    left -= block.length;
    at = end;
  }
  return Buffer.concat(blocks);
}

function unzstd(bytes: Buffer, limit: number): Buffer {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Zstd((part) => {
    size += part.length;
    if (size > limit) throw new Error(`more than ${limit} bytes`);
    parts.push(part);
  });
  stream.push(bytes, true);
  return Buffer.concat(parts);
}
