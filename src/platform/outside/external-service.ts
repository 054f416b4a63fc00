import { Logger } from '@nestjs/common';
import {
  BrokenCircuitError,
  CircuitState,
  SamplingBreaker,
  circuitBreaker,
  handleAll,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { endedWithin } from '../core/within.js';
import { traced } from '../tracing/tracing.js';

/** What is known after asking somebody outside. */
export type Asked<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Certainly nothing happened: the question never left. */
  | { readonly kind: 'not-sent'; readonly detail: string }
  /** Time-out, lost connection, server error, nonsense: it may have happened. Look before you ask again. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** What counts as an answer: a schema, or a schema with a word about what was asked. */
export interface AnswerShape<Answer> {
  /** @throws Error for anything else */
  parse(given: unknown): Answer;
}

export interface ExternalServiceOptions {
  /** The party as operators and sagas call it: `carrier`. */
  readonly name: string;
  /** How many saga steps may be busy with it at once in this process. */
  readonly slots?: number;
  /** How long one question may take, in milliseconds. */
  readonly deadlineMs: number;
  /** How long an open breaker stays open before one question is let through, in milliseconds. */
  readonly restMs?: number;
  /** The stretch of time over which failures are counted, in milliseconds. */
  readonly windowMs?: number;
}

/** At least this share of the questions must fail ... */
const FAILING = 0.7;
/** ... of at least this many a second, so that one bad card that is tried again and again closes nothing for others. */
const PER_SECOND = 2;

/**
 * One party of the outside world: every question to it has a deadline, runs through one circuit breaker, and ends as
 * known, not sent, or unknown. It never asks twice by itself; repeating is the business of whoever sent the command.
 */
export class ExternalService {
  readonly name: string;
  private readonly slots: number;
  private readonly restMs: number;
  private readonly logger: Logger;
  private readonly breaker: CircuitBreakerPolicy;
  private readonly deadlineMs: number;
  private answeredAt = Number.NEGATIVE_INFINITY;
  private brokeAt = Number.NEGATIVE_INFINITY;

  constructor({ name, slots = 32, deadlineMs, restMs = 5_000, windowMs = 10_000 }: ExternalServiceOptions) {
    this.name = name;
    this.slots = slots;
    this.restMs = restMs;
    this.logger = new Logger(`Outside ${name}`);
    this.deadlineMs = deadlineMs;
    this.breaker = circuitBreaker(handleAll, {
      halfOpenAfter: restMs,
      breaker: new SamplingBreaker({ threshold: FAILING, duration: windowMs, minimumRps: PER_SECOND }),
    });
    this.breaker.onBreak(() => {
      this.brokeAt = performance.now();
      this.logger.warn('does not answer: the breaker is open');
    });
    this.breaker.onReset(() => this.logger.log('answers again: the breaker is closed'));
  }

  /** Told when a party that was away answers again. */
  onAnswersAgain(listener: () => void): void {
    this.breaker.onReset(listener);
  }

  /** How many steps may be busy with it now: none while it is left alone, one to see whether it answers again. */
  get room(): number {
    if (this.breaker.state === CircuitState.Closed) return this.slots;
    return performance.now() - this.brokeAt < this.restMs ? 0 : 1;
  }

  /** Whether it has answered anybody meanwhile: what then stays without an answer has a trouble of its own. */
  hasAnsweredWithin(ms: number): boolean {
    return this.breaker.state === CircuitState.Closed && performance.now() - this.answeredAt < ms;
  }

  /**
   * @param answer the only shape that counts as an answer; anything else is unknown
   * @param question gets a signal that fires at the deadline
   */
  async ask<Answer>(
    answer: AnswerShape<Answer>,
    question: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<Asked<Answer>> {
    return traced(
      () => ({
        name: `ask ${this.name}`,
        kind: 'client',
        isPart: true,
        attributes: { 'server.service.name': this.name },
      }),
      async (span) => {
        const asked = await this.told(answer, question);
        span?.set({ 'waybill.asked': asked.kind });
        return asked;
      },
    );
  }

  private async told<Answer>(
    answer: AnswerShape<Answer>,
    question: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<Asked<Answer>> {
    try {
      const known = await this.breaker.execute(() => this.inTime(answer, question));
      this.answeredAt = performance.now();
      return { kind: 'answered', answer: known };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (error instanceof BrokenCircuitError)
        return { kind: 'not-sent', detail: 'the circuit breaker is open' };
      return { kind: 'unknown', detail: detail.slice(0, 300) };
    }
  }

  private inTime<Answer>(
    answer: AnswerShape<Answer>,
    question: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<Answer> {
    const ask = async (signal: AbortSignal) => answer.parse(await question(signal));
    return endedWithin(this.deadlineMs, ask, () => new Error(`no answer within ${this.deadlineMs} ms`));
  }
}
