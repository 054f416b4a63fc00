import { Inject, Injectable, Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import { PartOf, type Background } from '../platform/activities/activity.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Calm } from '../platform/subscriptions/calm.js';
import { Lease } from '../platform/outside/lease.js';
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
/** Of what is kept of a trouble. */
const MOST_WORDS = 300;
/** The subscription's commit is some round trips away. */
const NUDGE_MS = 25;

interface Outcome {
  readonly tried: Tried;
  readonly verdict: Verdict;
}

/** Nothing was sent, and no later try would. */
const inVain = (fault: string): Outcome => ({
  tried: { durationMs: 0, status: null, error: fault.slice(0, MOST_WORDS), response: null },
  verdict: { state: 'failed' },
});

/** Sends what is due: of each endpoint some at once, of each queue only the first. */
@PartOf('steps')
@Injectable()
export class DeliverySender implements Background {
  private readonly logger = new Logger('Webhooks');
  /** What this process has in hand. */
  private readonly works = new Map<Taken, Promise<void>>();
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
    await Promise.allSettled(this.works.values());
    clearTimeout(patience);
  }

  /** Something may be due in a moment. */
  nudge(): void {
    setTimeout(() => this.looking.beat(), NUDGE_MS).unref();
  }

  /** @returns in how many milliseconds the next one is due */
  private async look(): Promise<number | void> {
    const { WEBHOOK_SLOTS, WEBHOOK_TIMEOUT_MS } = this.config;
    const busyWith = [...this.works.keys()];
    // What waits for a slot is taken when one ends, which is heard.
    const full = endpointsWith(WEBHOOK_SLOTS, busyWith);
    const ms = await this.queue.nextDueMs(full);
    if (ms === null) return;
    if (ms > 0) return ms;
    const lease = new Lease(WEBHOOK_TIMEOUT_MS + LEASE_MARGIN_MS);
    const queues = await this.queue.take(busyWith, WEBHOOK_SLOTS, lease.ms);
    for (const taken of queues) this.begin(taken, lease);
  }

  private begin(taken: Taken, lease: Lease): void {
    const work = this.serve(taken, lease).finally(() => {
      this.works.delete(taken);
      this.looking.beat();
    });
    this.works.set(taken, work);
  }

  private async serve(taken: Taken, lease: Lease): Promise<void> {
    try {
      const due = await this.queue.first(taken);
      if (!due) return await this.queue.giveBack(taken, OWN_TROUBLE_MS);
      const made = await this.messages.bodyOf(due);
      // Held up on the way: another process may be sending it.
      if (!lease.lasts(this.config.WEBHOOK_TIMEOUT_MS)) return await this.queue.giveBack(taken, 0);
      const { tried, verdict } =
        'fault' in made ? inVain(made.fault) : await this.send(taken.endpointId, due, made.body);
      await this.queue.settle(taken, due, tried, verdict);
      tries.inc({ state: verdict.state });
    } catch (error) {
      this.logger.warn(`${taken.sequence} to ${taken.endpointId}: ${messageOf(error)}`);
      const waitMs = this.stopping.signal.aborted ? 0 : OWN_TROUBLE_MS;
      await this.queue.giveBack(taken, waitMs).catch(() => undefined);
    }
  }

  private async send(endpointId: string, due: Due, body: string): Promise<Outcome> {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
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

/** Those of which so many queues are in hand. */
function endpointsWith(count: number, queues: readonly Taken[]): string[] {
  const counts = new Map<string, number>();
  for (const { endpointId } of queues) counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
  return [...counts].filter(([, inHand]) => inHand >= count).map(([id]) => id);
}

function troubleIn({ status }: Answer): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `answered ${status}: redirects are not followed`;
  return `answered ${status}`;
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error)).slice(0, MOST_WORDS);
