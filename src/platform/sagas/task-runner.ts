import { Inject, Injectable, Logger } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { newId } from '../core/ids.js';
import { Committer } from '../event-store/committer.js';
import type { Taken, Taker } from '../event-store/waiting.js';
import { SagaRegistry } from './saga-registry.js';
import { TaskSlots } from './task-slots.js';
import { TaskStore, type Task } from './task-store.js';
import { TaskWork } from './task-work.js';
import { SEND, type StoredTask } from './tasks.js';

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
  private timers: NodeJS.Timeout[] = [];
  private stopTaking: () => void = () => undefined;
  /** Whether work may be waiting that found no slot. */
  private backlog = false;
  private claiming = false;
  private again = false;
  private stopped = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tasks: TaskStore,
    private readonly slots: TaskSlots,
    private readonly work: TaskWork,
    private readonly sagas: SagaRegistry,
    private readonly committer: Committer,
  ) {}

  start(): void {
    this.stopped = false;
    this.stopTaking = this.committer.offer(SEND, this);
    this.slots.onAnswersAgain((party) => void this.answersAgain(party));
    this.timers = [
      setInterval(() => void this.wake(), this.config.SUBSCRIPTION_POLL_MS),
      setInterval(() => void this.renew(), (this.config.LEASE_SECONDS * 1000) / 3),
    ];
  }

  /** Takes nothing new, waits for what runs, gives the rest back. */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    this.stopTaking();
    for (const timer of this.timers) clearInterval(timer);
    const patience = new Promise((resolve) =>
      setTimeout(resolve, this.config.SHUTDOWN_TIMEOUT_MS / 2).unref(),
    );
    await Promise.race([Promise.allSettled(this.running.values()), patience]);
    await this.tasks.release(this.owner).catch(() => undefined);
  }

  private async wake(): Promise<void> {
    this.again = true;
    if (this.claiming) return;
    this.claiming = true;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await this.claim();
      }
    } catch (error) {
      this.logger.warn(`tasks could not be claimed: ${String(error)}`);
    } finally {
      this.claiming = false;
    }
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

  private async claim(): Promise<void> {
    const rooms = this.slots.rooms();
    this.backlog = this.slots.isShort;
    if (rooms.size === 0) return;
    const able = { tables: this.sagas.tables, commands: this.sagas.commands, rooms };
    const claimed = await this.tasks.claim(this.owner, able, this.config.LEASE_SECONDS);
    for (const task of claimed) this.begin(task);
    this.backlog ||= this.slots.isShort;
  }

  private begin(task: Task): void {
    const work = this.work.run(task, this.owner).finally(() => {
      this.running.delete(task.id);
      this.slots.giveBack(task.party);
      if (this.backlog) void this.wake();
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
    void this.wake();
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
};
