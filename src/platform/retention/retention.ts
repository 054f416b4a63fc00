import { Inject, Injectable, Logger, type Provider } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';
import { describeError } from '../subscriptions/failures.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import { Pulse } from '../subscriptions/pulse.js';
import { retentionDeleted, retentionFailed } from '../telemetry/counters.js';
import type { RetentionPolicy } from './policy.js';
import { RetentionRuns, type Run } from './retention-runs.js';

const LOOK_EVERY_MS = 60_000;
/** A batch is one short transaction; between two of them others have their turn. */
const BATCH = 1_000;
const PAUSE_MS = 20;

/** Removes what has served its time, table by table. Whichever instance takes a table's turn does it alone. */
@PartOf('housekeeping')
@Injectable()
export class Retention implements Background {
  private readonly logger = new Logger(Retention.name);
  private readonly policies = new Map<string, RetentionPolicy>();
  private readonly pulse = new Pulse(
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
