import { Injectable, Logger } from '@nestjs/common';
import { Committer } from '../event-store/committer.js';
import { Database, type Transaction } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import { describeError, isLostLease, isTransient, LeaseLost, Unavailable } from './failures.js';
import { Leases, type Lease } from './leases.js';
import { ModelProgress } from './model-progress.js';
import { Parking, type ParkedHead } from './parking.js';
import { sequenceOf, type Subscription } from './subscription.js';

/** A subscription while this process holds it. */
export interface Holding {
  readonly subscription: Subscription;
  readonly lease: Lease;
  /** Sequences with unresolved parked events; kept in memory because nobody else adds to them. */
  readonly waiting: Set<string>;
  /** Called with each sequence that fails for the first time. */
  failed(sequence: string): void;
}

/** An operator resolved the event while it was being tried. */
class Overtaken extends Error {}

const DRAIN_AT_ONCE = 100;
/** Operators and timers append to the same streams; a lost race is decided again at once. */
const APPEND_ATTEMPTS = 10;

/** Effects, checkpoint and proof of ownership in one transaction. */
@Injectable()
export class Delivery {
  private readonly logger = new Logger('Subscriptions');

  constructor(
    private readonly database: Database,
    private readonly committer: Committer,
    private readonly leases: Leases,
    private readonly parking: Parking,
    private readonly log: EventLog,
    private readonly progress: ModelProgress,
  ) {}

  /**
   * Hands over events and moves the checkpoint. A batch that fails is halved until the guilty event stands alone;
   * that one is set aside with all that follows it in its sequence.
   *
   * @param upTo where the checkpoint stands afterwards
   * @throws LeaseLost, or a transient error; nothing after the last committed part has happened then
   */
  async deliver(holding: Holding, events: readonly Recorded[], upTo: number): Promise<void> {
    try {
      await this.commit(holding, events, upTo);
    } catch (error) {
      if (error instanceof LeaseLost || isTransient(error)) throw error;
      if (events.length === 1) return this.setAside(holding, events[0]!, upTo, error);
      const half = events.length >> 1;
      await this.deliver(holding, events.slice(0, half), events[half - 1]!.position);
      await this.deliver(holding, events.slice(half), upTo);
    }
  }

  /** Tries the parked sequences whose time has come, each in order until it is empty or fails again. */
  async drain(holding: Holding): Promise<void> {
    const due = await this.parking.due(holding.subscription.name, DRAIN_AT_ONCE);
    for (const head of due) {
      let next: ParkedHead | undefined = head;
      while (next && (await this.tryParked(holding, next))) {
        next = await this.parking.next(holding.subscription.name, head.sequence);
        if (!next) holding.waiting.delete(head.sequence);
      }
    }
    if (due.length > 0) return;
    // What operators discarded to the end leaves no row behind that could become due.
    const left = await this.parking.sequences(holding.subscription.name);
    for (const sequence of holding.waiting) if (!left.has(sequence)) holding.waiting.delete(sequence);
  }

  private async commit(holding: Holding, events: readonly Recorded[], upTo: number): Promise<void> {
    const { subscription, lease, waiting } = holding;
    if (waiting.size === 0 && (await this.appended(holding, events, upTo))) return;
    const behind =
      waiting.size === 0
        ? []
        : events
            .map((recorded) => ({ recorded, sequence: sequenceOf(subscription, recorded) }))
            .filter(({ sequence }) => waiting.has(sequence));
    const held = new Set(behind.map(({ recorded }) => recorded));
    const flowing = held.size === 0 ? events : events.filter((recorded) => !held.has(recorded));
    await this.transaction(lease, async (tx) => {
      if (flowing.length > 0) await subscription.handle(flowing, tx, lease.fence);
      await this.parking.queue(tx, subscription.name, behind);
      await this.leases.checkpoint(tx, lease, upTo);
    });
    this.progress.reached(subscription.name, upTo);
  }

  /** @returns false when there is nothing to append, so that only the checkpoint is left to move */
  private async appended(
    { subscription, lease }: Holding,
    events: readonly Recorded[],
    upTo: number,
  ): Promise<boolean> {
    for (let attempt = 0; attempt < APPEND_ATTEMPTS; attempt++) {
      const append = await subscription.toAppend?.(events, lease.fence);
      if (!append) return false;
      const alongside = [...append.alongside, this.leases.checkpointRow(lease, upTo)];
      const { kind } = await this.committer.append({ ...append, alongside }).catch((error: unknown) => {
        throw isLostLease(error) ? new LeaseLost(`${lease.name} has another owner`) : error;
      });
      if (kind === 'appended') {
        this.progress.reached(subscription.name, upTo);
        return true;
      }
    }
    throw new Unavailable(`${subscription.name}: others keep appending to the same streams`);
  }

  private async setAside(holding: Holding, recorded: Recorded, upTo: number, error: unknown): Promise<void> {
    const { subscription, lease } = holding;
    const sequence = sequenceOf(subscription, recorded);
    this.logger.warn(
      `${subscription.name} failed at position ${recorded.position} (${recorded.event.type}); ` +
        `${sequence} waits: ${describeError(error)}`,
    );
    await this.transaction(lease, async (tx) => {
      await this.parking.setAside(tx, subscription.name, { recorded, sequence }, error);
      await this.leases.checkpoint(tx, lease, upTo);
    });
    holding.waiting.add(sequence);
    this.progress.reached(subscription.name, upTo);
    holding.failed(sequence);
  }

  private async tryParked({ subscription, lease }: Holding, head: ParkedHead): Promise<boolean> {
    const [recorded] = await this.log.readAfter(head.position - 1, 1, undefined, head.position);
    try {
      if (!recorded) throw new Error(`there is no event at position ${head.position}`);
      await this.transaction(lease, async (tx) => {
        await subscription.handle([recorded], tx, lease.fence);
        if (!(await this.parking.delivered(tx, head.id))) throw new Overtaken();
        await this.leases.checkpoint(tx, lease, 0);
      });
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return true;
      if (error instanceof LeaseLost || isTransient(error)) throw error;
      await this.transaction(lease, async (tx) => {
        await this.parking.failedAgain(tx, head, error);
        await this.leases.checkpoint(tx, lease, 0);
      });
      return false;
    }
  }

  private transaction(lease: Lease, work: (tx: Transaction) => Promise<void>): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.leases.enter(tx, lease);
      await work(tx);
    });
  }
}
