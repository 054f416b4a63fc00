import { Injectable } from '@nestjs/common';
import type { InlineWrite } from '../cqrs/command.js';
import { Database, type Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import { LeaseLost, refusalOf } from './failures.js';
import type { Change } from './subscription.js';

/** The right to move one subscription. Its fence is the proof: every commit asks whether it is still the newest. */
export interface Lease {
  readonly name: string;
  readonly fence: number;
  /** The stored checkpoint when the lease was taken. */
  readonly position: number;
  /** Whoever held it before had to stop, and said so. */
  readonly isTroubled?: boolean;
}

export interface Claim {
  readonly name: string;
  /** 0 for a subscription without a shape. */
  readonly shape: number;
  readonly from: 'head' | 'start';
}

/** A step of a checkpoint. */
export interface Move {
  /** Where its holder left it. */
  readonly from: number;
  readonly to: number;
  /** The last event that the step rests on. */
  readonly last?: Pick<Recorded, 'position' | 'id'> | undefined;
}

const rowOf = ({ name, fence }: Lease, { from, to, last }: Move) => ({
  ...{ name, fence, position: to, from },
  ...(last && { last: { position: last.position, id: last.id } }),
});

const NOTHING: Change = { parts: '', params: [] };

/** Who may run what, by the database's clock alone. */
@Injectable()
export class Leases {
  constructor(private readonly database: Database) {}

  async introduce(claims: readonly Claim[]): Promise<void> {
    await this.database.query(
      `insert into platform.subscriptions (name, position, shape)
       select c.name,
         case c."from" when 'head' then (select coalesce(max(position), 0) from platform.events) else 0 end,
         nullif(c.shape, 0)
       from json_to_recordset($1::json) as c(name text, shape int, "from" text)
       on conflict (name) do nothing`,
      [JSON.stringify(claims)],
    );
  }

  /** @returns how many runners are alive, this one included */
  async reportAlive(owner: string, leaseMs: number): Promise<number> {
    const [row] = await this.database.query<{ alive: number }>(
      `with this_one as (
         insert into platform.runners (owner, seen_until) values ($1, clock_timestamp() + $2 * interval '1 ms')
         on conflict (owner) do update set seen_until = excluded.seen_until)
       select count(*) + 1 as alive from platform.runners where owner <> $1 and seen_until > clock_timestamp()`,
      [owner, leaseMs],
    );
    return row!.alive;
  }

  async leave(owner: string): Promise<void> {
    await this.database.query(
      `delete from platform.runners where owner = $1 or seen_until < clock_timestamp() - interval '1 minute'`,
      [owner],
    );
  }

  /**
   * Takes free subscriptions, and those that this owner holds already (their fence rises too).
   *
   * @param claims what this process can run
   * @param atMost how many
   * @param idleMs only those that have been free for this long
   */
  acquire(
    owner: string,
    claims: readonly Claim[],
    { leaseMs, atMost, idleMs }: { leaseMs: number; atMost: number; idleMs: number },
  ): Promise<Lease[]> {
    return this.database.query<{ name: string; fence: number; position: number; isTroubled: boolean }>(
      `with free as (
         select s.name from platform.subscriptions s
         join json_to_recordset($2::json) as c(name text, shape int) on c.name = s.name
         where s.state = 'running' and coalesce(s.shape, 0) <= c.shape
           and (s.owner = $1 or s.lease_until is null
             or s.lease_until < clock_timestamp() - $5 * interval '1 ms')
         order by s.name limit $4 for update of s skip locked)
       update platform.subscriptions s
       set owner = $1, fence = fence + 1, lease_until = clock_timestamp() + $3 * interval '1 ms'
       from free where s.name = free.name
       returning s.name, s.fence, s.position, s.last_error is not null as "isTroubled"`,
      [owner, JSON.stringify(claims), leaseMs, atMost, idleMs],
    );
  }

  /** @returns the names that are still ours */
  async renew(held: readonly Lease[], leaseMs: number): Promise<Set<string>> {
    if (held.length === 0) return new Set();
    const rows = await this.database.query<{ name: string }>(
      `update platform.subscriptions s set lease_until = clock_timestamp() + $2 * interval '1 ms'
       from json_to_recordset($1::json) as mine(name text, fence bigint)
       where s.name = mine.name and s.fence = mine.fence
       returning s.name`,
      [JSON.stringify(held), leaseMs],
    );
    return new Set(rows.map(({ name }) => name));
  }

  async release({ name, fence }: Lease): Promise<void> {
    await this.database.query(
      `update platform.subscriptions set owner = null, lease_until = clock_timestamp(), updated_at = clock_timestamp()
       where name = $1 and fence = $2`,
      [name, fence],
    );
  }

  /**
   * First statement of a transaction: a paused holder must not keep rows locked, a former one not start at all, and
   * nobody go on from where this database never was.
   *
   * @throws LeaseLost
   */
  async enter(tx: Transaction, { name, fence }: Lease, from: number): Promise<void> {
    const rows = await tx.query(
      `select set_config('idle_in_transaction_session_timeout', '10s', true)
       from platform.subscriptions where name = $1 and fence = $2 and position = $3`,
      [name, fence, from],
    );
    if (rows.length === 0) throw new LeaseLost(`${name} has another owner`);
  }

  /**
   * Last statement of a transaction, or a transaction of its own: nothing commits under a fence that is no longer the
   * newest, or that was made of events which the log does not know.
   *
   * @param change commits with it
   * @throws LeaseLost, LogRewritten
   */
  async checkpoint(tx: Pick<Transaction, 'query'>, lease: Lease, move: Move, change?: Change): Promise<void> {
    const { parts, params } = change ?? NOTHING;
    const statement = `${parts && `with ${parts}`} select platform.checkpoint($${params.length + 1})`;
    try {
      await tx.query(statement, [...params, JSON.stringify([rowOf(lease, move)])]);
    } catch (error) {
      throw refusalOf(error, lease.name);
    }
  }

  /** Takes a subscription out of whosever hands, paused or not: whatever is under way there cannot commit. */
  async seize(name: string, owner: string, leaseMs: number): Promise<Lease> {
    const [row] = await this.database.query<{ fence: number; position: number }>(
      `update platform.subscriptions set owner = $2, fence = fence + 1,
         lease_until = clock_timestamp() + $3 * interval '1 ms'
       where name = $1 returning fence, position`,
      [name, owner, leaseMs],
    );
    return { name, fence: row!.fence, position: row!.position };
  }

  /** Its table has been replaced by one that has seen everything up to the position, parked events included. */
  async rebuilt(tx: Transaction, lease: Lease, position: number, shape: number): Promise<void> {
    const rows = await tx.query(
      `update platform.subscriptions set position = $3, shape = $4, epoch = epoch + 1, fence = fence + 1,
         state = case state when 'beyond-head' then 'running' else state end, owner = null, lease_until = null, last_error = null, failing_since = null, updated_at = clock_timestamp()
       where name = $1 and fence = $2 returning name`,
      [lease.name, lease.fence, position, shape],
    );
    if (rows.length === 0) throw new LeaseLost(`${lease.name} has another owner`);
    await tx.query(
      `update platform.parked set state = 'resolved', resolution = 'rebuilt', resolved_at = clock_timestamp()
       where subscription = $1 and position <= $2 and resolved_at is null and reason <> 'newer-program'`,
      [lease.name, position],
    );
  }

  /** The same as a row of an append: it breaks the append when the lease is lost. */
  checkpointRow(lease: Lease, move: Move): InlineWrite {
    return { statement: 'select platform.checkpoint($1)', row: rowOf(lease, move) };
  }

  /**
   * Stops it if its checkpoint stands where the log has never been: going on from there would skip what is appended
   * in between.
   *
   * @returns whether it was so
   */
  async stopBeyondHead(name: string): Promise<boolean> {
    const rows = await this.database.query(
      `update platform.subscriptions s
       set state = 'beyond-head', fence = fence + 1, owner = null, lease_until = null,
         failing_since = coalesce(failing_since, clock_timestamp()), updated_at = clock_timestamp(),
         last_error = 'the checkpoint ' || s.position || ' is beyond the head of the log, ' || log.head
           || ': the log was restored or has lost its last part'
       from (select coalesce(max(position), 0) as head from platform.events) log
       where s.name = $1 and s.state = 'running' and s.position > log.head returning s.name`,
      [name],
    );
    return rows.length > 0;
  }

  async complain(name: string, error: string): Promise<void> {
    await this.database.query(
      `update platform.subscriptions
       set last_error = $2, failing_since = coalesce(failing_since, clock_timestamp()) where name = $1`,
      [name, error],
    );
  }

  /** Stops it wherever it runs: the fence rises, so a batch under way cannot commit. */
  async pause(
    name: string,
    why: string | null,
    tx: Pick<Transaction, 'query'> = this.database,
  ): Promise<void> {
    await tx.query(
      `update platform.subscriptions
       set state = 'paused', fence = fence + 1, owner = null, lease_until = null,
         last_error = coalesce($2, last_error), updated_at = clock_timestamp()
       where name = $1 and state = 'running'`,
      [name, why],
    );
  }

  async resume(tx: Pick<Transaction, 'query'>, name: string): Promise<void> {
    await tx.query(
      `update platform.subscriptions
       set state = 'running', last_error = null, failing_since = null, updated_at = clock_timestamp()
       where name = $1 and state = 'paused'`,
      [name],
    );
  }
}
