import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/event-store/database.js';

/** A queue that this process has taken: only with its fence may anything about it be recorded. */
export interface Taken {
  readonly endpointId: string;
  readonly sequence: string;
  readonly fence: number;
}

/** The first of a queue, and where it goes. */
export interface Due {
  readonly id: string;
  readonly eventId: string;
  readonly position: number | null;
  readonly type: string;
  readonly createdAt: Date;
  readonly failures: number;
  readonly url: string;
  readonly secret: string;
  /** While it still signs. */
  readonly previousSecret: string | null;
}

/** How a try went. */
export interface Tried {
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
}

export type Verdict =
  | { readonly state: 'delivered' }
  | { readonly state: 'failed'; readonly disables?: string }
  | { readonly state: 'pending'; readonly waitMs: number };

/** The queues of all endpoints, shared by all instances by leases with fencing tokens. */
@Injectable()
export class DeliveryQueue {
  constructor(private readonly database: Database) {}

  /**
   * Takes queues whose time has come, of each endpoint as many as it has slots left, so that nobody waits for another's
   * receiver.
   *
   * @param busyWith what this process still has in hand: it takes slots, and a lease that ran out is for others
   */
  take(busyWith: readonly Taken[], slots: number, leaseMs: number): Promise<Taken[]> {
    return this.database.query<Taken>(
      `with busy as materialized (
         select "endpointId" as endpoint_id, sequence
         from json_to_recordset($1::json) as r("endpointId" uuid, sequence text))
       update webhooks.queues q set fence = fence + 1, lease_until = clock_timestamp() + $3 * interval '1 ms'
       from (
         select due.endpoint_id, due.sequence from webhooks.endpoints e
         cross join lateral (
           select d.endpoint_id, d.sequence from webhooks.queues d
           where d.endpoint_id = e.endpoint_id and d.due_at <= now()
             and (d.lease_until is null or d.lease_until < now())
             and (d.endpoint_id, d.sequence) not in (select endpoint_id, sequence from busy)
           order by d.due_at
           limit greatest($2 - (select count(*) from busy where busy.endpoint_id = e.endpoint_id), 0)
           for update skip locked) due
         where e.state = 'enabled') due
       where q.endpoint_id = due.endpoint_id and q.sequence = due.sequence
       returning q.endpoint_id as "endpointId", q.sequence, q.fence`,
      [JSON.stringify(busyWith), slots, leaseMs],
    );
  }

  /**
   * In how many milliseconds the next one is due; null when nothing waits.
   *
   * @param full endpoints that are left aside, because they have no slot left
   */
  async nextDueMs(full: readonly string[] = []): Promise<number | null> {
    const [row] = await this.database.query<{ ms: number | null }>(
      `select extract(epoch from min(q.due_at) - now())::float8 * 1000 as ms
       from webhooks.endpoints e
       cross join lateral (
         select due_at from webhooks.queues
         where endpoint_id = e.endpoint_id and (lease_until is null or lease_until < now())
         order by due_at limit 1) q
       where e.state = 'enabled' and e.endpoint_id <> all ($1::uuid[])`,
      [full],
    );
    return row?.ms ?? null;
  }

  async first({ endpointId, sequence }: Taken): Promise<Due | undefined> {
    const [due] = await this.database.query<Due>(
      `select d.delivery_id as id, d.event_id as "eventId", d.position, d.type, d.created_at as "createdAt", d.failures,
         e.url, e.secret, case when e.previous_until > now() then e.previous_secret end as "previousSecret"
       from webhooks.deliveries d join webhooks.endpoints e using (endpoint_id)
       where d.endpoint_id = $1 and d.sequence = $2 and d.state = 'pending' and e.state = 'enabled'
       order by d.position, d.number limit 1`,
      [endpointId, sequence],
    );
    return due;
  }

  /** Records a try with what follows from it; nothing of a process whose lease has gone to another. */
  settle(taken: Taken, { id }: Due, tried: Tried, verdict: Verdict): Promise<void> {
    return this.database.transaction(async (tx) => {
      const disables = verdict.state === 'failed' ? verdict.disables : undefined;
      if (disables !== undefined) await tx.query(LOCK_ENDPOINT, [taken.endpointId]);
      if (!(await holds(tx, taken))) return;
      const [{ attempts } = { attempts: undefined }] = await tx.query<{ attempts: number }>(
        `update webhooks.deliveries set attempts = attempts + 1, last_status = $3, last_error = $4, state = $2,
           failures = case $2 when 'delivered' then 0 else failures + 1 end,
           ended_at = case $2 when 'pending' then null else clock_timestamp() end
         where delivery_id = $1 and state = 'pending' returning attempts`,
        [id, verdict.state, tried.status, tried.error],
      );
      const hasEnded = attempts !== undefined && verdict.state !== 'pending';
      await release(tx, taken, hasEnded ? 1 : 0, verdict.state === 'pending' ? verdict.waitMs : 0);
      if (attempts === undefined) return;
      await tx.query(
        `insert into webhooks.attempts (delivery_id, attempt, duration_ms, status, error, response)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, attempts, tried.durationMs, tried.status, tried.error, tried.response],
      );
      if (disables === undefined) return;
      await tx.query(
        `update webhooks.endpoints set state = 'disabled', disabled_reason = $2, version = version + 1,
           updated_at = clock_timestamp() where endpoint_id = $1 and state = 'enabled'`,
        [taken.endpointId, disables],
      );
    });
  }

  /** Without a try: nothing is due any more, or it could not be made. */
  giveBack(taken: Taken, waitMs: number): Promise<void> {
    return this.database.transaction(async (tx) => {
      if (await holds(tx, taken)) await release(tx, taken, 0, waitMs);
    });
  }
}

/** Everybody locks in this order: the endpoint where it changes, the queue, its deliveries. */
const LOCK_ENDPOINT = 'select from webhooks.endpoints where endpoint_id = $1 for update';

async function holds(tx: Transaction, { endpointId, sequence, fence }: Taken): Promise<boolean> {
  const rows = await tx.query(
    'select from webhooks.queues where endpoint_id = $1 and sequence = $2 and fence = $3 for update',
    [endpointId, sequence, fence],
  );
  return rows.length > 0;
}

async function release(tx: Transaction, taken: Taken, ended: number, waitMs: number): Promise<void> {
  const key = [taken.endpointId, taken.sequence];
  await tx.query(
    `update webhooks.queues set pending = pending - $3, lease_until = null,
       due_at = clock_timestamp() + $4 * interval '1 ms' where endpoint_id = $1 and sequence = $2`,
    [...key, ended, waitMs],
  );
  await tx.query('delete from webhooks.queues where endpoint_id = $1 and sequence = $2 and pending = 0', key);
}
