import { Injectable } from '@nestjs/common';
import { Committer } from '../event-store/committer.js';
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

/** Before the end of the last look; covers appends that took that long to commit. */
const MARGIN_MS = 2_000;
/** Whatever took longer still, and what a turned back clock has hidden, is found by a look at everything. */
const SWEEP_EVERY_MS = 60_000;
const EVER_MS = 3e12;

/**
 * Ends tasks: they leave the table of open work. How often a command was tried stays, where it was not once.
 *
 * @param which a condition on platform.saga_tasks
 */
export const ending = (which: string): string => `
  with ended as (
    delete from platform.saga_tasks where ${which}
    returning saga, saga_id, step, direction, attempt, attempts, kind)
  insert into platform.saga_attempts (saga, saga_id, step, direction, attempt, attempts)
  select saga, saga_id, step, direction, attempt, max(attempts) from ended where kind = 'command' and attempts <> 1
  group by 1, 2, 3, 4, 5
  on conflict (saga_id, saga, step, direction, attempt) do update set attempts = excluded.attempts`;

const DONE = ending(
  `id = any (array(select r.id from json_to_recordset($1) as r(id uuid)))
   and owner = any (array(select r.owner from json_to_recordset($1) as r(owner text)))`,
);

/** Due commands and timers, shared by all instances: whoever claims one holds it by a lease with a fencing token. */
@Injectable()
export class TaskStore {
  private lookedAt = -Infinity;
  private sweptAt = -Infinity;
  private readonly notes = new Set<Promise<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly committer: Committer,
  ) {}

  /**
   * @param owner this instance
   * @param limit how many at most
   * @param leaseSeconds after which others may take over, by the database's clock
   */
  async claim(owner: string, limit: number, leaseSeconds: number): Promise<Task[]> {
    const now = performance.now();
    const sweeps = now - this.sweptAt > SWEEP_EVERY_MS;
    const claimed = await this.database.prepared<Task>(CLAIM.name, CLAIM.text, [
      owner,
      limit,
      leaseSeconds,
      sweeps ? EVER_MS : now - this.lookedAt + MARGIN_MS,
    ]);
    if (claimed.length < limit) {
      this.lookedAt = now;
      if (sweeps) this.sweptAt = now;
    }
    return claimed;
  }

  /** Renews the leases of tasks that are still being worked on. */
  async renew(owner: string, ids: readonly string[], leaseSeconds: number): Promise<void> {
    await this.database.query(
      `update platform.saga_tasks set lease_until = clock_timestamp() + $3 * interval '1 second'
       where owner = $1 and id = any ($2) and state = 'open'`,
      [owner, ids, leaseSeconds],
    );
  }

  /** Noted with whatever is appended next; a note that gets lost costs a repeat that does nothing. */
  done({ id }: Task, owner: string): void {
    const note = this.committer.appendLazily([{ statement: DONE, row: { id, owner } }]);
    this.notes.add(note);
    void note.finally(() => this.notes.delete(note));
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
    await Promise.all(this.notes);
    await this.database.query(
      `update platform.saga_tasks set owner = null, lease_until = null where owner = $1 and state = 'open'`,
      [owner],
    );
  }
}

// now(), not clock_timestamp(): only a stable function can bound an index scan.
export const CLAIM = {
  name: 'claim-tasks',
  text: `update platform.saga_tasks t
    set owner = $1, lease_until = clock_timestamp() + $3 * interval '1 second', fence = fence + 1,
      attempts = attempts + 1
    where id = any (array(
      select id from platform.saga_tasks
      where state = 'open' and wake_at <= now()
        and wake_at > now() - $4::float8 * interval '1 millisecond'
      order by wake_at limit $2 for update skip locked))
    returning id, saga, saga_id, kind, step, direction, attempt, command, data, cause, correlation_id,
      attempts, failures, fence`,
};
