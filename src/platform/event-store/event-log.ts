import { Injectable } from '@nestjs/common';
import { ArchivedData } from '../archive/archived-data.js';
import { Database } from './database.js';
import { EVENT_COLUMNS, EventRegistry, type EventRow } from './event-registry.js';
import { LogSignal } from './log-signal.js';
import { pageRows, type HeadRow, type PageBounds } from './page-rows.js';
import type { Entry, Recorded } from './recorded.js';

/** A stretch of one stream; versions count from 1 and both ends are included. */
export interface Stretch {
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
}

/** A stretch of the log in the order of positions. */
export interface Page {
  readonly after: number;
  /** Everything up to here that was asked for is in the page. */
  readonly upTo: number;
  /** The highest position of the log at the moment of reading; 0 when it is empty. */
  readonly head: number;
  /** About what the events take that were read. */
  readonly bytes: number;
  readonly events: readonly Entry[];
}

interface Newest {
  readonly position: number;
  readonly id: string;
}

/** From each stream as much as the page could hold of it, by its own index: no more is looked at, however long it is. */
const STREAMS = `
  select ${EVENT_COLUMNS}, found from (
    select *, sum(bytes) over (order by position) as total, row_number() over (order by position) as nth,
      count(*) over () as found
    from (
      select *, coalesce(archived_bytes, octet_length(data::text)) as bytes from (
        select e.* from unnest($1::text[], $2::int[]) as told(stream, version)
        cross join lateral (
          select ${EVENT_COLUMNS}, archived_bytes from platform.events
          where stream_id = told.stream and version > told.version order by version limit $3 + 1) e
        order by e.position limit $3 + 1) merged) measured) page
  where nth <= $3 and (nth = 1 or total <= $4)
  order by position`;

/** Reading the log. A position that has been seen is final: nothing ever appears at or below it later. */
@Injectable()
export class EventLog {
  private newest: Newest | undefined;

  constructor(
    private readonly database: Database,
    private readonly registry: EventRegistry,
    private readonly signal: LogSignal,
    private readonly archive: ArchivedData,
  ) {
    signal.onRewritten(() => (this.newest = undefined));
  }

  /**
   * The next part of the log, bounded in events and bytes. Its end is the log's own, seen in the same moment, and no
   * event can stop it: one that cannot be lifted comes with its problem.
   */
  async page(after: number, bounds: PageBounds): Promise<Page> {
    const { limit, upTo = Number.MAX_SAFE_INTEGER, own = [] } = bounds;
    const newest = this.newest;
    const { log, rows, bytes } = await pageRows(this.database, after, newest?.position ?? 0, bounds);
    const { head } = this.watch(newest, log);
    if (own.length > 0 && log.ownId !== own.at(-1)!.id) {
      this.signal.rewritten();
      return this.page(after, { ...bounds, own: [] });
    }
    const isCut = rows.length === limit || rows.length < (log.found ?? 0);
    const end = isCut ? rows.at(-1)!.position : Math.max(after, Math.min(upTo, head));
    const read = (await this.archive.fill(rows)).map((row) => this.registry.read(row));
    return { after, upTo: end, head, bytes, events: own.length === 0 ? read : merged(read, own, end) };
  }

  /** One event as it stands in the log. */
  async at(position: number): Promise<Entry | undefined> {
    const rows = await this.database.query<EventRow>(
      `select ${EVENT_COLUMNS} from platform.events where position = $1`,
      [position],
    );
    const [row] = await this.archive.fill(rows);
    return row && this.registry.read(row);
  }

  /**
   * @param position exclusive lower bound
   * @param limit at most this many events
   */
  async readAfter(position: number, limit: number): Promise<Recorded[]> {
    const rows = await this.database.query<EventRow>(
      `select ${EVENT_COLUMNS} from platform.events where position > $1 order by position limit $2`,
      [position, limit],
    );
    return this.lifted(rows);
  }

  async readStream(
    stream: string,
    { from = 1, to = 2 ** 31 - 1, limit = 2 ** 31 - 1 }: Stretch = {},
  ): Promise<Recorded[]> {
    const rows = await this.database.query<EventRow>(
      `select ${EVENT_COLUMNS} from platform.events
       where stream_id = $1 and version >= $2 and version <= $3 order by version limit $4`,
      [stream, from, to, limit],
    );
    return this.lifted(rows);
  }

  /**
   * The next part of several streams, merged in the order of the log.
   *
   * @param after by stream: the version to go on from; 0 for its first event
   * @param bounds at most so many events, and no more than the bytes of JSON hold, but always one
   */
  async readStreams(
    after: ReadonlyMap<string, number>,
    bounds: Pick<PageBounds, 'limit' | 'bytes'>,
  ): Promise<{ readonly events: Recorded[]; readonly isMore: boolean }> {
    const rows = await this.database.query<EventRow & { found: number }>(STREAMS, [
      ...[[...after.keys()], [...after.values()]],
      ...[bounds.limit, bounds.bytes],
    ]);
    return {
      events: await this.lifted(rows),
      isMore: (rows[0]?.found ?? 0) > rows.length,
    };
  }

  /** The highest position in the log; 0 when it is empty. */
  async head(): Promise<number> {
    const newest = this.newest;
    const [row] = await this.database.query<HeadRow>(
      `select h.position as head, h.event_id as "headId",
         (select event_id from platform.events where position = $1) as "newestId"
       from (select 1) one left join lateral (
         select position, event_id from platform.events order by position desc limit 1) h on true`,
      [newest?.position ?? 0],
    );
    return this.watch(newest, row!).head;
  }

  /** Somebody found that the log does not know what was read from it: nothing that anybody remembers is worth a thing. */
  forget(): void {
    this.signal.rewritten();
  }

  /** A hint that the log has grown; see LogSignal. */
  onAppended(listener: (position: number) => void): () => void {
    return this.signal.onAppended(listener);
  }

  /** @see LogSignal.onForeign */
  heardOfOthers(): void {
    this.signal.heardOfOthers();
  }

  /** @see LogSignal.onSeen */
  onSeen(listener: (head: number) => void): () => void {
    return this.signal.onSeen(listener);
  }

  /** @see LogSignal.onRewritten */
  onRewritten(listener: () => void): () => void {
    return this.signal.onRewritten(listener);
  }

  private async lifted(rows: readonly EventRow[]): Promise<Recorded[]> {
    return (await this.archive.fill(rows)).map((row) => this.registry.lift(row));
  }

  /** An event that has been seen can only be gone from a log that is another one, or has lost its last part. */
  private watch(newest: Newest | undefined, { head, headId, newestId }: HeadRow): { head: number } {
    const isRewritten = newest !== undefined && newestId !== newest.id;
    if (isRewritten && this.newest === newest) this.signal.rewritten();
    if (head !== null && head > (this.newest?.position ?? 0)) this.newest = { position: head, id: headId! };
    return { head: head ?? 0 };
  }
}

/** Whoever has stored something knows that everything before it is settled, so what was read lies around it. */
function merged(read: readonly Entry[], own: readonly Entry[], upTo: number): Entry[] {
  return [...read, ...own.filter(({ position }) => position <= upTo)].sort((a, b) => a.position - b.position);
}
