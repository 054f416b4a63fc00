import { Injectable } from '@nestjs/common';
import { Database } from '../platform/event-store/database.js';
import type { Template } from './contract.js';
import type { Facts } from './occasions.js';

/** A mail that this process has taken: only with its fence may anything about it be recorded. */
export interface Taken {
  readonly id: string;
  readonly fence: number;
  readonly template: Template;
  readonly orderId: string;
  readonly customerId: string;
  readonly facts: Facts;
  readonly attempts: number;
  readonly round: number;
}

export type Ended =
  { readonly state: 'sent' } | { readonly state: 'failed' | 'suppressed'; readonly reason: string };

const EXPIRED_AT_ONCE = 1_000;

/** The mails that are to be sent, shared by all instances by leases with fencing tokens. */
@Injectable()
export class Outbox {
  constructor(private readonly database: Database) {}

  /**
   * Those whose time has come; of each order only the first, so that its customer hears of it in order.
   *
   * @param busyWith ids that this process still has in hand: a lease that ran out meanwhile is for others
   */
  take(limit: number, leaseMs: number, busyWith: readonly string[] = []): Promise<Taken[]> {
    return this.database.query<Taken>(
      `update notifications.outbox o
       set fence = fence + 1, lease_until = clock_timestamp() + $2 * interval '1 ms'
       where notification_id = any (array(
         select d.notification_id from notifications.outbox d
         where d.state = 'queued' and d.due_at <= now() and (d.lease_until is null or d.lease_until < now())
           and d.notification_id <> all ($3::uuid[])
           and not exists (
             select from notifications.outbox before
             where before.order_id = d.order_id and before.number < d.number and before.state = 'queued')
         order by d.due_at, d.number limit $1 for update skip locked))
       returning notification_id as id, fence, template, order_id as "orderId", customer_id as "customerId", facts,
         attempts, round`,
      [limit, leaseMs, busyWith],
    );
  }

  async ended({ id, fence }: Taken, ended: Ended): Promise<void> {
    const reason = ended.state === 'sent' ? null : ended.reason.slice(0, 500);
    await this.database.query(
      `update notifications.outbox
       set state = $3, reason = $4, lease_until = null, ended_at = clock_timestamp(),
         attempts = attempts + case $3 when 'suppressed' then 0 else 1 end,
         last_error = case $3 when 'sent' then null else $4 end
       where notification_id = $1 and fence = $2 and state = 'queued'`,
      [id, fence, ended.state, reason],
    );
  }

  /** @param counts whether it was the mail's own trouble, and not that nothing could be sent at all */
  async later({ id, fence }: Taken, waitMs: number, error: string, counts: boolean): Promise<void> {
    await this.database.query(
      `update notifications.outbox
       set lease_until = null, due_at = clock_timestamp() + $3 * interval '1 ms', last_error = $4,
         attempts = attempts + $5
       where notification_id = $1 and fence = $2 and state = 'queued'`,
      [id, fence, waitMs, error.slice(0, 500), counts ? 1 : 0],
    );
  }

  /** What nobody could send in time is not sent any more. */
  async expire(maxAgeMs: number): Promise<void> {
    await this.database.query(
      `update notifications.outbox
       set state = 'suppressed', reason = 'too-old', lease_until = null, ended_at = clock_timestamp()
       where notification_id = any (array(
         select notification_id from notifications.outbox
         where state = 'queued' and queued_at < now() - $1 * interval '1 ms'
           and (lease_until is null or lease_until < now())
         limit $2 for update skip locked))`,
      [maxAgeMs, EXPIRED_AT_ONCE],
    );
  }

  /** In how many milliseconds the next one is due; null when nothing waits. */
  async nextDueMs(): Promise<number | null> {
    const [row] = await this.database.query<{ ms: number | null }>(
      `select extract(epoch from min(due_at) - now())::float8 * 1000 as ms from notifications.outbox
       where state = 'queued' and due_at > now()`,
    );
    return row?.ms ?? null;
  }
}
