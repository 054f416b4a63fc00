import { Injectable } from '@nestjs/common';
import { newId } from '../core/ids.js';
import { Database, type Transaction } from '../event-store/database.js';
import { LeaseLost } from '../subscriptions/failures.js';

export interface SnapshotRebuild {
  readonly id: string;
  readonly state: 'running' | 'stopped' | 'done' | 'failed';
  /** All streams up to this one have been visited. */
  readonly lastStream: string;
  readonly done: number;
  /** Null until they have been counted. */
  readonly total: number | null;
  /** Streams that could not be folded. */
  readonly skipped: number;
  readonly events: number;
  readonly eventsTotal: number | null;
  readonly requestedBy: string;
  readonly reason: string;
  /** Why it failed, or why the last of the skipped streams was skipped. */
  readonly error: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

export interface HeldRebuild extends SnapshotRebuild {
  readonly fence: number;
}

/** By category. */
export type Shapes = Readonly<Record<string, number>>;

export interface Stride {
  readonly lastStream: string;
  readonly done?: number;
  readonly events?: number;
  /** Why a stream was skipped. */
  readonly skipped?: string | undefined;
}

const COLUMNS = `id, state, last_stream as "lastStream", done, total, skipped, events, events_total as "eventsTotal",
  requested_by as "requestedBy", reason, error, requested_at as "requestedAt", started_at as "startedAt",
  updated_at as "updatedAt", finished_at as "finishedAt"`;

/** A statement of whoever holds the lease. @param set a constant */
const byHolder = (set: string): string => `
  update platform.snapshot_rebuilds set ${set}, updated_at = clock_timestamp()
  where id = $1 and fence = $2 and state = 'running' returning ${COLUMNS}`;
const COUNTED = byHolder('total = $3, events_total = $4');
const ADVANCE = byHolder(`last_stream = $3, done = done + $4, events = events + $5,
  skipped = skipped + ($6::text is not null)::int, error = coalesce($6, error)`);
const RENEW = byHolder(`lease_until = clock_timestamp() + $3 * interval '1 ms'`);
const RELEASE = byHolder('owner = null, lease_until = null');
const FINISH =
  byHolder(`state = case when $3::text is null then 'done' else 'failed' end, error = coalesce($3, error),
  total = case when $3::text is null then done else total end,
  events_total = case when $3::text is null then events else events_total end,
  owner = null, lease_until = null, finished_at = clock_timestamp()`);

/** The rows of rebuilds of snapshots. One runs at a time; whoever holds its lease carries it on. */
@Injectable()
export class SnapshotRebuilds {
  constructor(private readonly database: Database) {}

  /** @returns undefined when one is running already */
  async request(
    tx: Pick<Transaction, 'query'>,
    shapes: Shapes,
    why: Pick<SnapshotRebuild, 'requestedBy' | 'reason'>,
  ): Promise<SnapshotRebuild | undefined> {
    const [row] = await tx.query<SnapshotRebuild>(
      `insert into platform.snapshot_rebuilds (id, shapes, requested_by, reason) values ($1, $2, $3, $4)
       on conflict (state) where state = 'running' do nothing returning ${COLUMNS}`,
      [newId(), JSON.stringify(shapes), why.requestedBy, why.reason],
    );
    return row;
  }

  /**
   * Takes the one that nobody is working on, unless it was asked for by a program with newer shapes. One of an older
   * program begins anew: what it has stored no longer fits.
   */
  async acquire(owner: string, shapes: Shapes, leaseMs: number): Promise<HeldRebuild | undefined> {
    const [row] = await this.database.query<HeldRebuild>(
      `update platform.snapshot_rebuilds set owner = $1, fence = fence + 1, shapes = $2::jsonb,
         lease_until = clock_timestamp() + $3 * interval '1 ms',
         started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp(),
         last_stream = case when shapes = $2::jsonb then last_stream else '' end,
         done = case when shapes = $2::jsonb then done else 0 end,
         total = case when shapes = $2::jsonb then total end,
         skipped = case when shapes = $2::jsonb then skipped else 0 end,
         events = case when shapes = $2::jsonb then events else 0 end,
         events_total = case when shapes = $2::jsonb then events_total end
       where state = 'running' and (lease_until is null or lease_until < clock_timestamp()) and not exists (
         select from jsonb_each_text(shapes) asked left join jsonb_each_text($2::jsonb) ours using (key)
         where ours.value is null or ours.value::int < asked.value::int)
       returning ${COLUMNS}, fence`,
      [owner, JSON.stringify(shapes), leaseMs],
    );
    return row;
  }

  counted(held: HeldRebuild, total: number, events: number): Promise<SnapshotRebuild> {
    return this.change(held, COUNTED, [total, events]);
  }

  advance(
    held: HeldRebuild,
    { lastStream, done = 0, events = 0, skipped }: Stride,
  ): Promise<SnapshotRebuild> {
    return this.change(held, ADVANCE, [lastStream, done, events, skipped ?? null]);
  }

  renew(held: HeldRebuild, leaseMs: number): Promise<SnapshotRebuild> {
    return this.change(held, RENEW, [leaseMs]);
  }

  /** What became short meanwhile by itself is no longer counted. */
  finish(held: HeldRebuild, error: string | null = null): Promise<SnapshotRebuild> {
    return this.change(held, FINISH, [error]);
  }

  release(held: HeldRebuild): Promise<SnapshotRebuild> {
    return this.change(held, RELEASE, []);
  }

  /** Whoever is at it finds out with the next stream. @returns undefined when it is not running */
  async stop(tx: Pick<Transaction, 'query'>, id: string): Promise<SnapshotRebuild | undefined> {
    const [row] = await tx.query<SnapshotRebuild>(
      `update platform.snapshot_rebuilds set state = 'stopped', owner = null, lease_until = null,
         updated_at = clock_timestamp(), finished_at = clock_timestamp()
       where id = $1 and state = 'running' returning ${COLUMNS}`,
      [id],
    );
    return row;
  }

  async find(
    id: string,
    on: Pick<Transaction, 'query'> = this.database,
  ): Promise<SnapshotRebuild | undefined> {
    const [row] = await on.query<SnapshotRebuild>(
      `select ${COLUMNS} from platform.snapshot_rebuilds where id = $1`,
      [id],
    );
    return row;
  }

  /** Newest first. */
  list(limit: number): Promise<SnapshotRebuild[]> {
    return this.database.query<SnapshotRebuild>(
      `select ${COLUMNS} from platform.snapshot_rebuilds order by requested_at desc, id desc limit $1`,
      [limit],
    );
  }

  /** @throws LeaseLost */
  private async change(
    { id, fence }: HeldRebuild,
    statement: string,
    values: readonly unknown[],
  ): Promise<SnapshotRebuild> {
    const [row] = await this.database.query<SnapshotRebuild>(statement, [id, fence, ...values]);
    if (!row) throw new LeaseLost('somebody else carries on the rebuild, or an operator stopped it');
    return row;
  }
}
