import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { derivedId, newId } from '../core/ids.js';
import { leg } from '../core/saga-state.js';
import type { Signal } from '../core/saga-signals.js';
import { systemContext, type CommandContext } from '../cqrs/command.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Committer } from '../event-store/committer.js';
import type { Taken, Taker } from '../event-store/waiting.js';
import { Parties } from '../outside/parties.js';
import { SagaRegistry } from './saga-registry.js';
import { TaskPatience } from './task-patience.js';
import { TaskStore, type Task } from './task-store.js';
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
  private readonly running = new Map<string, { readonly party: string; readonly work: Promise<void> }>();
  private timers: NodeJS.Timeout[] = [];
  private stopTaking: () => void = () => undefined;
  /** Slots that wait for their row to be stored, for each party. */
  private readonly reserved = new Map<string, number>();
  /** Whether work may be waiting that found no slot. */
  private backlog = false;
  private claiming = false;
  private again = false;
  private stopped = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tasks: TaskStore,
    private readonly patience: TaskPatience,
    private readonly sagas: SagaRegistry,
    private readonly parties: Parties,
    private readonly store: AggregateStore,
    private readonly commands: CommandBus,
    private readonly committer: Committer,
  ) {}

  start(): void {
    this.stopped = false;
    this.stopTaking = this.committer.offer(SEND, this);
    for (const party of this.parties.all()) party.onAnswersAgain(() => void this.answersAgain(party.name));
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
    const works = [...this.running.values()].map(({ work }) => work);
    await Promise.race([Promise.allSettled(works), patience]);
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
    if (this.roomFor(task.party) <= 0) {
      this.backlog = true;
      return undefined;
    }
    this.reserve(task.party, 1);
    const leaseMs = this.config.LEASE_SECONDS * 1000;
    const since = performance.now();
    return {
      row: { ...task, owner: this.owner, lease_ms: leaseMs },
      begin: () => {
        this.reserve(task.party, -1);
        // By now it may be somebody else's.
        if (this.stopped || performance.now() - since > leaseMs / 2) return;
        this.begin({ ...task, ...firstTry });
      },
      drop: () => this.reserve(task.party, -1),
    };
  }

  private reserve(party: string, slots: 1 | -1): void {
    this.reserved.set(party, (this.reserved.get(party) ?? 0) + slots);
  }

  /** How much more may be taken on for a party; steps that ask nobody outside have slots of their own. */
  private roomFor(party: string): number {
    const limit = this.parties.get(party)?.room ?? this.config.SAGA_CONCURRENCY;
    const busy = [...this.running.values()].filter((task) => task.party === party).length;
    return limit - busy - (this.reserved.get(party) ?? 0);
  }

  private async claim(): Promise<void> {
    const parties = ['', ...this.parties.all().map(({ name }) => name)];
    const all = parties.map((party) => [party, this.roomFor(party)] as const);
    const rooms = new Map(all.filter(([, room]) => room > 0));
    this.backlog = rooms.size < all.length;
    if (rooms.size === 0) return;
    const able = { tables: this.sagas.tables, commands: this.sagas.commands, rooms };
    const claimed = await this.tasks.claim(this.owner, able, this.config.LEASE_SECONDS);
    for (const task of claimed) this.begin(task);
    if ([...rooms.keys()].some((party) => this.roomFor(party) <= 0)) this.backlog = true;
  }

  private begin(task: Task): void {
    const work = this.run(task).finally(() => {
      this.running.delete(task.id);
      if (this.backlog) void this.wake();
    });
    this.running.set(task.id, { party: task.party, work });
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

  private async run(task: Task): Promise<void> {
    try {
      if (task.kind === 'timeout') await this.judge(task);
      else await this.execute(task);
    } catch (error) {
      await this.failed(task, error).catch((worse: unknown) =>
        this.logger.warn(`task ${task.id} waits for its lease to end: ${String(worse)}`),
      );
    }
  }

  private async judge(task: Task): Promise<void> {
    if (await this.tasks.hasHeard(task, `${task.saga}.saga`)) {
      await this.tell(task, { kind: 'timeout', step: task.step });
      return this.tasks.executed(task, this.owner);
    }
    const detail = 'the saga has not heard yet what was recorded before';
    return this.tasks.again(task, { delayMs: this.config.SUBSCRIPTION_POLL_MS, detail, kind: 'broken' });
  }

  private async execute(task: Task): Promise<void> {
    if (task.is_watched && !(await this.isOpen(task))) return this.tasks.over(task, this.owner);
    if (task.is_watched) {
      this.logger.warn(`${task.saga}-${task.saga_id} has not heard the end of ${task.step}: sent again`);
    }
    const declared = this.sagas.command(task.saga, task.command!);
    await this.commands.execute(new declared(task.data as never, this.context(task) as never) as never);
    this.tasks.executed(task, this.owner);
  }

  /** Whether the saga still waits for the end of the step. */
  private async isOpen({ saga, saga_id: id, step, direction, attempt }: Task): Promise<boolean> {
    if (direction === 'tell') return true;
    const { state } = await this.store.load(this.sagas.get(saga).decider, id);
    const waiting = leg(state, step, direction);
    return waiting?.state === 'started' && waiting.attempt === attempt;
  }

  private async failed(task: Task, error: unknown): Promise<void> {
    const { setback, trouble } = this.patience.decide(task, error);
    if (trouble) {
      this.logger.error(
        `${task.saga}-${task.saga_id} needs attention: ${task.direction} ${task.step}: ${trouble.detail}`,
      );
      await this.tell(task, { kind: 'held', ...trouble });
    }
    if (setback) await this.tasks.again(task, setback);
  }

  private async tell(task: Task, input: Signal): Promise<void> {
    const saga = this.sagas.get(task.saga);
    // The tokens of a saga's stream are those of the lease under which it hears events; a task has a lease of its own.
    const { fencingToken: _, ...by } = this.context(task, derivedId(task.id, `${input.kind}:${task.fence}`));
    await this.store.transact(by, (unit) => saga.signal(unit, task.saga_id, input));
  }

  private context(task: Task, commandId = task.id): CommandContext {
    return systemContext(task.saga, {
      commandId,
      correlationId: task.correlation_id,
      causationId: task.cause,
      fencingToken: task.fence,
    });
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
