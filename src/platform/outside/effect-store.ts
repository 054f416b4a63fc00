import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { fromRows } from '../ops/attention-sources.js';
import type { AttentionSource } from '../ops/attention.js';

/** An intent that this process has taken. */
export interface Intent {
  readonly position: number;
  readonly fence: number;
  /** How often it was taken; the first time nobody can have asked before. */
  readonly attempts: number;
}

export const INTEND = `
  insert into platform.effects (subscription, position, sequence)
  select $1, r.position, r.sequence from json_to_recordset($2::json) as r(position bigint, sequence text)
  on conflict (subscription, position) do nothing`;

const KEPT_DAYS = 30;

/** Intents and outcomes of effects, shared by all instances by leases with fencing tokens. */
@Injectable()
export class EffectStore {
  constructor(private readonly database: Database) {}

  /**
   * The first of each sequence whose time has come; that it will be asked for is recorded by taking it.
   *
   * @param limit at most so many
   * @param leaseSeconds how long nobody else takes them
   * @param busyWith positions that this process is still asking for: a lease that ran out meanwhile is for others
   */
  take(
    subscription: string,
    limit: number,
    leaseSeconds: number,
    busyWith: readonly number[],
  ): Promise<Intent[]> {
    return this.database.query<{ position: number; fence: number; attempts: number }>(
      `update platform.effects e
       set state = 'asked', fence = fence + 1, attempts = attempts + 1,
         lease_until = clock_timestamp() + $3 * interval '1 second'
       where subscription = $1 and position = any (array(
         select d.position from platform.effects d
         where d.subscription = $1 and d.state <> 'done' and d.due_at <= clock_timestamp()
           and d.position <> all ($4::bigint[])
           and (d.lease_until is null or d.lease_until < clock_timestamp())
           and not exists (
             select from platform.effects before where before.subscription = $1 and before.state <> 'done'
               and before.sequence = d.sequence and before.position < d.position)
         order by d.due_at, d.position limit $2 for update skip locked))
       returning position, fence, attempts`,
      [subscription, limit, leaseSeconds, busyWith],
    );
  }

  async done(subscription: string, { position, fence }: Intent, outcome: string): Promise<void> {
    await this.database.query(
      `update platform.effects set state = 'done', outcome = left($4, 200), lease_until = null,
         ended_at = clock_timestamp()
       where subscription = $1 and position = $2 and fence = $3 and state <> 'done'`,
      [subscription, position, fence, outcome],
    );
  }

  async again(
    subscription: string,
    { position, fence }: Intent,
    delayMs: number,
    error: string,
  ): Promise<void> {
    await this.database.query(
      `update platform.effects
       set lease_until = null, due_at = clock_timestamp() + $4 * interval '1 ms', last_error = left($5, 500)
       where subscription = $1 and position = $2 and fence = $3 and state <> 'done'`,
      [subscription, position, fence, delayMs, error],
    );
  }

  /** Takes the leases of those that a long answer keeps busy further on. */
  async renew(subscription: string, intents: readonly Intent[], leaseSeconds: number): Promise<void> {
    if (intents.length === 0) return;
    await this.database.query(
      `update platform.effects e set lease_until = clock_timestamp() + $3 * interval '1 second'
       from json_to_recordset($2::json) as mine(position bigint, fence bigint)
       where e.subscription = $1 and e.position = mine.position and e.fence = mine.fence and e.state <> 'done'`,
      [subscription, JSON.stringify(intents), leaseSeconds],
    );
  }

  /** Outcomes that are older than anybody asks for. */
  async forget(): Promise<void> {
    await this.database.query(
      `delete from platform.effects where ctid = any (array(
         select ctid from platform.effects
         where state = 'done' and ended_at < now() - $1 * interval '1 day' limit 1000))`,
      [KEPT_DAYS],
    );
  }
}

/** They are tried on; one line for each effect that does not get through. */
export const heldEffects = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select subscription as id, 'effect' as kind, subscription as object,
       count(*) || ' wait and are tried on: ' || (array_agg(last_error order by due_at desc))[1] as detail,
       min(created_at) as since
     from platform.effects
     where state <> 'done' and last_error is not null and created_at < clock_timestamp() - interval '5 minutes'
     group by subscription`,
    () => [{ rel: 'look', method: 'GET', href: '/v1/ops/subscriptions' }],
  );
