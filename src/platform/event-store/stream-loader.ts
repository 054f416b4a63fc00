import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { Database } from './database.js';
import { EVENT_COLUMNS, EventRegistry, type EventRow } from './event-registry.js';
import { streamOf } from './recorded.js';

/** How many events lie between two snapshots of a stream. */
export const SNAPSHOT_EVERY = Symbol('SNAPSHOT_EVERY');

/** A folded stream. Version 0: it does not exist (or did not yet, at the asked point in time). */
export interface Loaded<State> {
  readonly id: string;
  readonly state: State;
  readonly version: number;
  readonly position: number;
  /** When its last event happened; empty for version 0. */
  readonly at: string;
  /** Id of its last event. */
  readonly eventId: string | null;
}

export interface Point {
  readonly version?: number | undefined;
  /** RFC 3339; events that happened later are left out. */
  readonly asOf?: string | undefined;
}

interface LoadRow<State> extends EventRow {
  state: State | null;
}

/** Folds a stream from its newest fitting snapshot, in one query, whose cost does not grow with the stream. */
@Injectable()
export class StreamLoader {
  private readonly logger = new Logger(StreamLoader.name);

  constructor(
    private readonly database: Database,
    private readonly registry: EventRegistry,
    @Inject(SNAPSHOT_EVERY) private readonly every: number,
  ) {}

  async load<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    id: string,
    point: Point = {},
  ): Promise<Loaded<State>> {
    const rows = await this.database.prepared<LoadRow<State>>(
      'load-stream',
      `with snapshot as (
         select position, stream_id, version, event_id, occurred_at, state from platform.snapshots
         where stream_id = $1 and shape = $2 and version <= $3 and occurred_at <= $4
         order by version desc limit 1)
       select position, stream_id, version, event_id, event_id as command_id, '' as type, 1 as schema_version,
         null as data, null as metadata, occurred_at, occurred_at as recorded_at, state from snapshot
       union all
       select ${EVENT_COLUMNS}, null from platform.events
       where stream_id = $1 and version > coalesce((select version from snapshot), 0) and version <= $3
         and occurred_at <= $4
       order by version`,
      [streamOf(decider.category, id), decider.shape, point.version ?? 2 ** 31 - 1, point.asOf ?? 'infinity'],
    );
    return rows.reduce((loaded, row) => this.step(decider, loaded, row), nothing(decider, id));
  }

  /** Many short streams by one query, folded from their first event; absent ones come at version 0. */
  async loadAll<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    ids: readonly string[],
  ): Promise<Loaded<State>[]> {
    const rows = await this.database.prepared<EventRow>(
      'load-streams',
      `select ${EVENT_COLUMNS} from platform.events where stream_id = any ($1) order by position`,
      [ids.map((id) => streamOf(decider.category, id))],
    );
    const loaded = new Map(ids.map((id) => [streamOf(decider.category, id), nothing(decider, id)]));
    for (const row of rows) {
      loaded.set(row.stream_id, this.step(decider, loaded.get(row.stream_id)!, { ...row, state: null }));
    }
    return [...loaded.values()];
  }

  private step<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    loaded: Loaded<State>,
    row: LoadRow<State>,
  ): Loaded<State> {
    const at = row.occurred_at.toISOString();
    const state = row.state ?? decider.evolve(loaded.state, this.registry.lift(row).event as Event, at);
    return { id: loaded.id, state, version: row.version, position: row.position, at, eventId: row.event_id };
  }

  /** Keeps the state if a snapshot boundary lies behind it. Best effort: a lost snapshot costs a longer fold, no more. */
  snapshot<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    before: number,
    now: Loaded<State>,
  ): void {
    if (Math.floor(before / this.every) === Math.floor(now.version / this.every)) return;
    this.database
      .query(
        `insert into platform.snapshots (stream_id, version, shape, event_id, position, occurred_at, state)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [
          streamOf(decider.category, now.id),
          now.version,
          decider.shape,
          now.eventId,
          now.position,
          now.at,
          JSON.stringify(now.state),
        ],
      )
      .catch((error: unknown) =>
        this.logger.warn(`snapshot of ${decider.category}-${now.id} failed: ${String(error)}`),
      );
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
