import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import type { Held } from '../core/saga-engine.js';
import { Parties } from '../outside/parties.js';
import { isTransient } from '../subscriptions/failures.js';
import { SagaRegistry } from './saga-registry.js';
import type { Setback, Task } from './task-store.js';

export interface Decision {
  /** Absent: it is not tried again before a person says so. */
  readonly setback?: Setback;
  /** What a person has to look at. */
  readonly trouble?: Held;
}

/**
 * What follows when a command did not get through. Only what fails here, by its own fault, is counted. Nobody outside
 * can use up the tries of an order: it goes on until there is an answer. An outage is shown as one thing (`Outages`);
 * an order is shown by itself when the party answers others and not it, or takes far too long to decide.
 */
@Injectable()
export class TaskPatience {
  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<
      Config,
      | 'SAGA_ATTEMPTS'
      | 'SAGA_ATTENTION_SECONDS'
      | 'SAGA_PENDING_SECONDS'
      | 'SAGA_RETRY_BASE_MS'
      | 'SAGA_RETRY_CAP_MS'
    >,
    private readonly sagas: SagaRegistry,
    private readonly parties: Parties,
  ) {}

  decide(task: Task, error: unknown): Decision {
    const detail = error instanceof Error ? error.message : String(error);
    if (error instanceof OutcomePending) return this.heldUp(task, error, detail);
    if (task.kind === 'timeout' || isTransient(error) || isCrowded(error)) {
      return { setback: { delayMs: this.backoff(1), detail, kind: 'broken' } };
    }
    const failures = task.failures + 1;
    if (this.isTimed(task) || failures < this.config.SAGA_ATTEMPTS) {
      return { setback: { delayMs: this.backoff(failures), detail, kind: 'failed' } };
    }
    return { trouble: troubleOf(task, detail) };
  }

  private heldUp(task: Task, { options }: OutcomePending, detail: string): Decision {
    const setback = {
      delayMs: options.retryAfterMs ?? this.backoff(task.holds + 1),
      detail,
      kind: options.isUnanswered ? 'unanswered' : 'undecided',
    } as const;
    if (this.isTimed(task) || !this.isOverdue(task)) return { setback };
    return { setback, trouble: { ...troubleOf(task, detail), isTrying: true } };
  }

  private isOverdue({ party, heldMs, holds, unansweredMs }: Task): boolean {
    const { SAGA_ATTEMPTS, SAGA_ATTENTION_SECONDS, SAGA_PENDING_SECONDS } = this.config;
    if (unansweredMs === null) return (heldMs ?? 0) > SAGA_PENDING_SECONDS * 1000;
    const isAlone = this.parties.get(party)?.hasAnsweredWithin(unansweredMs) ?? true;
    return isAlone && (holds + 1 >= SAGA_ATTEMPTS || unansweredMs > SAGA_ATTENTION_SECONDS * 1000);
  }

  /** A timer ends it, so nobody has to look. */
  private isTimed({ saga, table_version: version, step, direction }: Task): boolean {
    return direction === 'do' && this.sagas.get(saga).hasPatience(version, step);
  }

  /** Capped exponential backoff with full jitter (M. Brooker, "Exponential Backoff And Jitter", 2015). */
  private backoff(attempt: number): number {
    const { SAGA_RETRY_BASE_MS: base, SAGA_RETRY_CAP_MS: cap } = this.config;
    return Math.random() * Math.min(cap, base * 2 ** (attempt - 1));
  }
}

const troubleOf = ({ step, direction, command, attempts }: Task, detail: string): Held => ({
  step,
  direction,
  ...(direction === 'tell' && command !== null && { command }),
  attempts,
  detail,
});

/** Others were faster, which says nothing about the command. */
const isCrowded = (error: unknown): boolean =>
  error instanceof Rejection && error.code === 'concurrent-change';
