import { Inject, Injectable, Logger } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { newId } from '../core/ids.js';
import { GroupCommitter } from '../event-store/group-committer.js';
import type { Taken, Taker } from '../event-store/waiting.js';
import { Calm } from '../subscriptions/calm.js';
import type { PeriodicTask } from '../subscriptions/periodic-task.js';
import { SagaRegistry } from './saga-registry.js';
import { TaskSlots } from './task-slots.js';
import { TaskStore, type Task } from './task-store.js';
import { TaskWork } from './task-work.js';
import { SEND } from './task-statements.js';
import type { StoredTask } from './tasks.js';

/**
 * Sends what sagas have recorded: claims due commands and timers, executes them on the CommandBus, repeats what is
 * not settled. A repeat carries the same command id, so a crash between the effect and its note is harmless. Each party
 * outside has slots of its own, so a slow one holds up nobody but those who need it.
 */
@PartOf('steps')
@Injectable()
export class TaskRunner implements Taker, Background {
  private readonly logger = new Logger(TaskRunner.name);
  private readonly owner = newId();
  private readonly running = new Map<string, Promise<void>>();
  private readonly looking: PeriodicTask;
  private renewing: NodeJS.Timeout | undefined;
  private stopTaking: () => void = () => undefined;
  /** Whether work may be waiting that found no slot. */
  private backlog = false;
  private stopped = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tasks: TaskStore,
    private readonly slots: TaskSlots,
    private readonly work: TaskWork,
    private readonly sagas: SagaRegistry,
    private readonly committer: GroupCommitter,
    private readonly calm: Calm,
  ) {
    this.looking = calm.pulse(config.SUBSCRIPTION_POLL_MS, () => this.claim());
  }

  start(): void {
    this.stopped = false;
    this.stopTaking = this.committer.offer(SEND, this);
    this.slots.onAnswersAgain((party) => void this.answersAgain(party));
    this.renewing = setInterval(() => void this.renew(), (this.config.LEASE_SECONDS * 1000) / 3);
    this.looking.start();
  }

  /** Takes nothing new, waits for what runs, gives the rest back. */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    this.stopTaking();
    clearInterval(this.renewing);
    const patience = new Promise((resolve) =>
      setTimeout(resolve, this.config.SHUTDOWN_TIMEOUT_MS / 2).unref(),
    );
    const ended = this.looking.stop().then(() => Promise.allSettled(this.running.values()));
    await Promise.race([ended, patience]);
    await this.tasks.release(this.owner).catch(() => undefined);
  }

  /** Work that is stored by this process and for which it has a slot is its own from the start: nobody claims it. */
  take(row: object): Taken | undefined {
    const task = row as StoredTask;
    if (task.kind !== 'command' || task.delay_ms > 0) return undefined;
    if (this.slots.room(task.party) <= 0) {
      this.backlog = true;
      return undefined;
    }
    this.slots.take(task.party);
    const leaseMs = this.config.LEASE_SECONDS * 1000;
    const since = performance.now();
    return {
      row: { ...task, owner: this.owner, lease_ms: leaseMs },
      begin: () => {
        this.slots.giveBack(task.party);
        // By now it may be somebody else's.
        if (this.stopped || performance.now() - since > leaseMs / 2) return;
        this.begin({ ...task, ...firstTry });
      },
      drop: () => this.slots.giveBack(task.party),
    };
  }

  /** @returns when to look again at the latest */
  private async claim(): Promise<number> {
    const rooms = this.slots.rooms();
    this.backlog = this.slots.isShort;
    if (rooms.size === 0) return Infinity;
    const { SUBSCRIPTION_POLL_MS: quickMs, LEASE_SECONDS: leaseSeconds } = this.config;
    const restMs = this.calm.pauseMs(quickMs);
    const able = { tables: this.sagas.tables, commands: this.sagas.commands, rooms };
    // Whoever looks again soon need not know what will be due until then.
    const aheadMs = restMs > quickMs ? restMs : 0;
    const claimed = await this.tasks.claim(this.owner, able, leaseSeconds, aheadMs);
    for (const task of claimed) this.begin(task);
    this.backlog ||= this.slots.isShort;
    return this.tasks.nextDueMs;
  }

  private begin(task: Task): void {
    const run = () => this.work.run(task, this.owner);
    // Its lease ran out while this process was held up and still works on it: the new turn comes after the old one.
    const before = this.running.get(task.id);
    const work = (before ? before.then(run) : run()).finally(() => {
      if (this.running.get(task.id) === work) this.running.delete(task.id);
      this.slots.giveBack(task.party);
      this.calm.stir();
      if (this.backlog) this.looking.beat();
    });
    this.running.set(task.id, work);
    this.slots.take(task.party);
  }

  private async answersAgain(party: string): Promise<void> {
    const woken = await this.tasks.wake(party).catch((error: unknown) => {
      this.logger.warn(`what waits for ${party} goes on by itself: ${String(error)}`);
      return 0;
    });
    if (woken > 0) this.logger.log(`${party} answers again: ${woken} steps go on`);
    this.looking.beat();
  }

  private async renew(): Promise<void> {
    if (this.running.size === 0) return;
    await this.tasks
      .renew(this.owner, [...this.running.keys()], this.config.LEASE_SECONDS)
      .catch((error: unknown) => this.logger.warn(`leases could not be renewed: ${String(error)}`));
  }
}

const firstTry = {
  attempts: 1,
  failures: 0,
  holds: 0,
  heldMs: null,
  unansweredMs: null,
  is_watched: false,
  fence: 1,
  lateMs: 0,
};
