import { Inject, Injectable, Logger, type Provider } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';
import { describeError } from '../subscriptions/failures.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import { PeriodicTask } from '../subscriptions/periodic-task.js';
import { retentionDeleted, retentionFailed } from '../telemetry/counters.js';
import { RetentionRuns, type Run } from './retention-runs.js';

const LOOK_EVERY_MS = 60_000;
/** A batch is one short transaction; between two of them others have their turn. */
const BATCH = 1_000;
const PAUSE_MS = 20;

/** A table whose rows have an end, and which of them nobody has a promise about any more. */
export interface RetentionPolicy {
  /** The table, as operators see it. */
  readonly name: string;
  /** How many days a row is kept after it has served its time; 0 keeps all. */
  days(config: Config): number;
  /** A constant `delete` of at most $2 rows that ended more than $1 days ago. Never one that is still open. */
  readonly remove: string;
  /** A constant `select` of when the oldest row that counts came to be, as `oldest`. */
  readonly oldest: string;
}

/** Removes what has served its time, table by table. Whichever instance takes a table's turn does it alone. */
@PartOf('housekeeping')
@Injectable()
export class Retention implements Background {
  private readonly logger = new Logger(Retention.name);
  private readonly policies = new Map<string, RetentionPolicy>();
  private readonly pulse = new PeriodicTask(
    () => LOOK_EVERY_MS,
    () => this.runDue(),
  );
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly runs: RetentionRuns,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PACE) private readonly pace: Pace,
  ) {}

  add(policy: RetentionPolicy): void {
    this.policies.set(policy.name, policy);
  }

  /** By name. */
  all(): readonly RetentionPolicy[] {
    return [...this.policies.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  start(): void {
    this.stopping = false;
    this.pulse.start();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.pulse.stop();
  }

  /** Looks at once which tables are due. */
  beat(): void {
    this.pulse.beat();
  }

  /** Does every table whose turn has come and that nobody else is doing. */
  async runDue(): Promise<void> {
    await this.runs.introduce(this.all().map(({ name }) => name));
    for (const policy of this.all()) {
      const days = policy.days(this.config);
      if (days === 0 || this.stopping) continue;
      const run = await this.runs.take(policy.name, this.pace.owner);
      if (run) await this.carryOut(policy, days, run);
    }
  }

  private async carryOut(policy: RetentionPolicy, days: number, run: Run): Promise<void> {
    try {
      let removed: number;
      do {
        removed = await this.removeBatch(policy, days, run);
        retentionDeleted.inc({ table: policy.name }, removed);
        await sleep(PAUSE_MS);
      } while (removed === BATCH && !this.stopping);
      await this.runs.end(run, null);
    } catch (error) {
      retentionFailed.inc({ table: policy.name });
      this.logger.warn(`${policy.name} could not be tidied: ${describeError(error)}`);
      await this.runs.end(run, describeError(error)).catch(() => undefined);
    }
  }

  private removeBatch(policy: RetentionPolicy, days: number, run: Run): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query(policy.remove, [days, BATCH]);
      await this.runs.advance(tx, run, rows.length);
      return rows.length;
    });
  }
}

/** A line of a module whose tables grow: `retains(policy)`. */
export const retains = (policy: RetentionPolicy): Provider => ({
  provide: Symbol(`retention of ${policy.name}`),
  inject: [Retention],
  useFactory: (retention: Retention) => {
    retention.add(policy);
    return policy;
  },
});

/**
 * Deletes rows by their place in the table, which the database finds by the index on the time.
 *
 * @param table a constant
 * @param ended a constant condition about a row `r`, with {@link CUTOFF}
 */
export const removal = (table: string, ended: string): string => `
  delete from ${table} where ctid = any (array(
    select r.ctid from ${table} r where ${ended} limit $2 for update of r skip locked))
  returning 1`;

/** `now()` and not `clock_timestamp()`: only a stable function can bound an index scan. */
export const CUTOFF = `now() - $1::int * interval '1 day'`;
