import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { derivedId, newId } from '../core/ids.js';
import { NotYet } from '../core/not-yet.js';
import type { Signal } from '../core/saga-engine.js';
import { systemContext, type CommandContext } from '../cqrs/command.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Committer } from '../event-store/committer.js';
import type { Taken, Taker } from '../event-store/waiting.js';
import { isTransient } from '../subscriptions/failures.js';
import { SagaRegistry } from './saga-registry.js';
import { TaskStore, type Task } from './task-store.js';
import { SEND, type StoredTask } from './tasks.js';

/**
 * Sends what sagas have recorded: claims due commands and timers, executes them on the CommandBus, repeats what is
 * not settled with capped exponential backoff and full jitter (M. Brooker, "Exponential Backoff And Jitter", 2015).
 * A repeat carries the same command id, so a crash between the effect and its note is harmless.
 */
@PartOf('steps')
@Injectable()
export class TaskRunner implements Taker, Background {
  private readonly logger = new Logger(TaskRunner.name);
  private readonly owner = newId();
  private readonly running = new Map<string, Promise<void>>();
  private timers: NodeJS.Timeout[] = [];
  private stopTaking: () => void = () => undefined;
  /** Slots that wait for their row to be stored. */
  private reserved = 0;
  /** Whether work may be waiting that found no slot. */
  private backlog = false;
  private claiming = false;
  private again = false;
  private stopped = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tasks: TaskStore,
    private readonly sagas: SagaRegistry,
    private readonly store: AggregateStore,
    private readonly commands: CommandBus,
    private readonly committer: Committer,
  ) {}

  start(): void {
    this.stopped = false;
    this.stopTaking = this.committer.offer(SEND, this);
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
    if (this.room <= 0) {
      this.backlog = true;
      return undefined;
    }
    this.reserved++;
    const leaseMs = this.config.LEASE_SECONDS * 1000;
    const since = performance.now();
    return {
      row: { ...task, owner: this.owner, lease_ms: leaseMs },
      begin: () => {
        this.reserved--;
        // By now it may be somebody else's.
        if (this.stopped || performance.now() - since > leaseMs / 2) return;
        this.begin({ ...task, attempts: 1, failures: 0, fence: 1 });
      },
      drop: () => void this.reserved--,
    };
  }

  private get room(): number {
    return this.config.SAGA_CONCURRENCY - this.running.size - this.reserved;
  }

  private async claim(): Promise<void> {
    const room = this.room;
    this.backlog = room <= 0;
    if (room <= 0) return;
    const claimed = await this.tasks.claim(this.owner, room, this.config.LEASE_SECONDS);
    for (const task of claimed) this.begin(task);
    if (claimed.length === room) this.backlog = true;
  }

  private begin(task: Task): void {
    const work = this.run(task).finally(() => {
      this.running.delete(task.id);
      if (this.backlog) void this.wake();
    });
    this.running.set(task.id, work);
  }

  private async renew(): Promise<void> {
    if (this.running.size === 0) return;
    await this.tasks
      .renew(this.owner, [...this.running.keys()], this.config.LEASE_SECONDS)
      .catch((error: unknown) => this.logger.warn(`leases could not be renewed: ${String(error)}`));
  }

  private async run(task: Task): Promise<void> {
    try {
      if (task.kind === 'timeout') await this.tell(task, { kind: 'timeout', step: task.step });
      else await this.execute(task);
      this.tasks.done(task, this.owner);
    } catch (error) {
      await this.failed(task, error).catch((worse: unknown) =>
        this.logger.warn(`task ${task.id} waits for its lease to end: ${String(worse)}`),
      );
    }
  }

  private async execute(task: Task): Promise<void> {
    const declared = this.sagas.command(task.saga, task.command!);
    await this.commands.execute(new declared(task.data as never, this.context(task) as never) as never);
  }

  private async failed(task: Task, error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    const counts = task.kind === 'command' && !isTransient(error);
    const failures = task.failures + (counts ? 1 : 0);
    const bounded = task.direction !== 'do' || !this.sagas.hasPatience(task.saga, task.step);
    if (counts && bounded && failures >= this.config.SAGA_ATTEMPTS) {
      this.logger.error(
        `${task.saga}-${task.saga_id} needs attention: ${task.direction} ${task.step}: ${detail}`,
      );
      const { step, direction, attempts } = task;
      return this.tell(task, { kind: 'exhausted', step, direction, attempts, detail });
    }
    const asked = error instanceof NotYet ? error.options.retryAfterMs : undefined;
    await this.tasks.again(task, asked ?? this.backoff(failures), detail, counts);
  }

  private backoff(attempts: number): number {
    const ceiling = Math.min(
      this.config.SAGA_RETRY_CAP_MS,
      this.config.SAGA_RETRY_BASE_MS * 2 ** (attempts - 1),
    );
    return Math.random() * ceiling;
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
