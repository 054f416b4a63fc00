import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { ArchivedData } from '../archive/archived-data.js';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { Database } from './database.js';
import { TooMuchAtOnce } from './database-errors.js';
import { EVENT_BYTES, EventRegistry } from './event-registry.js';
import { isoTime } from './iso-time.js';
import { streamOf } from './recorded.js';
import { Snapshots, type Loaded } from './snapshots.js';
import { FOLDED, StreamRows, type FoldRow, type FoldRows, type LastRow } from './stream-rows.js';

/** How many events lie between two snapshots of a stream. */
export const SNAPSHOT_EVERY = Symbol('SNAPSHOT_EVERY');

export interface Point {
  readonly version?: number | undefined;
  /** RFC 3339; events that happened later, and were recorded later by the database's clock, are left out. */
  readonly asOf?: string | undefined;
}

/** A history without a fitting snapshot is being read; whoever asks again later finds it read. */
export class StillReading extends OutcomePending {
  constructor(stream: string) {
    super(`the long history of ${stream} is being read for the first time`, { retryAfterMs: 1_000 });
  }
}

/** A long load leaves a snapshot behind after so many events, from where another one can go on. */
const LONG_STEP = 20_000;
/** So many long loads run at the same time, and so many wait for their turn. */
const LONG_LOADS = 2;
const LONG_LOADS_WAITING = 20;
/** So long somebody waits for a long load, in milliseconds. */
const PATIENCE_MS = 3_000;
const NEWEST = 2 ** 31 - 1;

/** A single row without data when everything together is larger than $2, so that nothing large is read in vain. */
const LOAD_ALL = `
  with sized as materialized (
    select coalesce(sum(${EVENT_BYTES}), 0) <= $2 as fits from platform.events where stream_id = any ($1))
  select stream_id, ${FOLDED} from platform.events
  where stream_id = any ($1) and (select fits from sized)
  union all
  select '', 0, 0, null, '', '', 1, null, null from sized where not fits
  order by position`;
const LOAD_ALL_BYTES = 8 * 2 ** 20;

/** Folds a stream from its newest fitting snapshot, at a cost that does not grow with the stream. */
@Injectable()
export class StreamLoader {
  /** Long loads under way, which go on whether or not anybody still waits for them. */
  private readonly long = new Map<string, Promise<Loaded<unknown>>>();
  private readonly turns = bulkhead(LONG_LOADS, LONG_LOADS_WAITING);
  /** How many long loads have ended. */
  private ended = 0;

  constructor(
    private readonly database: Database,
    private readonly rows: StreamRows,
    private readonly registry: EventRegistry,
    private readonly snapshots: Snapshots,
    private readonly archive: ArchivedData,
    @Inject(SNAPSHOT_EVERY) private readonly every: number,
  ) {}

  /** @throws StillReading while the history of a long stream without a fitting snapshot is read; NewerEvent */
  async load<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    point: Point = {},
  ): Promise<Loaded<State>> {
    const stream = streamOf(decider.category, id);
    const upTo = point.asOf === undefined ? (point.version ?? NEWEST) : await this.versionAt(stream, point);
    const underWay = this.long.get(keyOf(decider, id, upTo)) as Promise<Loaded<State>> | undefined;
    if (underWay) return waited(stream, underWay);
    const { ended } = this;
    const part = await this.rows.of({ stream, shape: decider.shape, upTo });
    // It may have been this one that has been read to its end meanwhile, and left a snapshot.
    if (part.isMore && this.ended !== ended) return this.load(decider, id, point);
    const loaded = this.fold(decider, nothing(decider, id), part);
    if (!part.isMore) {
      if (part.events.length > this.every) this.snapshots.keepSoon(decider, loaded);
      return loaded;
    }
    return waited(stream, this.longLoad(decider, loaded, upTo));
  }

  /**
   * Many short streams by one query, folded from their first event; absent ones come at version 0.
   *
   * @throws TooMuchAtOnce when several streams together are too large
   */
  async loadAll<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    ids: readonly string[],
  ): Promise<Loaded<State>[]> {
    const streams = ids.map((id) => streamOf(decider.category, id));
    const rows = await this.database.prepared<FoldRow & LastRow & { readonly stream_id: string }>(
      'load-streams',
      LOAD_ALL,
      [streams, ids.length > 1 ? LOAD_ALL_BYTES : Number.MAX_SAFE_INTEGER],
    );
    const own = new Map<string, (FoldRow & LastRow)[]>(streams.map((stream) => [stream, []]));
    for (const row of await this.archive.fill(rows)) {
      if (row.data === null) throw new TooMuchAtOnce(`${ids.length} streams of ${decider.category}`);
      own.get(row.stream_id)!.push(row);
    }
    return ids.map((id) => {
      const events = own.get(streamOf(decider.category, id))!;
      return this.fold(decider, nothing(decider, id), { state: null, events, last: events.at(-1) });
    });
  }

  /** Keeps the state if a snapshot boundary lies behind it. */
  snapshot<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    before: number,
    now: Loaded<State>,
  ): void {
    if (Math.floor(before / this.every) === Math.floor(now.version / this.every)) return;
    this.snapshots.keepSoon(decider, now);
  }

  private async versionAt(stream: string, { version = NEWEST, asOf }: Point): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(
      'select platform.version_as_of($1, $2) as version',
      [stream, asOf],
    );
    return Math.min(version, row!.version);
  }

  /** Goes on whether or not anybody still waits for it, and leaves snapshots behind. */
  private longLoad<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    from: Loaded<State>,
    upTo: number,
  ): Promise<Loaded<State>> {
    const key = keyOf(decider, from.id, upTo);
    const underWay = this.long.get(key) as Promise<Loaded<State>> | undefined;
    if (underWay) return underWay;
    const load = this.inTurn(decider, from, upTo).finally(() => {
      this.ended++;
      this.long.delete(key);
    });
    load.catch(() => undefined);
    this.long.set(key, load);
    return load;
  }

  private async inTurn<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    from: Loaded<State>,
    upTo: number,
  ): Promise<Loaded<State>> {
    const stream = streamOf(decider.category, from.id);
    const hasToWait = this.turns.executionSlots === 0;
    try {
      return await this.turns.execute(async () => {
        if (!hasToWait) return this.readOn(decider, from, upTo);
        // Another one may have left a snapshot meanwhile.
        const part = await this.rows.of({ stream, shape: decider.shape, upTo });
        return this.readOn(decider, this.fold(decider, nothing(decider, from.id), part), upTo);
      });
    } catch (error) {
      throw error instanceof BulkheadRejectedError ? new StillReading(stream) : error;
    }
  }

  private async readOn<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    from: Loaded<State>,
    upTo: number,
  ): Promise<Loaded<State>> {
    let loaded = from;
    let kept = from.version;
    for (;;) {
      const part = await this.rows.after(streamOf(decider.category, from.id), loaded.version, upTo);
      loaded = this.fold(decider, loaded, part);
      if (!part.isMore || loaded.version - kept >= LONG_STEP) {
        await this.snapshots.keep(decider, loaded);
        kept = loaded.version;
      }
      if (!part.isMore) return loaded;
    }
  }

  private fold<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    from: Loaded<State>,
    { state: folded, events, last }: Omit<FoldRows, 'isMore'>,
  ): Loaded<State> {
    if (!last) return from;
    let state = (folded as State | null) ?? from.state;
    for (const row of events) {
      state = decider.evolve(state, this.registry.event(row) as Event, isoTime(row.occurred_at));
    }
    const { version, position, event_id: eventId } = last;
    return { id: from.id, state, version, position, at: isoTime(last.occurred_at), eventId };
  }
}

export const nothing = <State>(decider: { initial: State }, id: string): Loaded<State> => ({
  id,
  state: decider.initial,
  version: 0,
  position: 0,
  at: '',
  eventId: null,
});

const keyOf = ({ category, shape }: { category: string; shape: number }, id: string, upTo: number): string =>
  `${streamOf(category, id)}#${shape}@${upTo}`;

/** @throws StillReading when it takes longer than anybody should wait */
async function waited<State>(stream: string, load: Promise<Loaded<State>>): Promise<Loaded<State>> {
  const patience = new AbortController();
  const late = sleep(PATIENCE_MS, undefined, { signal: patience.signal, ref: false });
  late.catch(() => undefined);
  const loaded = await Promise.race([load, late]).finally(() => patience.abort());
  if (!loaded) throw new StillReading(stream);
  return loaded;
}
