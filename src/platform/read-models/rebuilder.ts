import { Inject, Injectable, Logger } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { Database, type Transaction } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';
import { Rejection } from '../core/rejection.js';
import { describeError, isTransient, LeaseLost } from '../subscriptions/failures.js';
import { Leases } from '../subscriptions/leases.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import { PeriodicTask } from '../subscriptions/periodic-task.js';
import { LogNotifier } from '../subscriptions/log-notifier.js';
import { ReadModels } from './read-models.js';
import { RebuildRun, type RebuildParts } from './rebuild.js';
import { RebuildStore, type Held, type Rebuild, type RebuildMode } from './rebuild-store.js';

/** Carries on whatever rebuild is asked for and nobody is working on, one at a time in a process. */
@PartOf('rebuilds')
@Injectable()
export class Rebuilder implements Background {
  private readonly logger = new Logger('Rebuild');
  private readonly stopping = new AbortController();
  private readonly pulse: PeriodicTask;

  constructor(
    private readonly models: ReadModels,
    private readonly store: RebuildStore,
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly leases: Leases,
    private readonly wakeUp: LogNotifier,
    @Inject(PACE) private readonly pace: Pace,
  ) {
    this.pulse = new PeriodicTask(
      () => pace.leaseMs,
      () => this.carryOn(),
    );
  }

  async start(): Promise<void> {
    if (this.models.all().length === 0) return;
    for (const name of await this.store.requestOutgrown(this.known())) {
      this.logger.log(`${name} has a new shape and is rebuilt beside the live table`);
    }
    this.pulse.start();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.pulse.stop();
  }

  /**
   * Asks for a rebuild; call `beat` after the commit.
   *
   * @param mode `switch` replaces the live table, `verify` only compares
   * @throws Rejection `subscription.not-rebuildable` for what is no read model, `rebuild.already-running`
   */
  async request(
    tx: Pick<Transaction, 'query'>,
    name: string,
    mode: RebuildMode,
    why: { readonly requestedBy: string; readonly reason: string },
  ): Promise<Rebuild> {
    const projector = this.models.get(name);
    if (!projector) {
      throw new Rejection(
        'subscription.not-rebuildable',
        `${name} has effects outside its own tables, or is none of ours: repeating them would do harm`,
      );
    }
    // Where nobody has served yet, nobody has told of it.
    await this.leases.introduce([{ name, shape: projector.model.shape, from: 'start' }]);
    const rebuild = await this.store.request(tx, { model: name, mode, shape: projector.model.shape, ...why });
    if (!rebuild) throw new Rejection('rebuild.already-running', `${name} is being rebuilt already`);
    return rebuild;
  }

  /**
   * Does this one here and now, unless somebody else has taken it up.
   *
   * @param signal interrupts it; whoever comes next carries it on
   */
  async perform(id: string, signal: AbortSignal): Promise<void> {
    const held = await this.store.acquire(this.pace.owner, this.known(), this.pace.leaseMs, id);
    if (!held) return;
    await this.work(held, signal);
  }

  beat(): void {
    this.pulse.beat();
  }

  private known() {
    return this.models.all().map(({ model: { name, shape } }) => ({ name, shape }));
  }

  private async carryOn(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const held = await this.store.acquire(this.pace.owner, this.known(), this.pace.leaseMs);
      if (!held) return;
      await this.work(held);
    }
  }

  private async work(held: Held, signal = this.stopping.signal): Promise<void> {
    const parts: RebuildParts = {
      database: this.database,
      log: this.log,
      leases: this.leases,
      store: this.store,
      leaseMs: this.pace.leaseMs,
      owner: this.pace.owner,
      stopping: signal,
    };
    const run = new RebuildRun(parts, held, this.models.get(held.model)!);
    const renewing = setInterval(
      () => void this.store.renew(held, this.pace.leaseMs).catch(() => undefined),
      this.pace.leaseMs / 3,
    );
    try {
      const finished = await run.run();
      if (!finished) await this.store.release(held);
    } catch (error) {
      await this.failed(run, held, error);
    } finally {
      clearInterval(renewing);
      this.wakeUp.handsChanged();
    }
  }

  private async failed(run: RebuildRun, held: Held, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    if (isTransient(error)) {
      await this.store.release(held).catch(() => undefined);
      throw error;
    }
    this.logger.error(`the rebuild of ${held.model} failed: ${describeError(error)}`);
    await run.discard(describeError(error));
  }
}
