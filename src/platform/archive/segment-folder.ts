import { Inject, Injectable } from '@nestjs/common';
import { createHash, type Hash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { ArchiveUnavailable } from './archive-unavailable.js';

/** Where segments lie; absolute. */
export const ARCHIVE_DIR = Symbol('ARCHIVE_DIR');

/** Absolute, whatever it is given as. */
export const archiveDir = (config: Pick<Config, 'WAYBILL_ARCHIVE_DIR' | 'WAYBILL_DATA_DIR'>): string =>
  path.resolve(config.WAYBILL_ARCHIVE_DIR ?? path.join(config.WAYBILL_DATA_DIR, 'archive'));

/** A row of the log as it was stored, one line of a segment. */
export interface ArchivedRow {
  /** Of the order it belongs to. */
  readonly order: string;
  readonly position: number;
  readonly stream_id: string;
  readonly version: number;
  readonly event_id: string;
  readonly command_id: string;
  readonly command_index: number;
  readonly type: string;
  readonly schema_version: number;
  readonly metadata: object;
  readonly occurred_at: string;
  readonly recorded_at: string;
  /** Of the bytes of the data, in hex. */
  readonly sha256: string;
  /** The text as it was stored, to the last space; what is sealed in it stays sealed. */
  readonly data: string;
}

/** What a segment is told by. */
export interface Written {
  readonly sha256: string;
  readonly bytes: number;
}

/** Where segments lie; instances share it. */
@Injectable()
export class SegmentFolder {
  constructor(@Inject(ARCHIVE_DIR) readonly path: string) {}

  /** Once it is there it is there as a whole, whatever happens to the machine. */
  async write(file: string, rows: readonly ArchivedRow[]): Promise<Written> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const part = `${this.at(file)}.part`;
    const written = await flushed(await open(part, 'w', 0o600), rows);
    await rename(part, this.at(file));
    await synced(this.path);
    return written;
  }

  /** @throws ArchiveUnavailable for a file that is not there, or not the one that was written */
  async read(file: string, sha256: string): Promise<ArchivedRow[]> {
    const content = await readFile(this.at(file)).catch((cause: unknown) => {
      throw new ArchiveUnavailable(`the archive file ${this.at(file)} cannot be read`, { cause });
    });
    if (createHash('sha256').update(content).digest('hex') !== sha256)
      throw new ArchiveUnavailable(`the archive file ${this.at(file)} is not as it was written`);
    return content
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ArchivedRow);
  }

  async remove(file: string): Promise<void> {
    await rm(`${this.at(file)}.part`, { force: true });
    await rm(this.at(file), { force: true });
  }

  private at(file: string): string {
    return path.join(this.path, file);
  }
}

async function flushed(to: FileHandle, rows: readonly ArchivedRow[]): Promise<Written> {
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const row of rows) bytes += await line(to, hash, row);
    await to.sync();
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await to.close();
  }
}

async function line(to: FileHandle, hash: Hash, row: ArchivedRow): Promise<number> {
  const text = Buffer.from(`${JSON.stringify(row)}\n`);
  hash.update(text);
  await to.writeFile(text);
  return text.length;
}

/** A name is on the disk only when its folder is. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
