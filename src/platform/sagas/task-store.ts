import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';

export interface Task {
  readonly id: string;
  readonly saga: string;
  readonly saga_id: string;
  readonly kind: 'command' | 'timeout';
  readonly step: string;
  readonly direction: 'do' | 'undo' | 'tell';
  readonly attempt: number;
  readonly command: string | null;
  readonly data: object | null;
  readonly cause: string;
  readonly correlation_id: string;
  /** How often it was sent. */
  readonly attempts: number;
  /** How often it failed by its own fault; what a broken connection did is not counted. */
  readonly failures: number;
  readonly fence: number;
}

/** A note that comes late costs a repeat that does nothing. */
const NOTE_AFTER_MS = 2;

/** Due commands and timers, shared by all instances: whoever claims one holds it by a lease with a fencing token. */
@Injectable()
export class TaskStore {
  private readonly ended: string[] = [];
  private noting: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /**
   * @param owner this instance
   * @param limit how many at most
   * @param leaseSeconds after which others may take over, by the database's clock
   */
  claim(owner: string, limit: number, leaseSeconds: number): Promise<Task[]> {
    return this.database.prepared<Task>(
      'claim-tasks',
      `update platform.saga_tasks t
       set owner = $1, lease_until = clock_timestamp() + $3 * interval '1 second', fence = fence + 1,
         attempts = attempts + 1
       where id in (
         select id from platform.saga_tasks
         where state = 'open' and due_at <= clock_timestamp()
           and (lease_until is null or lease_until < clock_timestamp())
         order by due_at limit $2 for update skip locked)
       returning id, saga, saga_id, kind, step, direction, attempt, command, data, cause, correlation_id,
         attempts, failures, fence`,
      [owner, limit, leaseSeconds],
    );
  }

  /** Renews the leases of tasks that are still being worked on. */
  async renew(owner: string, ids: readonly string[], leaseSeconds: number): Promise<void> {
    await this.database.query(
      `update platform.saga_tasks set lease_until = clock_timestamp() + $3 * interval '1 second'
       where owner = $1 and id = any ($2) and state = 'open'`,
      [owner, ids, leaseSeconds],
    );
  }

  /** Many that end together are noted by one statement. */
  done({ id }: Task, owner: string): Promise<void> {
    this.ended.push(id);
    this.noting ??= this.note(owner);
    return this.noting;
  }

  private async note(owner: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, NOTE_AFTER_MS));
    const ended = this.ended.splice(0);
    this.noting = undefined;
    await this.database.prepared(
      'tasks-done',
      `update platform.saga_tasks
       set state = 'done', owner = null, lease_until = null, ended_at = clock_timestamp()
       where id = any ($1) and owner = $2`,
      [ended, owner],
    );
  }

  /**
   * @param delayMs until the next attempt
   * @param error shown to operators
   * @param counts whether the failure counts against the task
   */
  async again({ id, fence }: Task, delayMs: number, error: string, counts: boolean): Promise<void> {
    await this.database.query(
      `update platform.saga_tasks
       set due_at = clock_timestamp() + $3 * interval '1 millisecond', owner = null, lease_until = null,
         last_error = left($4, 500), failures = failures + $5::int
       where id = $1 and fence = $2 and state = 'open'`,
      [id, fence, delayMs, error, counts ? 1 : 0],
    );
  }

  /** Gives unfinished work back at once, for the next instance. */
  async release(owner: string): Promise<void> {
    await this.database.query(
      `update platform.saga_tasks set owner = null, lease_until = null where owner = $1 and state = 'open'`,
      [owner],
    );
  }
}
