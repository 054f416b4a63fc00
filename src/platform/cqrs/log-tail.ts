import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { NewerEvent } from '../core/event.js';
import { Database } from '../event-store/database.js';
import { ArchivedData } from '../archive/archived-data.js';
import { EVENT_COLUMNS, EventRegistry, type EventRow } from '../event-store/event-registry.js';
import { LogSignal } from '../event-store/log-signal.js';
import type { Recorded } from '../event-store/recorded.js';
import { Calm } from '../subscriptions/calm.js';
import type { PeriodicTask } from '../subscriptions/periodic-task.js';
import { Semaphore } from '../subscriptions/semaphore.js';
import { liveSkipped, liveUnreadable } from '../telemetry/counters.js';

/** Whoever is further behind than this many positions looks at what is, not at all that was. */
const MAX_BEHIND = 5_000;
/** A page is bounded by events and by their bytes as they are stored: to unpack them only to measure costs more. */
const PAGE_EVENTS = 100;
const PAGE_BYTES = 256 * 1024;
/** However fast the log grows, it is looked at this often at most. */
const PAUSE_MS = 25;

/** An event that only a newer program can read. */
export interface Unreadable {
  readonly position: number;
  readonly stream: string;
  readonly type: string;
  readonly schemaVersion: number;
}
export type Heard = Recorded | Unreadable;
export const isReadable = (heard: Heard): heard is Recorded => 'event' in heard;

export interface TailListener {
  readonly streams: readonly string[];
  readonly types: readonly string[];
  readonly isEverything?: boolean;
  /** In log order. Must not throw. */
  hear(heard: Heard): void;
  /** Events may have been left out: the tail went on from the head of the log. */
  missed(): void;
}

type Listened = Pick<TailListener, 'streams' | 'types' | 'isEverything'>;

type TailRow = { readonly head: number; readonly found: number } & (EventRow | { position: null });

/**
 * The newest events of the log, whichever instance stored them, read once for everybody in this process who only
 * watches. Never the truth for anything: what must not be lost hangs on a subscription.
 */
@PartOf('serving')
@Injectable()
export class LogTail implements Background {
  private readonly byStream = new Map<string, Set<TailListener>>();
  private readonly byType = new Map<string, Set<TailListener>>();
  private readonly ofAll = new Set<TailListener>();
  private readonly listeners = new Set<TailListener>();
  private readonly turns = new Semaphore();
  private readonly pulse: PeriodicTask;
  private deafen: readonly (() => void)[] = [];
  private reading: Promise<unknown> = Promise.resolve();
  private position: number | undefined;
  /** Whether somebody has said that the log has grown since the last look. */
  private told = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly registry: EventRegistry,
    private readonly signal: LogSignal,
    private readonly archive: ArchivedData,
    @Inject(CONFIG) config: Config,
    calm: Calm,
  ) {
    this.pulse = calm.pulse(config.SUBSCRIPTION_POLL_MS, () => this.look());
  }

  start(): void {
    // Somebody who follows a stream waits for news; who only counts events hears of them soon enough.
    const look = () => {
      this.told = true;
      if (this.byStream.size > 0 || this.ofAll.size > 0) this.pulse.beat();
    };
    const compare = (head: number) => {
      if (head !== this.position) look();
    };
    this.deafen = [this.signal.onAppended(look), this.signal.onForeign(look), this.signal.onSeen(compare)];
    this.pulse.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const end of this.deafen) end();
    await this.pulse.stop();
  }

  /** @returns a function that ends it */
  add(listener: TailListener): () => void {
    this.listeners.add(listener);
    if (listener.isEverything) this.ofAll.add(listener);
    for (const stream of listener.streams) join(this.byStream, stream, listener);
    for (const type of listener.types) join(this.byType, type, listener);
    return () => {
      this.listeners.delete(listener);
      this.ofAll.delete(listener);
      for (const stream of listener.streams) leave(this.byStream, stream, listener);
      for (const type of listener.types) leave(this.byType, type, listener);
    };
  }

  /** Resolves when every read that began before this call has ended: later ones know who listens now. */
  async settled(): Promise<void> {
    await this.reading.catch(() => undefined);
  }

  /** The highest position in the log. */
  async head(): Promise<number> {
    const [row] = await this.database.query<{ head: number }>(
      'select coalesce(max(position), 0) as head from platform.events',
    );
    return row!.head;
  }

  /**
   * A page of the past of what somebody listens to, in log order; empty when there is no more.
   *
   * @param after exclusive
   */
  async past({ streams, types, isEverything }: Listened, after: number): Promise<Heard[]> {
    const giveBack = await this.turns.take();
    try {
      const rows = isEverything
        ? await this.database.query<EventRow>(PAST_OF_ALL, [after])
        : types.length > 0
          ? await this.database.query<EventRow>(PAST_OF_TYPE, [types[0], after])
          : await this.database.query<EventRow>(PAST, [streams, after]);
      return (await this.archive.fill(rows)).map((row) => this.heard(row));
    } finally {
      giveBack();
    }
  }

  private async look(): Promise<void> {
    if (this.listeners.size === 0) this.position = undefined;
    let more = this.listeners.size > 0 && (this.told || this.position === undefined);
    this.told = false;
    while (more && !this.stopped) {
      const reading = this.readOn();
      this.reading = reading;
      more = await reading;
      await sleep(PAUSE_MS);
    }
  }

  /** @returns whether there is more at once */
  private async readOn(): Promise<boolean> {
    const rows = await this.database.query<TailRow>(PAGE, [
      this.position ?? null,
      [...this.byStream.keys()],
      [...this.byType.keys()],
      this.registry.all().map(({ type }) => type),
      this.ofAll.size > 0,
    ]);
    const { head, found } = rows[0]!;
    const from = this.position;
    if (from === undefined || head < from || head - from > MAX_BEHIND) {
      this.position = head;
      if (from !== undefined) liveSkipped.inc(Math.max(0, head - from));
      for (const listener of [...this.listeners]) listener.missed();
      return false;
    }
    const events = await this.archive.fill(
      rows.filter((row): row is TailRow & EventRow => row.position !== null),
    );
    const whole = found < PAGE_EVENTS && events.length === found;
    this.position = whole ? head : events.at(-1)!.position;
    for (const row of events) this.tell(this.heard(row));
    return !whole;
  }

  private heard(row: EventRow): Heard {
    try {
      return this.registry.lift(row);
    } catch (error) {
      if (!(error instanceof NewerEvent)) throw error;
      const { position, stream_id: stream, type, schema_version: schemaVersion } = row;
      return { position, stream, type, schemaVersion };
    }
  }

  private tell(heard: Heard): void {
    if (!isReadable(heard)) liveUnreadable.inc();
    const type = isReadable(heard) ? heard.event.type : heard.type;
    const named = [this.byStream.get(heard.stream), this.byType.get(type)].flatMap((set) => [...(set ?? [])]);
    for (const listener of new Set([...this.ofAll, ...named])) listener.hear(heard);
  }
}

function join(map: Map<string, Set<TailListener>>, key: string, listener: TailListener): void {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(listener));
}

function leave(map: Map<string, Set<TailListener>>, key: string, listener: TailListener): void {
  const set = map.get(key);
  set?.delete(listener);
  if (set?.size === 0) map.delete(key);
}

/** Of a CTE `page`: as many rows as fit into the bytes, and at least one. */
const MEASURED = `
  measured as (
    select page.*, sum(coalesce(archived_bytes, pg_column_size(data))) over (order by position) as bytes,
      row_number() over (order by position) as nth
    from page)`;
const FITS = `(bytes <= ${PAGE_BYTES} or nth = 1)`;

/**
 * $1 after, $2 streams, $3 types, $4 the types this program knows: what it does not know is only counted. $5 everything. The page
 * ends at the head that the same statement saw, and whoever is too far behind gets only that.
 */
const PAGE = `
  with head as (select coalesce(max(position), 0) as head from platform.events),
  page as (
    select ${EVENT_COLUMNS}, archived_bytes from platform.events
    where position > $1 and position <= (select head from head) and $1 >= (select head from head) - ${MAX_BEHIND}
      and ($5 or stream_id = any ($2) or type = any ($3) or type <> all ($4))
    order by position limit ${PAGE_EVENTS}),${MEASURED}
  select head.head, (select count(*) from page)::int as found, ${EVENT_COLUMNS}
  from head left join measured on ${FITS}
  order by position`;

const pastOf = (events: string): string => `
  with page as (${events} order by position limit ${PAGE_EVENTS}),${MEASURED}
  select ${EVENT_COLUMNS} from measured where ${FITS} order by position`;

// OFFSET 0: the limit must not tempt the planner into walking the whole log by position.
const PAST = pastOf(`
    select * from (
      select ${EVENT_COLUMNS}, archived_bytes from platform.events where stream_id = any ($1) and position > $2 offset 0) past`);
const PAST_OF_ALL = pastOf(
  `select ${EVENT_COLUMNS}, archived_bytes from platform.events where position > $1`,
);
/** In the order of the index by type. */
const PAST_OF_TYPE = pastOf(`
    select * from (
      select ${EVENT_COLUMNS}, archived_bytes from platform.events
      where (type, position) > ($1::text, $2::bigint) and type = $1 order by type, position limit ${PAGE_EVENTS}) past`);
