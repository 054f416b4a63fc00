import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CONFIG, type Config } from '../config.js';
import { derivedId } from '../core/ids.js';
import { leg } from '../core/saga-state.js';
import type { Signal } from '../core/saga-signals.js';
import { systemContext, type CommandContext } from '../cqrs/command.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { LogSignal } from '../event-store/log-signal.js';
import { traceOf } from '../tracing/trace-context.js';
import { traced, type SpanStart } from '../tracing/tracing.js';
import { SagaRegistry } from './saga-registry.js';
import { TaskPatience } from './task-patience.js';
import { TaskStore, type Task } from './task-store.js';

/** How often a timer looks whether its saga has heard enough. */
const JUDGE_AGAIN_MS = 250;

/** A task as it is tried in this era of the log. */
type Attempt = Task & { readonly era: number };

/** Does what one task asks for, and notes how it went. */
@Injectable()
export class TaskWork {
  private readonly logger = new Logger('Sagas');

  constructor(
    private readonly tasks: TaskStore,
    private readonly patience: TaskPatience,
    private readonly sagas: SagaRegistry,
    private readonly store: AggregateStore,
    private readonly commands: CommandBus,
    private readonly signal: LogSignal,
    @Inject(CONFIG) private readonly config: Pick<Config, 'LEASE_SECONDS'>,
  ) {}

  /** @param owner who holds the lease of the task */
  async run(stored: Task, owner: string): Promise<void> {
    await traced(
      () => spanOf(stored),
      async (span) => {
        const traceparent = span?.traceparent ?? stored.traceparent;
        const ended = await this.attempt({ ...stored, traceparent, era: this.signal.era }, owner);
        span?.set({ 'waybill.task.end': ended });
      },
    );
  }

  private async attempt(task: Attempt, owner: string): Promise<'done' | 'failed'> {
    try {
      if (task.kind === 'timeout') await this.judge(task, owner);
      else await this.execute(task, owner);
      return 'done';
    } catch (error) {
      await this.failed(task, error).catch((worse: unknown) =>
        this.logger.warn(`task ${task.id} waits for its lease to end: ${String(worse)}`),
      );
      return 'failed';
    }
  }

  private async judge(task: Attempt, owner: string): Promise<void> {
    const leaseMs = this.config.LEASE_SECONDS * 1_000;
    if (task.attempts === 1 && task.lateMs > leaseMs) {
      // Nobody was there when it was due, nor to try what it limits: that is tried first.
      const detail = 'it was due while nobody was there';
      return this.tasks.again(task, { delayMs: leaseMs, detail, kind: 'broken' });
    }
    if (await this.tasks.hasHeard(task, `${task.saga}.saga`)) {
      await this.tell(task, { kind: 'timeout', step: task.step });
      return this.tasks.executed(task, owner);
    }
    const detail = 'the saga has not heard yet what was recorded before';
    return this.tasks.again(task, { delayMs: JUDGE_AGAIN_MS, detail, kind: 'broken' });
  }

  private async execute(task: Attempt, owner: string): Promise<void> {
    if (task.is_watched && !(await this.isOpen(task))) return this.tasks.over(task, owner);
    if (task.is_watched) {
      this.logger.warn(`${task.saga}-${task.saga_id} has not heard the end of ${task.step}: sent again`);
    }
    const declared = this.sagas.command(task.saga, task.command!);
    await this.commands.execute(new declared(task.data as never, this.context(task) as never) as never);
    if (task.direction !== 'tell') return this.tasks.executed(task, owner);
    await this.tell(task, { kind: 'told', step: task.step, command: task.command! });
    this.tasks.over(task, owner);
  }

  /** Whether the saga still waits for the end of the step. */
  private async isOpen({ saga, saga_id: id, step, direction, attempt }: Attempt): Promise<boolean> {
    if (direction === 'tell') return true;
    const { state } = await this.store.load(this.sagas.get(saga).decider, id);
    const waiting = leg(state, step, direction);
    return waiting?.state === 'started' && waiting.attempt === attempt;
  }

  private async failed(task: Attempt, error: unknown): Promise<void> {
    const { setback, trouble } = this.patience.decide(task, error);
    if (trouble) {
      this.logger.error(
        `${task.saga}-${task.saga_id} needs attention: ${task.direction} ${task.step}: ${trouble.detail}`,
      );
      await this.tell(task, { kind: 'held', ...trouble });
    }
    if (setback) await this.tasks.again(task, setback);
  }

  private async tell(task: Attempt, input: Signal): Promise<void> {
    const saga = this.sagas.get(task.saga);
    // The tokens of a saga's stream are those of the lease under which it hears events; a task has a lease of its own.
    const { fencingToken: _, ...by } = this.context(task, derivedId(task.id, `${input.kind}:${task.fence}`));
    await this.store.transact(by, (unit) => saga.signal(unit, task.saga_id, input));
  }

  private context(task: Attempt, commandId = task.id): CommandContext {
    return systemContext(task.saga, {
      commandId,
      correlationId: task.correlation_id,
      causationId: task.cause,
      ...traceOf(task),
      fencingToken: task.fence,
      isFirstTry: task.attempts === 1,
      stillHolds: () => task.era === this.signal.era,
    });
  }
}

const spanOf = ({ saga, saga_id, step, direction, attempts, ...place }: Task): SpanStart => ({
  name: `${saga} ${direction} ${step}`,
  kind: 'internal',
  parent: traceOf(place),
  isPart: true,
  attributes: {
    'waybill.saga': saga,
    'waybill.saga.id': saga_id,
    'waybill.saga.step': step,
    'waybill.saga.direction': direction,
    'waybill.saga.attempts': attempts,
  },
});
