import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../event-store/database.js';
import { LeaseLost } from '../subscriptions/failures.js';

/** The turn of one table, as long as its lease holds. */
export interface Run {
  readonly name: string;
  readonly fence: number;
}

export interface RunStatus {
  readonly name: string;
  readonly owner: string | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly nextRunAt: Date;
  /** Of the last run. */
  readonly deleted: number;
  readonly deletedTotal: number;
  readonly error: string | null;
}

const LEASE = `interval '1 minute'`;
const EVERY = `interval '1 hour'`;
const AGAIN_AFTER_FAILURE = `interval '5 minutes'`;

/** When each table was tidied last, by whom, and what came of it. */
@Injectable()
export class RetentionRuns {
  constructor(private readonly database: Database) {}

  async introduce(names: readonly string[]): Promise<void> {
    await this.database.query(
      'insert into platform.retention (name) select unnest($1::text[]) on conflict do nothing',
      [names],
    );
  }

  /** @returns undefined when it is not due, or somebody else does it */
  async take(name: string, owner: string): Promise<Run | undefined> {
    const [row] = await this.database.query<Run>(
      `update platform.retention set owner = $2, lease_until = clock_timestamp() + ${LEASE}, fence = fence + 1,
         started_at = clock_timestamp(), deleted = 0
       where name = $1 and next_run_at <= clock_timestamp()
         and (lease_until is null or lease_until < clock_timestamp())
       returning name, fence`,
      [name, owner],
    );
    return row;
  }

  /** Commits with what was removed. @throws LeaseLost */
  async advance(tx: Pick<Transaction, 'query'>, { name, fence }: Run, removed: number): Promise<void> {
    const rows = await tx.query(
      `update platform.retention set deleted = deleted + $3, deleted_total = deleted_total + $3,
         lease_until = clock_timestamp() + ${LEASE}
       where name = $1 and fence = $2 returning name`,
      [name, fence, removed],
    );
    if (rows.length === 0) throw new LeaseLost(`${name} is tidied by another instance`);
  }

  async end({ name, fence }: Run, error: string | null): Promise<void> {
    await this.database.query(
      `update platform.retention set owner = null, lease_until = null, finished_at = clock_timestamp(), error = $3,
         next_run_at = clock_timestamp() + case when $3::text is null then ${EVERY} else ${AGAIN_AFTER_FAILURE} end
       where name = $1 and fence = $2`,
      [name, fence, error],
    );
  }

  /** All are due now. */
  async hurry(tx: Pick<Transaction, 'query'>): Promise<void> {
    await tx.query('update platform.retention set next_run_at = clock_timestamp()');
  }

  list(): Promise<RunStatus[]> {
    return this.database.query<RunStatus>(
      `select name, case when lease_until > clock_timestamp() then owner end as owner, started_at as "startedAt",
         finished_at as "finishedAt", next_run_at as "nextRunAt", deleted, deleted_total as "deletedTotal", error
       from platform.retention order by name collate "C"`,
    );
  }
}
