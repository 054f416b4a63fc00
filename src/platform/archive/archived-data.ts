import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Database } from '../event-store/database.js';
import { ArchiveUnavailable } from './archive-unavailable.js';
import { SegmentFolder, type ArchivedRow } from './segment-folder.js';

/** A row of the log of which the data may lie in a file. */
export interface Stub {
  readonly position: number;
  readonly data: object | null;
  readonly archived_in: number | null;
}

interface Kept {
  /** By position: the text as it was stored. */
  readonly texts: Promise<ReadonlyMap<number, string>>;
  bytes: number;
}

interface Segment {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** As much of the archive is kept in memory; whoever reads more reads files again. */
const KEEP_BYTES = 64 * 2 ** 20;

const SEGMENT = `
  select file, encode(sha256, 'hex') as sha256, bytes from platform.segments where segment = $1 and sha256 is not null`;

/** Whoever could alter a file and the checksum beside it cannot alter what the log itself has kept of each row. */
const STRANGE = `
  select e.position from unnest($2::bigint[], $3::text[]) as f(position, sha256)
  join platform.events e on e.position = f.position
  where e.archived_in = $1 and e.archived_sha256 <> decode(f.sha256, 'hex') limit 1`;

/** What readers of the log are given for stubs: the data, from the file it lies in. */
@Injectable()
export class ArchivedData {
  /** The one that was asked for last comes last. */
  private readonly kept = new Map<number, Kept>();
  constructor(
    private readonly database: Database,
    private readonly folder: SegmentFolder,
  ) {}

  /**
   * The rows with their data. Every reader of the log that looks at data goes through here; one that forgets to meets null.
   *
   * @throws ArchiveUnavailable when a file is missing, or is not the one that was written
   */
  async fill<Row extends Stub>(rows: readonly Row[]): Promise<readonly Row[]> {
    if (rows.every(({ archived_in: segment }) => segment === null)) return rows;
    const filled = [...rows];
    for (const segment of new Set(rows.map((row) => row.archived_in))) {
      if (segment === null) continue;
      const texts = await this.texts(segment);
      rows.forEach((row, at) => {
        if (row.archived_in === segment) filled[at] = { ...row, data: dataOf(texts, row) };
      });
    }
    return filled;
  }

  private async texts(segment: number): Promise<ReadonlyMap<number, string>> {
    const kept = this.kept.get(segment) ?? { texts: this.read(segment), bytes: 0 };
    this.kept.delete(segment);
    this.kept.set(segment, kept);
    try {
      return await kept.texts;
    } catch (error) {
      if (this.kept.get(segment) === kept) this.kept.delete(segment);
      throw error;
    }
  }

  private async read(segment: number): Promise<ReadonlyMap<number, string>> {
    const [row] = await this.database.query<Segment>(SEGMENT, [segment]);
    if (!row) throw new ArchiveUnavailable(`the database does not know segment ${segment} of the archive`);
    const rows = await this.folder.read(row.file, row.sha256);
    await this.prove(segment, rows);
    this.makeRoom(segment, row.bytes);
    return new Map(rows.map(({ position, data }) => [position, data]));
  }

  private async prove(segment: number, rows: readonly ArchivedRow[]): Promise<void> {
    const positions = rows.map(({ position }) => position);
    const hashes = rows.map(({ data }) => createHash('sha256').update(data).digest('hex'));
    const [strange] = await this.database.query<{ position: number }>(STRANGE, [segment, positions, hashes]);
    if (strange)
      throw new ArchiveUnavailable(
        `segment ${segment} has other data at ${strange.position} than the log had`,
      );
  }

  private makeRoom(segment: number, bytes: number): void {
    const own = this.kept.get(segment);
    if (own) own.bytes = bytes;
    let all = [...this.kept.values()].reduce((sum, kept) => sum + kept.bytes, 0);
    for (const [oldest, kept] of this.kept) {
      if (all <= KEEP_BYTES || oldest === segment) return;
      this.kept.delete(oldest);
      all -= kept.bytes;
    }
  }
}

function dataOf(texts: ReadonlyMap<number, string>, { position, archived_in: segment }: Stub): object {
  const text = texts.get(position);
  if (text === undefined)
    throw new ArchiveUnavailable(`position ${position} is not in segment ${segment} of the archive`);
  return JSON.parse(text) as object;
}
