import { NewerEvent } from '../core/event.js';
import type { Page } from '../event-store/event-log.js';
import type { Entry } from '../event-store/recorded.js';
import type { Delivery, Holding } from './delivery.js';
import type { Lease } from './leases.js';
import { Linger } from './linger.js';
import { PAGE_EVENTS, type LogReader, type Reader } from './log-reader.js';
import type { ParkedDelivery } from './parked-delivery.js';
import type { Parking } from './parking.js';
import type { Subscription } from './subscription.js';
import type { Semaphore } from './semaphore.js';

export interface WorkerParts {
  readonly pages: LogReader;
  readonly parking: Parking;
  readonly delivery: Delivery;
  readonly parked: ParkedDelivery;
  readonly turns: Semaphore;
  /** Whether this program can lift events of a type and version. */
  readonly knows: (type: string, version: number) => boolean;
  /** Whether any subscription of this program handles events of that name. */
  readonly asksFor: (type: string) => boolean;
  /** How often parked events are looked at, in milliseconds. */
  readonly pollMs: number;
}

/** A checkpoint that nothing hangs on is stored so seldom while more is coming, in milliseconds ... */
const BUSY_CHECKPOINT_MS = 1_000;
/** ... and after so many positions at the latest. */
const UNSTORED_POSITIONS = 10_000;
/** More sequences than this failing within a minute is no poisoned event but a broken handler. */
const FAILURES_A_MINUTE = 100;

/** More failed than single events can explain: the subscription is paused instead of setting everything aside. */
export class TooManyFailures extends Error {
  override readonly name = 'TooManyFailures';
}

/** One subscription, from taking its lease to losing it: page by page, then waiting for news. */
export class SubscriptionWorker implements Reader {
  /** The names of the events it handles. */
  readonly types: ReadonlySet<string>;
  private readonly holding: Holding;
  private readonly linger: Linger;
  /** Waiting for a fuller page, until a time that is set already. */
  private isLingering = false;
  /** Somebody in another process waits until the stored checkpoint has come that far. */
  private watched = 0;
  private woken = false;
  private rouse: () => void = () => undefined;
  private ending = false;
  /** Everything up to here is done; the checkpoint may lag behind by events of other types. */
  private position: number;
  private movedAt = 0;
  private storedAt = 0;
  private drainAt = 0;
  private failures: number[] = [];
  private isTroubled: boolean;

  constructor(
    private readonly parts: WorkerParts,
    private readonly subscription: Subscription,
    readonly lease: Lease,
  ) {
    this.types = new Set(subscription.events.map(({ type }) => type));
    this.position = lease.position;
    this.isTroubled = lease.isTroubled ?? false;
    this.linger = new Linger(subscription.lingerMs ?? 0);
    this.holding = {
      subscription,
      lease,
      waiting: new Set(),
      checkpoint: lease.position,
      atOnce: this.mostAtOnce,
      failed: () => this.countFailure(),
    };
  }

  /** Works until `end` is called. @throws LeaseLost, LogRewritten, TooManyFailures, or the transient error that stopped it */
  async run(): Promise<void> {
    const leave = this.parts.pages.join(this);
    try {
      await this.work();
    } finally {
      leave();
    }
  }

  /** The log may have grown. */
  wake(): void {
    if (!this.isLingering || this.lingerMs() === 0) this.wakeNow();
  }

  /**
   * Somebody waits until it has come that far.
   *
   * @param isElsewhere in another process, which sees nothing but the stored checkpoint
   */
  want(position: number, isElsewhere: boolean): void {
    this.linger.want(position);
    if (isElsewhere) this.watched = Math.max(this.watched, position);
    this.wakeNow();
  }

  /** Parked events may have been resumed. */
  wakeParked(): void {
    this.drainAt = 0;
    this.wakeNow();
  }

  /** Finish the batch under way and stop. */
  end(): void {
    this.ending = true;
    this.wakeNow();
  }

  /** The position up to which all effects are committed. */
  get reached(): number {
    return this.position;
  }

  private wakeNow(): void {
    this.woken = true;
    this.rouse();
  }

  private lingerMs(): number {
    return this.linger.leftMs(performance.now(), this.position, () =>
      this.parts.pages.headFrom(this.position),
    );
  }

  private async work(): Promise<void> {
    const { parking, knows } = this.parts;
    const { name } = this.subscription;
    await parking.reviveKnown(name, knows);
    for (const sequence of await parking.sequences(name)) this.holding.waiting.add(sequence);
    while (!this.ending) {
      this.woken = false;
      if (!(await this.step()) && !this.woken) await this.sleep(this.restMs());
    }
    await this.storePassed(0);
  }

  private get mostAtOnce(): number {
    return this.subscription.batch ?? PAGE_EVENTS;
  }

  /** @returns false when there is nothing left to do for now */
  private async step(): Promise<boolean> {
    const isMoreParked = await this.drain();
    this.isLingering = this.lingerMs() > 0;
    const page = this.isLingering ? undefined : await this.parts.pages.after(this);
    if (!page) {
      await this.storePassed(this.parts.pollMs);
      if (!this.isLingering) await this.recover();
      return isMoreParked;
    }
    await this.deliver(page);
    this.parts.delivery.reached(this.holding, this.position);
    await this.storePassed(this.parts.pollMs);
    return true;
  }

  /** @returns whether there is more to be tried at once */
  private async drain(): Promise<boolean> {
    const { pollMs, parked } = this.parts;
    if (this.holding.waiting.size === 0 || performance.now() < this.drainAt) return false;
    const isMore = await this.inTurn(() => parked.drain(this.holding));
    this.drainAt = isMore ? 0 : performance.now() + pollMs;
    return isMore;
  }

  private async deliver(page: Page): Promise<void> {
    let events = page.events.filter((entry) => entry.position > this.position && this.concerns(entry));
    while (events.length > 0 && !this.ending) {
      const batch = events.slice(0, this.holding.atOnce);
      events = events.slice(batch.length);
      const upTo = events.length > 0 ? batch.at(-1)!.position : page.upTo;
      this.holding.atOnce = Math.min(this.mostAtOnce, this.holding.atOnce * 2);
      await this.inTurn(() => this.parts.delivery.deliver(this.holding, batch, upTo));
      this.position = upTo;
      if (this.holding.checkpoint === upTo) this.storedAt = performance.now();
      this.linger.taken(performance.now());
    }
    if (events.length === 0) this.position = page.upTo;
    this.movedAt = performance.now();
  }

  /** What nobody here knows, or nobody here asks for, may well concern somebody in the newer program that wrote it. */
  private concerns({ event, problem }: Entry): boolean {
    return this.types.has(event.type) || (problem instanceof NewerEvent && !this.parts.asksFor(event.type));
  }

  /**
   * Events of other types only move the checkpoint. That is worth few commits of its own: what is waited for in this
   * process is told without one, and who comes after us only reads over what has passed. The same goes for events of
   * its own types that nothing has come of.
   */
  private async storePassed(quietMs: number): Promise<void> {
    const { holding, position } = this;
    const now = performance.now();
    if (holding.checkpoint === position) return;
    const isLong = position - holding.checkpoint >= UNSTORED_POSITIONS;
    const isWatched = holding.checkpoint < this.watched && this.watched <= position;
    const isDue = now - this.movedAt >= quietMs || now - this.storedAt >= BUSY_CHECKPOINT_MS;
    if (!isLong && !isWatched && !isDue) return;
    await this.inTurn(() => this.parts.delivery.passed(holding, position));
    this.storedAt = performance.now();
  }

  /** It works again though nothing happens: a checkpoint where it stands says so. */
  private async recover(): Promise<void> {
    if (!this.isTroubled) return;
    this.isTroubled = false;
    const { holding, parts } = this;
    await this.inTurn(() =>
      parts.delivery.transaction(holding, { to: holding.checkpoint }, () => Promise.resolve()),
    );
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const giveBack = await this.parts.turns.take();
    try {
      return await work();
    } finally {
      giveBack();
    }
  }

  private restMs(): number {
    const isMoreToStore = this.holding.checkpoint !== this.position;
    const longest = isMoreToStore || this.holding.waiting.size > 0 ? this.parts.pollMs : 60_000;
    return this.isLingering ? Math.min(longest, this.lingerMs()) : longest;
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
