import { Injectable } from '@nestjs/common';
import { Rejection } from '../core/rejection.js';
import type { Signal } from '../core/saga-signals.js';
import type { Direction } from '../core/saga-events.js';
import type { SagaState, SagaStatus } from '../core/saga-state.js';
import type { CommandContext, Written } from '../cqrs/command.js';
import { demandVersion } from '../cqrs/expected-version.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Database } from '../event-store/database.js';
import { eventsSince, withEventsSince, type Meanwhile } from '../event-store/meanwhile.js';
import { streamOf } from '../event-store/recorded.js';
import { StreamCache } from '../event-store/stream-cache.js';
import { StreamLoader } from '../event-store/stream-loader.js';
import type { Loaded } from '../event-store/snapshots.js';
import { UnitOfWork } from '../event-store/unit-of-work.js';
import { SagaRegistry } from './saga-registry.js';

export interface SagaRow {
  readonly sagaId: string;
  readonly state: SagaStatus;
  readonly stuckStep?: string;
  readonly stuckDetail?: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly nextAttemptAt?: string;
  readonly lastError?: string;
}

/** What would follow from a verb. */
export interface Preview {
  readonly records: readonly { readonly type: string; readonly data: object }[];
  readonly sends: readonly {
    readonly command: string;
    readonly step: string;
    readonly direction: Direction | 'tell';
  }[];
}

/** The saga after a verb, or as it would be. */
export type AfterVerb = Pick<SagaState, 'status'> & { readonly preview?: Preview };

export interface SagaFilter extends Pick<StuckFilter, 'step' | 'error'> {
  readonly saga: string;
  readonly state?: SagaStatus | undefined;
  readonly after?: { readonly updatedAt: string; readonly sagaId: string } | undefined;
  readonly limit: number;
}

export interface StuckFilter {
  readonly ids?: readonly string[] | undefined;
  readonly step?: string | undefined;
  /** Part of what it failed with. */
  readonly error?: string | undefined;
}

interface Row {
  saga_id: string;
  state: SagaStatus;
  stuck_step: string | null;
  stuck_detail: string | null;
  started_at: Date;
  updated_at: Date;
  due_at: Date | null;
  last_error: string | null;
}

const STATES: readonly SagaStatus[] = [
  'running',
  'completed',
  'compensating',
  'compensated',
  'needs-attention',
];

const STUCK: readonly SagaStatus[] = ['needs-attention'];

/** The newest of each state by index, then the newest of all. */
const LIST = `
  with page as (
    select s.* from unnest($2::text[]) as of(state)
    cross join lateral (
      select s.*, date_trunc('milliseconds', s.updated_at at time zone 'UTC') as changed from platform.sagas s
      where s.saga = $1 and s.state = of.state and ($6::text is null or s.stuck_step = $6)
        and ($7::text is null or position(lower($7) in lower(s.stuck_detail)) > 0) and ($3::timestamptz is null
        or (date_trunc('milliseconds', s.updated_at at time zone 'UTC'), s.saga_id)
          < ($3::timestamptz at time zone 'UTC', $4::text))
      order by date_trunc('milliseconds', s.updated_at at time zone 'UTC') desc, s.saga_id desc limit $5) s
    order by s.changed desc, s.saga_id desc limit $5)
  select s.saga_id, s.state, s.stuck_step, s.stuck_detail, s.started_at, s.updated_at, t.due_at, t.last_error
  from page s
  left join lateral (
    select due_at, last_error from platform.saga_tasks t
    where t.saga = s.saga and t.saga_id = s.saga_id and t.kind = 'command' and t.state <> 'done'
    order by due_at limit 1) t on true
  order by s.changed desc, s.saga_id desc`;

/** What operators see of sagas, and what they can tell them. */
@Injectable()
export class SagaAdmin {
  constructor(
    private readonly database: Database,
    private readonly store: AggregateStore,
    private readonly loader: StreamLoader,
    private readonly sagas: SagaRegistry,
  ) {}

  /** Sagas that changed last come first. */
  async list({ saga, state, step, error, after, limit }: SagaFilter): Promise<SagaRow[]> {
    // Only what is stuck has a step and an error: the many that have ended are not looked through for them.
    const all = step === undefined && error === undefined ? STATES : STUCK;
    const rows = await this.database.query<Row>(LIST, [
      saga,
      all.filter((each) => state === undefined || each === state),
      after?.updatedAt ?? null,
      after?.sagaId ?? null,
      limit,
      step ?? null,
      error ?? null,
    ]);
    return rows.map(toRow);
  }

  /** The ids of those that are stuck, oldest first. */
  async stuck(saga: string, filter: StuckFilter, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select saga_id as id from platform.sagas
       where saga = $1 and state = 'needs-attention' and ($2::text[] is null or saga_id = any ($2))
         and ($3::text is null or stuck_step = $3)
         and ($4::text is null or position(lower($4) in lower(stuck_detail)) > 0)
       order by updated_at, saga_id limit $5`,
      [saga, filter.ids ?? null, filter.step ?? null, filter.error ?? null, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** How many of these sagas are under way: a step, or somebody to tell. */
  async unsettled(saga: string, sagaIds: readonly string[]): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from platform.sagas
       where saga = $1 and saga_id = any ($2) and state in ('running', 'compensating')`,
      [saga, sagaIds],
    );
    return row!.n;
  }

  /** Those of these sagas that have ended. */
  async ended(saga: string, sagaIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ saga_id: string }>(
      `select saga_id from platform.sagas
       where saga = $1 and saga_id = any ($2) and state in ('completed', 'compensated')`,
      [saga, sagaIds],
    );
    return rows.map(({ saga_id }) => saga_id);
  }

  /**
   * @returns the saga after the verb
   * @throws Rejection `saga.not-found`, `saga.not-stuck`, `saga.has-ended`, `saga.cannot-resolve`,
   *   `saga.ambiguous-verb`, `precondition-failed` for a stale If-Match
   */
  tell(name: string, sagaId: string, input: Signal, by: CommandContext): Promise<Written<SagaState>> {
    const saga = this.sagas.get(name);
    return this.store.change(saga.decider, sagaId, by, async (unit) => {
      await this.admit(name, sagaId, await unit.load(saga.decider, sagaId), by);
      await saga.signal(unit, sagaId, input);
      return unit.load(saga.decider, sagaId);
    });
  }

  /**
   * What a verb would do, without doing it.
   *
   * @throws Rejection as `tell` would
   */
  async preview(
    name: string,
    sagaId: string,
    input: Signal,
    by: CommandContext,
  ): Promise<Written<AfterVerb>> {
    const saga = this.sagas.get(name);
    const unit = new UnitOfWork(this.loader, new StreamCache(), by, true);
    const before = await unit.load(saga.decider, sagaId);
    await this.admit(name, sagaId, before, by);
    await saga.signal(unit, sagaId, input);
    const { status } = (await unit.load(saga.decider, sagaId)).state;
    const { events, inline } = unit.toAppend();
    const records = events.map(({ event: { type, data } }) => ({ type, data }));
    const sends = inline.map(({ row }) => row as Preview['sends'][number]).filter(({ command }) => command);
    const shown = sends.map(({ command, step, direction }) => ({ command, step, direction }));
    const { version, position } = before;
    return { id: sagaId, state: { status, preview: { records, sends: shown } }, version, position };
  }

  /** @throws Rejection `saga.not-found` */
  async versionOf(name: string, sagaId: string): Promise<number> {
    const { version } = await this.loader.load(this.sagas.get(name).decider, sagaId);
    if (version === 0) throw new Rejection('saga.not-found', 'no such saga');
    return version;
  }

  /** What happened after a version, oldest first; of very much only the beginning. */
  since(name: string, sagaId: string, version: number): Promise<Meanwhile[]> {
    return eventsSince(this.database, this.streamOf(name, sagaId), version);
  }

  /** Whoever comes second learns what the first has done. */
  private async admit(
    name: string,
    sagaId: string,
    { version }: Loaded<SagaState>,
    { append }: CommandContext,
  ): Promise<void> {
    if (version === 0) throw new Rejection('saga.not-found', 'no such saga');
    try {
      demandVersion(append?.expectedVersion, version);
    } catch (error) {
      const stream = this.streamOf(name, sagaId);
      throw await withEventsSince(error, this.database, stream, append?.expectedVersion);
    }
  }

  private streamOf(name: string, sagaId: string): string {
    return streamOf(this.sagas.get(name).decider.category, sagaId);
  }
}

const toRow = (row: Row): SagaRow => ({
  sagaId: row.saga_id,
  state: row.state,
  startedAt: row.started_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  ...(row.stuck_step !== null && { stuckStep: row.stuck_step }),
  ...(row.stuck_detail !== null && { stuckDetail: row.stuck_detail }),
  ...(row.due_at !== null && { nextAttemptAt: row.due_at.toISOString() }),
  ...(row.last_error !== null && { lastError: row.last_error }),
});
