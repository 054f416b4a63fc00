import { Injectable } from '@nestjs/common';
import { NewerEvent } from '../core/event.js';
import { newId } from '../core/ids.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { Database, type Transaction } from '../event-store/database.js';
import type { Entry } from '../event-store/recorded.js';
import { backoff, describeError } from './failures.js';

/** The first unresolved event of a sequence. */
export interface ParkedHead {
  readonly id: string;
  readonly sequence: string;
  readonly position: number;
  readonly attempts: number;
  /** When it was to be tried, as it is stored: another time means that somebody has decided since. */
  readonly dueAt: string;
}

export interface SetAside {
  readonly recorded: Entry;
  readonly sequence: string;
}

interface Failure {
  readonly state: 'retrying' | 'behind' | 'parked';
  readonly reason: 'failed' | 'newer-program' | 'not-yet';
  readonly attempts: number;
  readonly error: string | null;
  readonly delayMs: number;
  readonly awaits?: OutcomePending['options']['until'];
}

const BEHIND: Failure = { state: 'behind', reason: 'failed', attempts: 0, error: null, delayMs: 0 };
const NEWER = { state: 'parked', reason: 'newer-program', error: null, delayMs: 0 } as const;

/** After this many failures an event waits for an operator. */
const ATTEMPTS = 5;
const FIRST_RETRY_MS = 150;
const LAST_RETRY_MS = 30_000;
/** How often what waits for nobody knows what is looked at, and what waits for another event at the latest. */
const NOT_YET_MS = 1_000;
const AWAITED_MS = 60_000;

/** What becomes of an event after an error: what waits by nobody's fault is not counted. */
function failureOf(error: unknown, before: number): Failure {
  const described = describeError(error);
  if (error instanceof NewerEvent) return { ...NEWER, attempts: before, error: described };
  if (error instanceof OutcomePending) {
    const { retryAfterMs, until } = error.options;
    const delayMs = retryAfterMs ?? (until ? AWAITED_MS : NOT_YET_MS);
    const awaits = until && { awaits: until };
    return { state: 'retrying', reason: 'not-yet', attempts: before, error: described, delayMs, ...awaits };
  }
  const attempts = before + 1;
  return {
    state: attempts >= ATTEMPTS ? 'parked' : 'retrying',
    reason: 'failed',
    attempts,
    error: described,
    delayMs: backoff(attempts, FIRST_RETRY_MS, LAST_RETRY_MS),
  };
}

/** A position is taken anew only where the log was restored: by another event. */
const INSERT = `
  insert into platform.parked (id, subscription, sequence, position, event_id, stream_id, version,
     event_type, schema_version, state, reason, attempts, error, next_attempt_at, awaits_stream, awaits_type)
   select r.id, $1, r.sequence, r.position, r.event_id, r.stream_id, r.version, r.event_type, r.schema_version,
     $2, $3, $4, r.error, clock_timestamp() + $5 * interval '1 ms', $7, $8
   from json_to_recordset($6::json) as r(id uuid, sequence text, position bigint, event_id uuid,
     stream_id text, version int, event_type text, schema_version int, error text)
   on conflict (subscription, position) do update
   set id = excluded.id, sequence = excluded.sequence, event_id = excluded.event_id,
     stream_id = excluded.stream_id, version = excluded.version, event_type = excluded.event_type,
     schema_version = excluded.schema_version, state = excluded.state, reason = excluded.reason,
     attempts = excluded.attempts, error = excluded.error, next_attempt_at = excluded.next_attempt_at,
     awaits_stream = excluded.awaits_stream, awaits_type = excluded.awaits_type,
     parked_at = clock_timestamp(), resolved_at = null, resolution = null
   where parked.event_id <> excluded.event_id`;

/** The rows of events that were set aside. Only the holder of the subscription's lease adds to them. */
@Injectable()
export class Parking {
  constructor(private readonly database: Database) {}

  async sequences(subscription: string): Promise<Set<string>> {
    const rows = await this.database.query<{ sequence: string }>(
      'select distinct sequence from platform.parked where subscription = $1 and resolved_at is null',
      [subscription],
    );
    return new Set(rows.map(({ sequence }) => sequence));
  }

  /** Later events of sequences that wait already. */
  async queue(tx: Transaction, subscription: string, events: readonly SetAside[]): Promise<void> {
    if (events.length > 0) await this.insert(tx, subscription, events, BEHIND);
  }

  /** The first failure of an event: it is tried again soon, beside the others. */
  async setAside(tx: Transaction, subscription: string, event: SetAside, error: unknown): Promise<void> {
    await this.insert(tx, subscription, [event], failureOf(error, 0));
  }

  /** Events that only a newer program can lift: nothing is tried before such a one holds the subscription. */
  async leaveToNewer(tx: Transaction, subscription: string, events: readonly SetAside[]): Promise<void> {
    if (events.length > 0) await this.insert(tx, subscription, events, { ...NEWER, attempts: 0 });
  }

  /** What had to wait for a newer program is tried again if this program is new enough. */
  async reviveKnown(subscription: string, knows: (type: string, version: number) => boolean): Promise<void> {
    const kinds = await this.database.query<{ type: string; version: number }>(
      `select distinct p.event_type as type, p.schema_version as version from platform.parked p
       where p.subscription = $1 and p.state = 'parked' and p.reason = 'newer-program'`,
      [subscription],
    );
    const known = kinds.filter(({ type, version }) => knows(type, version));
    if (known.length === 0) return;
    await this.database.query(
      `update platform.parked p set state = 'retrying', attempts = 0, next_attempt_at = clock_timestamp()
       from json_to_recordset($2::json) as k(type text, version int)
       where p.subscription = $1 and p.state = 'parked' and p.reason = 'newer-program'
         and p.event_type = k.type and p.schema_version = k.version`,
      [subscription, JSON.stringify(known)],
    );
  }

  /** Sequences whose first event may be tried now, the longest waiting first. */
  due(subscription: string, limit: number): Promise<ParkedHead[]> {
    return this.database.query<ParkedHead>(
      `select id, sequence, position, attempts, next_attempt_at::text as "dueAt" from (
         select distinct on (sequence) * from platform.parked
         where subscription = $1 and resolved_at is null order by sequence, position) head
       where state <> 'parked' and (next_attempt_at <= clock_timestamp() or exists (
         select from platform.events e where e.stream_id = awaits_stream and e.type = awaits_type))
       order by next_attempt_at limit $2`,
      [subscription, limit],
    );
  }

  async next(subscription: string, sequence: string): Promise<ParkedHead | undefined> {
    const [row] = await this.database.query<ParkedHead>(
      `select id, sequence, position, attempts, next_attempt_at::text as "dueAt" from platform.parked
       where subscription = $1 and sequence = $2 and resolved_at is null order by position limit 1`,
      [subscription, sequence],
    );
    return row;
  }

  /** @returns false when an operator was faster; the effects must then be rolled back */
  async delivered(tx: Transaction, id: string): Promise<boolean> {
    const rows = await tx.query(
      `update platform.parked
       set state = 'resolved', resolution = 'delivered', resolved_at = clock_timestamp(), attempts = attempts + 1
       where id = $1 and resolved_at is null returning id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Whoever wants it tried again while a try is under way means another one. */
  async failedAgain(tx: Transaction, head: ParkedHead, error: unknown): Promise<void> {
    const { state, reason, attempts, error: described, delayMs, awaits } = failureOf(error, head.attempts);
    await tx.query(
      `update platform.parked
       set state = case when next_attempt_at = $9::timestamptz then $2 else state end, reason = $3, attempts = $4,
         error = $5, awaits_stream = $7, awaits_type = $8,
         next_attempt_at = case when next_attempt_at = $9::timestamptz
           then clock_timestamp() + $6 * interval '1 ms' else next_attempt_at end
       where id = $1 and resolved_at is null`,
      [
        ...[head.id, state, reason, attempts, described, delayMs],
        ...[awaits?.stream ?? null, awaits?.type ?? null, head.dueAt],
      ],
    );
  }

  private async insert(
    tx: Transaction,
    subscription: string,
    events: readonly SetAside[],
    failure: Failure,
  ): Promise<void> {
    const rows = events.map(({ recorded, sequence }) => ({
      id: newId(),
      sequence,
      position: recorded.position,
      event_id: recorded.id,
      stream_id: recorded.stream,
      version: recorded.version,
      event_type: recorded.event.type,
      schema_version: recorded.schemaVersion,
      error: recorded.problem ? describeError(recorded.problem) : failure.error,
    }));
    await tx.query(INSERT, [
      subscription,
      failure.state,
      failure.reason,
      failure.attempts,
      failure.delayMs,
      JSON.stringify(rows),
      failure.awaits?.stream ?? null,
      failure.awaits?.type ?? null,
    ]);
  }
}
