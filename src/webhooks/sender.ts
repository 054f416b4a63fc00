import { Inject, Injectable, Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import { PartOf, type Background } from '../platform/activities/activity.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Calm } from '../platform/subscriptions/calm.js';
import type { PeriodicTask } from '../platform/subscriptions/periodic-task.js';
import { registry } from '../platform/telemetry/counters.js';
import { DeliveryQueue, type Due, type Taken, type Tried, type Verdict } from './delivery-queue.js';
import { Messages } from './messages.js';
import { post, type Answer } from './post.js';
import { retryAfterMs, waitAfter } from './retry-schedule.js';

const tries = new Counter({
  name: 'waybill_webhook_attempts_total',
  help: 'Webhooks that were sent once, by what became of them: delivered, pending (tried again later), failed',
  labelNames: ['state'] as const,
  registers: [registry],
});

const LOOK_EVERY_MS = 1_000;
/** What is left of a lease when the longest answer has come. */
const LEASE_MARGIN_MS = 10_000;
/** After a trouble of our own, such as a database that is away. */
const OWN_TROUBLE_MS = 5_000;
/** What has no answer then is sent again by another instance, or after the start. */
const STOP_PATIENCE_MS = 2_000;
/** The subscription's commit is some round trips away. */
const NUDGE_MS = 25;

/** Sends what is due: of each endpoint some at once, of each queue only the first. */
@PartOf('steps')
@Injectable()
export class DeliverySender implements Background {
  private readonly logger = new Logger('Webhooks');
  private readonly busy = new Map<string, number>();
  private readonly works = new Set<Promise<void>>();
  private readonly looking: PeriodicTask;
  private readonly stopping = new AbortController();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queue: DeliveryQueue,
    private readonly messages: Messages,
    calm: Calm,
  ) {
    this.looking = calm.pulse(LOOK_EVERY_MS, () => this.look());
  }

  start(): void {
    this.looking.start();
  }

  async stop(): Promise<void> {
    await this.looking.stop();
    const patience = setTimeout(() => this.stopping.abort(), STOP_PATIENCE_MS);
    await Promise.allSettled(this.works);
    clearTimeout(patience);
  }

  /** Something may be due in a moment. */
  nudge(): void {
    setTimeout(() => this.looking.beat(), NUDGE_MS).unref();
  }

  /** @returns in how many milliseconds the next one is due */
  private async look(): Promise<number | void> {
    const { WEBHOOK_SLOTS, WEBHOOK_TIMEOUT_MS } = this.config;
    // What waits for a slot is taken when one ends, which is heard.
    const full = [...this.busy].filter(([, count]) => count >= WEBHOOK_SLOTS).map(([id]) => id);
    const ms = await this.queue.nextDueMs(full);
    if (ms === null) return;
    if (ms > 0) return ms;
    const queues = await this.queue.take(this.busy, WEBHOOK_SLOTS, WEBHOOK_TIMEOUT_MS + LEASE_MARGIN_MS);
    for (const taken of queues) this.begin(taken);
  }

  private begin(taken: Taken): void {
    this.busy.set(taken.endpointId, (this.busy.get(taken.endpointId) ?? 0) + 1);
    const work = this.serve(taken).finally(() => {
      const left = this.busy.get(taken.endpointId)! - 1;
      if (left > 0) this.busy.set(taken.endpointId, left);
      else this.busy.delete(taken.endpointId);
      this.works.delete(work);
      this.looking.beat();
    });
    this.works.add(work);
  }

  private async serve(taken: Taken): Promise<void> {
    try {
      const due = await this.queue.first(taken);
      if (!due) return await this.queue.giveBack(taken, OWN_TROUBLE_MS);
      const { tried, verdict } = await this.send(taken.endpointId, due);
      await this.queue.settle(taken, due, tried, verdict);
      tries.inc({ state: verdict.state });
    } catch (error) {
      this.logger.warn(`${taken.sequence} to ${taken.endpointId}: ${messageOf(error)}`);
      const waitMs = this.stopping.signal.aborted ? 0 : OWN_TROUBLE_MS;
      await this.queue.giveBack(taken, waitMs).catch(() => undefined);
    }
  }

  private async send(endpointId: string, due: Due): Promise<{ tried: Tried; verdict: Verdict }> {
    const body = await this.messages.bodyOf(due);
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    if (body === undefined) {
      const error = 'the log does not hold the event any more';
      return { tried: { durationMs: 0, status: null, error, response: null }, verdict: { state: 'failed' } };
    }
    try {
      const headers = this.messages.headersFor(endpointId, due, body, new Date());
      const manners = {
        timeoutMs: this.config.WEBHOOK_TIMEOUT_MS,
        allowPrivate: this.config.WEBHOOK_ALLOW_PRIVATE,
        stopping: this.stopping.signal,
      };
      const answer = await post(due.url, headers, body, manners);
      const error = troubleIn(answer);
      const tried = { durationMs: took(), status: answer.status, error, response: answer.excerpt };
      return { tried, verdict: this.verdictOn(due, answer) };
    } catch (error) {
      if (this.stopping.signal.aborted) throw error;
      const tried = { durationMs: took(), status: null, error: messageOf(error), response: null };
      return { tried, verdict: this.later(due, undefined) };
    }
  }

  private verdictOn(due: Due, { status, retryAfter }: Answer): Verdict {
    if (status >= 200 && status < 300) return { state: 'delivered' };
    if (status === 410) return { state: 'failed', disables: 'the receiver answered 410 Gone' };
    return this.later(due, retryAfterMs(retryAfter, Date.now()));
  }

  private later({ failures }: Due, asked: number | undefined): Verdict {
    const trouble = { failures: failures + 1, retryAfterMs: asked, chance: Math.random() };
    const waitMs = waitAfter(this.config.WEBHOOK_RETRY_SECONDS, trouble);
    return waitMs === undefined ? { state: 'failed' } : { state: 'pending', waitMs };
  }
}

function troubleIn({ status }: Answer): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `answered ${status}: redirects are not followed`;
  return `answered ${status}`;
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).slice(0, 300);
