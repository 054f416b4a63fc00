import { Injectable } from '@nestjs/common';
import { newId } from '../core/ids.js';
import { Database, type Transaction } from '../event-store/database.js';
import { LeaseLost } from '../subscriptions/failures.js';
import type { OperationWish } from './contract.js';

export interface Operation {
  readonly id: string;
  readonly verb: string;
  readonly filter: Readonly<Record<string, unknown>>;
  /** How many a second; null: without a rest. */
  readonly pace: number | null;
  readonly state: 'running' | 'done' | 'stopped';
  readonly total: number;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface Progress extends Operation {
  readonly done: number;
  readonly refused: number;
}

export interface HeldOperation extends Operation {
  readonly fence: number;
}

export interface Item {
  readonly ordinal: number;
  readonly object: string;
  readonly state: 'pending' | 'trying' | 'done' | 'refused';
  readonly detail: string | null;
  readonly at: Date | null;
}

const COLUMNS = `o.id, o.verb, o.filter, o.pace, o.state, o.total, o.requested_by as "requestedBy", o.reason,
  o.requested_at as "requestedAt", o.started_at as "startedAt", o.finished_at as "finishedAt"`;
const PROGRESS = `
  select ${COLUMNS}, i.done::int, i.refused::int from platform.operations o, lateral (
    select count(*) filter (where state = 'done') as done, count(*) filter (where state = 'refused') as refused
    from platform.operation_items where operation_id = o.id) i`;

/** The rows of operations and of what they are about. Whoever holds the lease of one carries it on. */
@Injectable()
export class OperationStore {
  constructor(private readonly database: Database) {}

  async create(
    tx: Pick<Transaction, 'query'>,
    { verb, filter, pace, reason }: OperationWish,
    things: readonly string[],
    requestedBy: string,
  ): Promise<Progress> {
    const id = newId();
    await tx.query(
      `insert into platform.operations (id, verb, filter, pace, total, requested_by, reason)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, verb, JSON.stringify(filter), pace === 'all' ? null : pace, things.length, requestedBy, reason],
    );
    await tx.query(
      `insert into platform.operation_items (operation_id, ordinal, object)
       select $1, thing.ordinal, thing.object from unnest($2::text[]) with ordinality as thing(object, ordinal)`,
      [id, things],
    );
    return (await this.find(id, tx))!;
  }

  async find(id: string, on: Pick<Transaction, 'query'> = this.database): Promise<Progress | undefined> {
    const [row] = await on.query<Progress>(`${PROGRESS} where o.id = $1`, [id]);
    return row;
  }

  /** Newest first. */
  list(limit: number, after: { at: string; id: string } | undefined): Promise<Progress[]> {
    return this.database.query<Progress>(
      `${PROGRESS} where $2::timestamptz is null
         or (date_trunc('milliseconds', o.requested_at), o.id) < ($2, $3::uuid)
       order by date_trunc('milliseconds', o.requested_at) desc, o.id desc limit $1`,
      [limit, after?.at ?? null, after?.id ?? null],
    );
  }

  /** In the order in which they are done. */
  items(id: string, state: Item['state'] | undefined, after: number, limit: number): Promise<Item[]> {
    return this.database.query<Item>(
      `select ordinal, object, state, detail, at from platform.operation_items
       where operation_id = $1 and ordinal > $2 and ($3::text is null or state = $3) order by ordinal limit $4`,
      [id, after, state ?? null, limit],
    );
  }

  /** @returns false when it has ended already */
  async stop(tx: Pick<Transaction, 'query'>, id: string): Promise<boolean> {
    const rows = await tx.query(
      `update platform.operations set state = 'stopped', owner = null, lease_until = null,
         finished_at = clock_timestamp() where id = $1 and state = 'running' returning id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Takes one that nobody is working on. */
  async acquire(owner: string, leaseMs: number): Promise<HeldOperation | undefined> {
    const [row] = await this.database.query<HeldOperation>(
      `update platform.operations o set owner = $1, fence = o.fence + 1,
         lease_until = clock_timestamp() + $2 * interval '1 ms',
         started_at = coalesce(o.started_at, clock_timestamp())
       where o.id = (
         select id from platform.operations
         where state = 'running' and (lease_until is null or lease_until < clock_timestamp())
         order by requested_at limit 1 for update skip locked)
       returning ${COLUMNS}, o.fence`,
      [owner, leaseMs],
    );
    return row;
  }

  /**
   * The next thing of an operation, marked as being tried.
   *
   * @returns what it was before, so that whoever takes over knows that it may have been done; undefined at the end
   * @throws LeaseLost also when it was stopped
   */
  async next(held: HeldOperation, leaseMs: number): Promise<Item | undefined> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query(
        `update platform.operations set lease_until = clock_timestamp() + $3 * interval '1 ms'
         where id = $1 and fence = $2 and state = 'running' returning id`,
        [held.id, held.fence, leaseMs],
      );
      if (rows.length === 0) throw new LeaseLost('an operator stopped it, or somebody else carries it on');
      const [item] = await tx.query<Item>(
        `select ordinal, object, state, detail, at from platform.operation_items
         where operation_id = $1 and state in ('pending', 'trying') order by ordinal limit 1`,
        [held.id],
      );
      if (item) await this.mark(tx, held, item, 'trying', null);
      return item;
    });
  }

  async ended(
    held: HeldOperation,
    item: Item,
    state: 'done' | 'refused',
    detail: string | null,
  ): Promise<void> {
    await this.mark(this.database, held, item, state, detail);
  }

  async finish(held: HeldOperation): Promise<void> {
    await this.database.query(
      `update platform.operations set state = 'done', owner = null, lease_until = null, finished_at = clock_timestamp()
       where id = $1 and fence = $2 and state = 'running'`,
      [held.id, held.fence],
    );
  }

  async release(held: HeldOperation): Promise<void> {
    await this.database.query(
      'update platform.operations set owner = null, lease_until = null where id = $1 and fence = $2',
      [held.id, held.fence],
    );
  }

  private async mark(
    on: Pick<Transaction, 'query'>,
    { id }: HeldOperation,
    { ordinal }: Item,
    ...[state, detail]: readonly [Item['state'], string | null]
  ): Promise<void> {
    await on.query(
      `update platform.operation_items set state = $3, detail = $4,
         at = case when $3 = 'trying' then null else clock_timestamp() end
       where operation_id = $1 and ordinal = $2`,
      [id, ordinal, state, detail?.slice(0, 500) ?? null],
    );
  }
}
