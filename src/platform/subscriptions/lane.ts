import type { Delivery, Holding } from './delivery.js';
import type { Leases, Lease } from './leases.js';
import type { LogPages } from './log-pages.js';
import type { ModelProgress } from './model-progress.js';
import type { Parking } from './parking.js';
import type { Subscription } from './subscription.js';
import type { Turns } from './turns.js';

export interface LaneParts {
  readonly leases: Leases;
  readonly pages: LogPages;
  readonly parking: Parking;
  readonly delivery: Delivery;
  readonly progress: ModelProgress;
  readonly turns: Turns;
  /** How often parked events are looked at, in milliseconds. */
  readonly pollMs: number;
}

/** A checkpoint that passes only events of other types is stored at most this often, in milliseconds. */
const IDLE_CHECKPOINT_MS = 25;
/** More sequences than this failing within a minute is no poisoned event but a broken handler. */
const FAILURES_A_MINUTE = 100;

/** More failed than single events can explain: the subscription is paused instead of setting everything aside. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures';
}

/** One subscription, from taking its lease to losing it: page by page, then waiting for news. */
export class Lane {
  private readonly types: ReadonlySet<string>;
  private woken = false;
  private rouse: () => void = () => undefined;
  private ending = false;
  private position: number;
  private stored: number;
  private storedAt = 0;
  private drainAt = 0;
  private failures: number[] = [];

  constructor(
    private readonly parts: LaneParts,
    private readonly subscription: Subscription,
    readonly lease: Lease,
  ) {
    this.types = new Set(subscription.events.map(({ type }) => type));
    this.position = this.stored = lease.position;
  }

  /** Works until `end` is called. @throws LeaseLost, TooManyFailures, or the transient error that stopped it */
  async run(): Promise<void> {
    const { parking, progress } = this.parts;
    const holding: Holding = {
      subscription: this.subscription,
      lease: this.lease,
      waiting: await parking.sequences(this.subscription.name),
      failed: () => this.countFailure(),
    };
    progress.reached(this.subscription.name, this.position);
    while (!this.ending) {
      this.woken = false;
      if (!(await this.step(holding)) && !this.woken) await this.sleep(this.restMs(holding));
    }
  }

  /** There may be something to do. */
  wake(): void {
    this.woken = true;
    this.rouse();
  }

  /** Parked events may have been resumed. */
  wakeParked(): void {
    this.drainAt = 0;
    this.wake();
  }

  /** Finish the batch under way and stop. */
  end(): void {
    this.ending = true;
    this.wake();
  }

  /** The position up to which all effects are committed. */
  get reached(): number {
    return this.position;
  }

  /** @returns false when there is nothing left to do for now */
  private async step(holding: Holding): Promise<boolean> {
    const { pages, delivery } = this.parts;
    if (holding.waiting.size > 0 && performance.now() >= this.drainAt) {
      this.drainAt = performance.now() + this.parts.pollMs;
      await this.inTurn(() => delivery.drain(holding));
    }
    const page = await pages.after(this.position);
    if (!page) {
      await this.storePassed();
      return false;
    }
    const events = page.events.filter(
      ({ position, event }) => position > this.position && this.types.has(event.type),
    );
    if (events.length > 0) {
      await this.inTurn(() => delivery.deliver(holding, events, page.upTo));
      this.stored = page.upTo;
      this.storedAt = performance.now();
    }
    this.position = page.upTo;
    if (performance.now() - this.storedAt > 1_000) await this.storePassed();
    return true;
  }

  /** Events of other types only move the checkpoint, and that is worth no commit of its own while more is coming. */
  private async storePassed(): Promise<void> {
    if (this.stored === this.position || performance.now() - this.storedAt < IDLE_CHECKPOINT_MS) return;
    const { leases, progress } = this.parts;
    const position = this.position;
    await this.inTurn(() => leases.passed(this.lease, position));
    this.stored = position;
    this.storedAt = performance.now();
    progress.reached(this.subscription.name, position);
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    const giveBack = await this.parts.turns.take();
    try {
      await work();
    } finally {
      giveBack();
    }
  }

  private restMs(holding: Holding): number {
    if (this.stored !== this.position) return IDLE_CHECKPOINT_MS;
    return holding.waiting.size > 0 ? this.parts.pollMs : 60_000;
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private countFailure(): void {
    const now = performance.now();
    this.failures = [...this.failures.filter((at) => now - at < 60_000), now];
    if (this.failures.length > FAILURES_A_MINUTE) {
      throw new TooManyFailures(`more than ${FAILURES_A_MINUTE} sequences failed within a minute`);
    }
  }
}
