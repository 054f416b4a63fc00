import { Injectable } from '@nestjs/common';
import { newId } from '../core/ids.js';
import { Database, type Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import { backoff, describeError } from './failures.js';

/** The first unresolved event of a sequence. */
export interface ParkedHead {
  readonly id: string;
  readonly sequence: string;
  readonly position: number;
  readonly attempts: number;
}

export interface SetAside {
  readonly recorded: Recorded;
  readonly sequence: string;
}

/** After this many failures an event waits for an operator. */
const ATTEMPTS = 5;
const FIRST_RETRY_MS = 150;
const LAST_RETRY_MS = 30_000;

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
    if (events.length > 0)
      await this.insert(tx, subscription, events, { state: 'behind', attempts: 0, error: null });
  }

  /** The first failure of an event: it is tried again soon, beside the others. */
  async setAside(tx: Transaction, subscription: string, event: SetAside, error: unknown): Promise<void> {
    const failure = { state: 'retrying', attempts: 1, error: describeError(error) } as const;
    await this.insert(tx, subscription, [event], failure);
  }

  /** Sequences whose first event may be tried now, the longest waiting first. */
  due(subscription: string, limit: number): Promise<ParkedHead[]> {
    return this.database.query<{ id: string; sequence: string; position: number; attempts: number }>(
      `select id, sequence, position, attempts from (
         select distinct on (sequence) * from platform.parked
         where subscription = $1 and resolved_at is null order by sequence, position) head
       where state <> 'parked' and next_attempt_at <= clock_timestamp()
       order by next_attempt_at limit $2`,
      [subscription, limit],
    );
  }

  async next(subscription: string, sequence: string): Promise<ParkedHead | undefined> {
    const [row] = await this.database.query<{
      id: string;
      sequence: string;
      position: number;
      attempts: number;
    }>(
      `select id, sequence, position, attempts from platform.parked
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

  async failedAgain(tx: Transaction, head: ParkedHead, error: unknown): Promise<void> {
    const attempts = head.attempts + 1;
    await tx.query(
      `update platform.parked
       set state = $2, attempts = $3, error = $4,
         next_attempt_at = clock_timestamp() + $5 * interval '1 ms'
       where id = $1 and resolved_at is null`,
      [
        head.id,
        attempts >= ATTEMPTS ? 'parked' : 'retrying',
        attempts,
        describeError(error),
        backoff(attempts, FIRST_RETRY_MS, LAST_RETRY_MS),
      ],
    );
  }

  private async insert(
    tx: Transaction,
    subscription: string,
    events: readonly SetAside[],
    failure: { state: 'retrying' | 'behind'; attempts: number; error: string | null },
  ): Promise<void> {
    const rows = events.map(({ recorded, sequence }) => ({
      id: newId(),
      sequence,
      position: recorded.position,
      event_id: recorded.id,
      stream_id: recorded.stream,
      version: recorded.version,
      event_type: recorded.event.type,
    }));
    await tx.query(
      `insert into platform.parked (id, subscription, sequence, position, event_id, stream_id, version,
         event_type, state, attempts, error, next_attempt_at)
       select r.id, $1, r.sequence, r.position, r.event_id, r.stream_id, r.version, r.event_type, $2, $3, $4,
         clock_timestamp() + $5 * interval '1 ms'
       from json_to_recordset($6::json) as r(id uuid, sequence text, position bigint, event_id uuid,
         stream_id text, version int, event_type text)
       on conflict (subscription, position) do nothing`,
      [
        subscription,
        failure.state,
        failure.attempts,
        failure.error,
        failure.state === 'behind' ? 0 : backoff(1, FIRST_RETRY_MS, LAST_RETRY_MS),
        JSON.stringify(rows),
      ],
    );
  }
}
