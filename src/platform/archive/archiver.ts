import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { newId } from '../core/ids.js';
import { Database } from '../event-store/database.js';
import type { OrderStreams } from './ready-orders.js';
import { SegmentFolder, type ArchivedRow } from './segment-folder.js';

/** What has been done of a segment; each stands whatever happens next. */
export type Step = 'begun' | 'written' | 'verified' | 'stubbed' | 'archived';
/** Told after each step. */
export type Reached = (step: Step, events: number) => void;
const nobody: Reached = () => undefined;

interface SegmentRow {
  readonly segment: number;
  readonly file: string;
  readonly sha256: string;
}

/** So many rows are changed by one statement. */
const AT_ONCE = 500;

const ROWS = `
  select told.order_id as "order", e.position, e.stream_id, e.version, e.event_id, e.command_id, e.command_index, e.type,
    e.schema_version, e.metadata, e.occurred_at::text as occurred_at, e.recorded_at::text as recorded_at,
    encode(platform.payload_sha256(e), 'hex') as sha256, e.data::text as data
  from unnest($1::text[], $2::text[]) as told(order_id, stream)
  join platform.events e on e.stream_id = told.stream
  where e.archived_in is null order by told.order_id, e.position`;

/** The log itself compares: it lets go of what has the bytes of the file, and of nothing else. */
const STUB = `
  update platform.events e
  set data = null, remains = platform.remains_of(e.data), archived_in = $1,
    archived_sha256 = decode(f.sha256, 'hex'), archived_bytes = f.bytes
  from unnest($2::bigint[], $3::text[], $4::int[]) as f(position, sha256, bytes)
  where e.position = f.position and e.archived_in is null returning 1`;

const TAKE_BACK = `
  update platform.events e
  set data = f.data::json, remains = null, archived_in = null, archived_sha256 = null, archived_bytes = null
  from unnest($2::bigint[], $3::text[]) as f(position, data)
  where e.position = f.position and e.archived_in = $1 returning 1`;

const VERIFIED = `
  update platform.segments set state = 'verified', sha256 = decode($2, 'hex'), bytes = $3, events = $4, orders = $5
  where segment = $1`;

const EMPTY = `
  update platform.segments set state = 'restored' where segment = $1 and not exists (
    select from platform.events where position = any ($2::bigint[]) and archived_in = $1)`;

/** Moves the data of orders to files and back. One at a time: see aloneWithTheArchive. */
@Injectable()
export class Archiver {
  constructor(
    private readonly database: Database,
    private readonly folder: SegmentFolder,
  ) {}

  /** Ends what another run has begun: what was not written is forgotten, what was is left by the log. */
  async goOn(reached: Reached = nobody): Promise<void> {
    for (const { segment, file } of await this.inState('writing')) {
      await this.folder.remove(file);
      await this.database.query('delete from platform.segments where segment = $1', [segment]);
    }
    for (const segment of await this.inState('verified')) await this.stub(segment, reached);
    for (const { file } of await this.inState('restored')) await this.folder.remove(file);
  }

  /** First the file, proved by reading it; only then the log lets go of the data. */
  async archive(orders: readonly OrderStreams[], reached: Reached = nobody): Promise<void> {
    const file = `${newId()}.jsonl`;
    const [begun] = await this.database.query<{ segment: number }>(
      'insert into platform.segments (file) values ($1) returning segment',
      [file],
    );
    reached('begun', 0);
    const { segment } = begun!;
    const rows = await this.rowsOf(orders);
    const { sha256, bytes } = await this.folder.write(file, rows);
    reached('written', rows.length);
    prove(await this.folder.read(file, sha256), rows);
    const counts = [rows.length, new Set(rows.map(({ order }) => order)).size];
    await this.database.query(VERIFIED, [segment, sha256, bytes, ...counts]);
    reached('verified', rows.length);
    await this.stub({ segment, file, sha256 }, reached);
  }

  /**
   * Back into the log, byte by byte.
   *
   * @param order only this one of the segment
   * @returns how many events came back
   */
  async restore(segment: number, order?: string): Promise<number> {
    const [row] = await this.database.query<SegmentRow>(`${SEGMENTS} and segment = $1`, [segment]);
    if (!row) return 0;
    const all = await this.folder.read(row.file, row.sha256);
    const wanted = order === undefined ? all : all.filter((line) => line.order === order);
    let restored = 0;
    for (const rows of parts(wanted)) {
      const texts = rows.map(({ data }) => data);
      const changed = await this.database.query(TAKE_BACK, [
        segment,
        rows.map(({ position }) => position),
        texts,
      ]);
      restored += changed.length;
    }
    await this.database.query(EMPTY, [segment, all.map(({ position }) => position)]);
    return restored;
  }

  /** Where the data of these streams lies. */
  async segmentsOf(streams: readonly string[]): Promise<number[]> {
    const rows = await this.database.query<{ segment: number }>(
      `select distinct archived_in as segment from platform.events
       where stream_id = any ($1) and archived_in is not null order by 1`,
      [streams],
    );
    return rows.map(({ segment }) => segment);
  }

  private inState(state: 'writing' | 'verified' | 'restored'): Promise<SegmentRow[]> {
    return this.database.query<SegmentRow>(`${SEGMENTS} and state = $1 order by segment`, [state]);
  }

  private async rowsOf(orders: readonly OrderStreams[]): Promise<ArchivedRow[]> {
    const told = orders.flatMap(({ id, streams }) => streams.map((stream) => [id, stream] as const));
    return this.database.query<ArchivedRow>(ROWS, [told.map(([id]) => id), told.map(([, stream]) => stream)]);
  }

  private async stub({ segment, file, sha256 }: SegmentRow, reached: Reached): Promise<void> {
    const all = await this.folder.read(file, sha256);
    let stubbed = 0;
    for (const rows of parts(all)) {
      await this.database.query(STUB, [
        segment,
        rows.map(({ position }) => position),
        rows.map((row) => row.sha256),
        rows.map(({ data }) => Buffer.byteLength(data)),
      ]);
      stubbed += rows.length;
      reached('stubbed', stubbed);
    }
    await this.database.query(`update platform.segments set state = 'archived' where segment = $1`, [
      segment,
    ]);
    reached('archived', all.length);
  }
}

const SEGMENTS = `select segment, file, encode(sha256, 'hex') as sha256 from platform.segments where true`;

/** @throws Error when the file does not say what was read from the log */
function prove(read: readonly ArchivedRow[], rows: readonly ArchivedRow[]): void {
  const isOwn = ({ data, sha256 }: ArchivedRow) => createHash('sha256').update(data).digest('hex') === sha256;
  if (JSON.stringify(read) !== JSON.stringify(rows) || !read.every(isOwn))
    throw new Error(
      'what was written to the archive is not what stands in the log; nothing has been changed',
    );
}

function* parts(rows: readonly ArchivedRow[]): Generator<readonly ArchivedRow[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}
