import lz4 from 'lz4js';

const MAGIC = 0x184d2204;
const BLOCK_BYTES = new Map([
  [4, 1 << 16],
  [5, 1 << 18],
  [6, 1 << 20],
  [7, 1 << 22],
]);
/** Flags of the descriptor. */
const [HAS_DICTIONARY, HAS_SIZE, HAS_BLOCK_CHECKSUMS] = [0x01, 0x08, 0x10];
const IS_STORED = 0x8000_0000;

interface Block {
  readonly start: number;
  readonly length: number;
  readonly stored: boolean;
}

/**
 * An LZ4 frame (specification 1.6) as Kafka clients write it. The library does the blocks; its own reading of frames
 * trusts their lengths and takes checksums to stand before the blocks.
 *
 * @throws Error when it is no such frame, or holds more than `limit` bytes
 */
export function decompress(frame: Buffer, limit: number): Buffer {
  const { blocks, blockBytes } = blocksOf(frame);
  const room = Buffer.alloc(Math.min(limit, blocks.length * blockBytes));
  let end = 0;
  for (const { start, length, stored } of blocks) {
    if (end + (stored ? length : 0) > room.length) throw new Error(`more than ${limit} bytes`);
    end = stored
      ? end + frame.copy(room, end, start, start + length)
      : lz4.decompressBlock(frame, room, start, length, end);
    if (end > room.length) throw new Error(`more than ${limit} bytes`);
  }
  return room.subarray(0, end);
}

function blocksOf(frame: Buffer): { blocks: Block[]; blockBytes: number } {
  if (frame.length < 7 || frame.readUInt32LE(0) !== MAGIC) throw new Error('no LZ4 frame');
  const flags = frame[4]!;
  const blockBytes = BLOCK_BYTES.get((frame[5]! >> 4) & 0x7);
  if (flags >> 6 !== 1 || !blockBytes) throw new Error('an LZ4 frame of an unknown kind');
  const checksum = flags & HAS_BLOCK_CHECKSUMS ? 4 : 0;
  const blocks: Block[] = [];
  let at = 7 + (flags & HAS_SIZE ? 8 : 0) + (flags & HAS_DICTIONARY ? 4 : 0);
  for (;;) {
    const size = frame.readUInt32LE(at);
    if (size === 0) return { blocks, blockBytes };
    const length = size % IS_STORED;
    const start = at + 4;
    if (length > blockBytes || start + length > frame.length) {
      throw new Error('an LZ4 block ends outside its frame');
    }
    blocks.push({ start, length, stored: size >= IS_STORED });
    at = start + length + checksum;
  }
}
