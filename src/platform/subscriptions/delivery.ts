import { Injectable, Logger } from '@nestjs/common';
import { NewerEvent } from '../core/event.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import { systemContext } from '../cqrs/command.js';
import { AggregateStore } from '../event-store/aggregate-store.js';
import { Database, type Transaction } from '../event-store/database.js';
import { isTooMuchAtOnce } from '../event-store/database-errors.js';
import type { Entry } from '../event-store/recorded.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';
import { describeError, isTransient, LeaseLost, LogRewritten, refusalOf, Unavailable } from './failures.js';
import { Leases, type Lease } from './leases.js';
import { CheckpointTracker } from './checkpoint-tracker.js';
import { Parking, type SetAside } from './parking.js';
import { sequenceOf, type Subscription } from './subscription.js';

/** A subscription while this process holds it. */
export interface Holding {
  readonly subscription: Subscription;
  readonly lease: Lease;
  /** Sequences with unresolved parked events; kept in memory because nobody else adds to them. */
  readonly waiting: Set<string>;
  /** The stored checkpoint, as far as this holder knows: everything it commits goes on from there. */
  checkpoint: number;
  /** How many events are handed over at once; fewer after a batch that took too long. */
  atOnce: number;
  /** Called with each sequence that fails for the first time. */
  failed(sequence: string): void;
}

/** An event that cannot be done in its time is tried so often before it is taken for the event's own fault. */
const SLOW_ATTEMPTS = 3;

/** What becomes of each event of a batch. */
interface Sorted {
  readonly flowing: readonly Entry[];
  /** Those of sequences that wait already. */
  readonly behind: readonly SetAside[];
  /** Those that only a newer program can lift. */
  readonly newer: readonly SetAside[];
}

/** Effects, checkpoint and proof of ownership in one transaction. */
@Injectable()
export class Delivery {
  private readonly logger = new Logger('Subscriptions');
  /** By subscription: the event that took too long even alone, and how often. */
  private readonly slow = new Map<string, { readonly position: number; readonly times: number }>();

  constructor(
    private readonly database: Database,
    private readonly store: AggregateStore,
    private readonly leases: Leases,
    private readonly parking: Parking,
    private readonly progress: CheckpointTracker,
  ) {}

  /**
   * Hands over events and moves the checkpoint, unless nothing has come of them. A batch that fails is halved until the guilty event stands alone;
   * that one is set aside with all that follows it in its sequence.
   *
   * @param upTo where the checkpoint stands afterwards
   * @throws LeaseLost, LogRewritten, or a transient error; nothing after the last committed part has happened then
   */
  async deliver(holding: Holding, events: readonly Entry[], upTo: number): Promise<void> {
    try {
      await this.commit(holding, events, upTo);
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof LogRewritten) throw error;
      const isTooMuch = isTooMuchAtOnce(error);
      if (isTransient(error) && !isTooMuch) throw error;
      if (events.length === 1) {
        if (isTooMuch && !this.isSlowAgain(holding, events[0]!)) throw error;
        return this.setAside(holding, events[0]!, upTo, error);
      }
      const half = events.length >> 1;
      if (isTooMuch) holding.atOnce = half;
      await this.deliver(holding, events.slice(0, half), events[half - 1]!.position);
      await this.deliver(holding, events.slice(half), upTo);
    }
  }

  /** All effects up to there are committed, though the checkpoint may not be stored yet. */
  reached({ subscription }: Holding, position: number): void {
    this.progress.reached(subscription.name, position);
  }

  /** Moves the checkpoint past events that have no effect. @throws LeaseLost, LogRewritten */
  async passed(holding: Holding, to: number): Promise<void> {
    await this.leases.checkpoint(this.database, holding.lease, { from: holding.checkpoint, to });
    this.moved(holding, to);
  }

  /** Work that commits with a step of the checkpoint, or not at all. @throws LeaseLost, LogRewritten */
  async transaction(
    holding: Holding,
    move: { readonly to: number; readonly last?: Entry | undefined },
    work: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    const { lease, checkpoint: from } = holding;
    await this.database.transaction(async (tx) => {
      await this.leases.enter(tx, lease, from);
      await work(tx);
      await this.leases.checkpoint(tx, lease, { ...move, from });
    });
    this.moved(holding, move.to);
  }

  private async commit(holding: Holding, events: readonly Entry[], upTo: number): Promise<void> {
    const { subscription } = holding;
    const { flowing, behind, newer } = sort(holding, events);
    for (const { problem } of flowing) if (problem) throw problem;
    const isPlain = behind.length === 0 && newer.length === 0;
    if (isPlain && subscription.toChange) return this.changed(holding, flowing, upTo);
    if (isPlain && subscription.decide && flowing.length > 0) return this.decided(holding, flowing, upTo);
    await this.transaction(holding, { to: upTo, last: events.at(-1) }, async (tx) => {
      if (flowing.length > 0) await subscription.handle(flowing, tx, holding.lease.fence);
      await this.parking.leaveToNewer(tx, subscription.name, newer);
      await this.parking.queue(tx, subscription.name, behind);
    });
    for (const { sequence } of newer) holding.waiting.add(sequence);
  }

  private async changed(holding: Holding, events: readonly Entry[], upTo: number): Promise<void> {
    const { subscription, lease, checkpoint: from } = holding;
    const change = await subscription.toChange?.(events, this.database);
    if (!change) return;
    await this.leases.checkpoint(this.database, lease, { from, to: upTo, last: events.at(-1) }, change);
    this.moved(holding, upTo);
  }

  /** Operators and timers append to the same streams: who loses a race decides again. */
  private async decided(holding: Holding, events: readonly Entry[], upTo: number): Promise<void> {
    const { subscription, lease } = holding;
    const move = { from: holding.checkpoint, to: upTo, last: events.at(-1) };
    let isRepeat = false;
    const decide = async (unit: UnitOfWork) => {
      await subscription.decide?.(events, { unit, fencingToken: lease.fence, isRepeat });
      unit.want(this.leases.checkpointRow(lease, move));
      isRepeat = true;
    };
    await this.store.transact(systemContext(subscription.name), decide).catch((error: unknown) => {
      if (!(error instanceof Rejection)) throw refusalOf(error, lease.name);
      throw new Unavailable(`${subscription.name}: ${error.message}`);
    });
    this.moved(holding, upTo);
  }

  private async setAside(holding: Holding, entry: Entry, upTo: number, error: unknown): Promise<void> {
    const { subscription } = holding;
    const sequence = sequenceOf(subscription, entry);
    const waits = error instanceof OutcomePending;
    this.logger[waits ? 'debug' : 'warn'](
      `${subscription.name} ${waits ? 'is early' : 'failed'} at position ${entry.position} (${entry.event.type}); ` +
        `${sequence} waits: ${describeError(error)}`,
    );
    await this.transaction(holding, { to: upTo, last: entry }, (tx) =>
      this.parking.setAside(tx, subscription.name, { recorded: entry, sequence }, error),
    );
    holding.waiting.add(sequence);
    if (!waits) holding.failed(sequence);
  }

  private moved(holding: Holding, to: number): void {
    holding.checkpoint = to;
    this.reached(holding, to);
  }

  /** A lock or a slow disk may pass; what takes too long again and again is the event's own fault. */
  private isSlowAgain({ subscription: { name } }: Holding, { position }: Entry): boolean {
    const before = this.slow.get(name);
    const times = before?.position === position ? before.times + 1 : 1;
    this.slow.set(name, { position, times });
    return times >= SLOW_ATTEMPTS;
  }
}

/** A sequence that is set aside within the batch holds up the rest of the batch, too. */
function sort({ subscription, waiting }: Holding, events: readonly Entry[]): Sorted {
  const flowing: Entry[] = [];
  const behind: SetAside[] = [];
  const newer: SetAside[] = [];
  const fresh = new Set<string>();
  const waits = (sequence: string) => waiting.has(sequence) || fresh.has(sequence);
  for (const recorded of events) {
    const own = sequenceOf(subscription, recorded);
    // What could not be lifted may wait under its stream, since its own sequence could not be told.
    const sequence = !waits(own) && waits(recorded.stream) ? recorded.stream : own;
    if (waits(sequence)) behind.push({ recorded, sequence });
    else if (recorded.problem instanceof NewerEvent) {
      newer.push({ recorded, sequence });
      fresh.add(sequence);
    } else flowing.push(recorded);
  }
  return { flowing, behind, newer };
}
