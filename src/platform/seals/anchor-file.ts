import { mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { uuid } from '../core/schemas.js';
import { Forked, type Anchor, type Anchored } from './seal.js';

const hex = z.string().regex(/^([0-9a-f]{2})*$/);

/** A line of the file, and the value of a record. */
export const anchored = z.object({
  chain: uuid,
  number: z.int().positive(),
  after: z.int().nullable(),
  upTo: z.int(),
  rows: z.int().positive(),
  digest: hex.length(64),
  hints: hex,
  sealedAt: z.iso.datetime(),
});

/** A seal and all before it in one line takes less than a sixteenth of this. */
const TAIL_BYTES = 256 * 2 ** 10;

const folderIn = (dataDir: string): string => path.resolve(dataDir, 'anchors');

export const anchorFile = (dataDir: string, chain: string): string =>
  path.join(folderIn(dataDir), `${chain}.jsonl`);

/** What lies in the folder besides the file of this log. */
export async function otherAnchorFiles(dataDir: string, chain: string | undefined): Promise<string[]> {
  const folder = folderIn(dataDir);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith('.jsonl') && name !== `${chain}.jsonl`)
    .map((name) => path.join(folder, name));
}

/** A file that is only ever added to, one line a seal, in the folder of this instance. */
export class FileAnchor implements Anchor {
  readonly name = 'file';

  constructor(private readonly dataDir: string) {}

  async keep(seals: readonly Anchored[]): Promise<void> {
    const [first] = seals;
    if (!first) return;
    const file = anchorFile(this.dataDir, first.chain);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'a+', 0o600);
    try {
      const { size, last, isTorn } = await endOf(handle);
      const fresh = unknownTo(last, seals, file);
      if (fresh.length === 0) return;
      const lines = fresh.map((seal) => `${JSON.stringify(seal)}\n`).join('');
      // A line whose writer died stays as it is, and ends here.
      await handle.appendFile(isTorn ? `\n${lines}` : lines);
      await handle.sync();
      if (size === 0) await flushFolder(path.dirname(file));
    } finally {
      await handle.close();
    }
  }
}

/** A new name must outlive the machine as well. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws Forked */
function unknownTo(last: Anchored | undefined, seals: readonly Anchored[], file: string): Anchored[] {
  if (!last) return [...seals];
  const same = seals.find(({ number }) => number === last.number);
  const isAhead = last.number > seals.at(-1)!.number;
  if (isAhead || (same && same.digest !== last.digest)) {
    throw new Forked(
      `${file} ends with seal ${last.number}, up to position ${last.upTo}, which the database does not have: it was changed or set back (npm run cli -- verify --chain)`,
    );
  }
  return seals.filter(({ number }) => number > last.number);
}

async function endOf(
  handle: FileHandle,
): Promise<{ size: number; last: Anchored | undefined; isTorn: boolean }> {
  const { size } = await handle.stat();
  const from = Math.max(0, size - TAIL_BYTES);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
  const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
  const isTorn = lines.pop() !== '';
  const whole = lines.map(lineOf).filter((line) => line !== undefined);
  return { size, last: whole.at(-1), isTorn };
}

/** Undefined for what is no line of ours, or was cut off. */
export function lineOf(line: string): Anchored | undefined {
  try {
    return anchored.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
