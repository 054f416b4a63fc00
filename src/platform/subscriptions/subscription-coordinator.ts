import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { EventLog } from '../event-store/event-log.js';
import { backoff, describeError, isTransient, LeaseLost, LogRewritten } from './failures.js';
import { Delivery } from './delivery.js';
import { SubscriptionWorker, TooManyFailures } from './subscription-worker.js';
import { Leases, type Claim, type Lease } from './leases.js';
import { LogReader } from './log-reader.js';
import { PACE, type Pace } from './pace.js';
import { ParkedDelivery } from './parked-delivery.js';
import { Parking } from './parking.js';
import { PeriodicTask } from './periodic-task.js';
import { SubscriptionRegistry } from './subscription.js';
import { Semaphore } from './semaphore.js';
import { LogNotifier, type Message, type Wish } from './log-notifier.js';

/** Opens a lane for a lease. */
@Injectable()
export class SubscriptionWorkers {
  private readonly turns = new Semaphore();

  constructor(
    private readonly registry: SubscriptionRegistry,
    private readonly pages: LogReader,
    private readonly parking: Parking,
    private readonly delivery: Delivery,
    private readonly parked: ParkedDelivery,
    @Inject(PACE) private readonly pace: Pace,
  ) {}

  open(lease: Lease): SubscriptionWorker {
    const { pages, parking, delivery, parked, turns } = this;
    const parts = {
      ...{ pages, parking, delivery, parked, turns },
      pollMs: this.pace.pollMs,
      knows: (type: string, version: number) => this.registry.knows(type, version),
      asksFor: (type: string) => this.registry.eventTypes().includes(type),
    };
    return new SubscriptionWorker(parts, this.registry.get(lease.name)!, lease);
  }
}

/**
 * Runs this process's share of the subscriptions: its fair part of those that are free, and after a while any that
 * nobody else wants. Whatever goes wrong, the answer is the same: let go, and take it up again from the checkpoint.
 * A process that only serves runs none; it tells the others what it appends, and hears what they do.
 */
@PartOf('subscriptions', 'serving')
@Injectable()
export class SubscriptionCoordinator implements Background {
  private readonly logger = new Logger('Subscriptions');
  private readonly lanes = new Map<string, { lane: SubscriptionWorker; ended: Promise<void> }>();
  private readonly losses = new Map<string, number>();
  private readonly stopping = new AbortController();
  private readonly hands: PeriodicTask;
  private claims: readonly Claim[] = [];
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly registry: SubscriptionRegistry,
    private readonly leases: Leases,
    private readonly pages: LogReader,
    private readonly maker: SubscriptionWorkers,
    private readonly wakeUp: LogNotifier,
    private readonly log: EventLog,
    @Inject(PACE) private readonly pace: Pace,
  ) {
    this.hands = new PeriodicTask(
      () => pace.leaseMs / 3,
      () => this.shareHands(),
    );
  }

  async start(): Promise<void> {
    const runs = this.pace.takesPart ? this.registry.all() : [];
    this.claims = runs.map(({ name, shape, from }) => ({ name, shape: shape ?? 0, from: from ?? 'start' }));
    await this.leases.introduce(this.claims);
    this.stopListening = this.log.onAppended((position) => {
      this.wakeUp.announce(position);
      this.pages.hint(position);
    });
    await this.wakeUp.start((message, isOwn) => this.heard(message, isOwn));
    if (this.claims.length === 0) return;
    // Whoever finds this process ready finds somebody at work.
    await this.leases.reportAlive(this.pace.owner, this.pace.leaseMs);
    this.hands.start();
  }

  async stop(): Promise<void> {
    this.stopListening();
    this.stopping.abort();
    await this.hands.stop();
    for (const { lane } of this.lanes.values()) lane.end();
    await Promise.all([...this.lanes.values()].map(({ ended }) => ended));
    await this.leases.leave(this.pace.owner).catch(() => undefined);
    this.wakeUp.handsChanged();
    await this.wakeUp.stop();
  }

  /** Names of the subscriptions that run here. */
  running(): readonly string[] {
    return [...this.lanes.keys()];
  }

  private heard(message: Message, isOwn: boolean): void {
    if (typeof message === 'object') return this.wanted(message, isOwn);
    if (message !== 'hands') {
      this.log.heardOfOthers();
      return this.pages.hint(message);
    }
    this.hands.beat();
    for (const { lane } of this.lanes.values()) lane.wakeParked();
  }

  /** Whoever runs it, here or elsewhere, does not wait for a fuller page. */
  private wanted(wish: Wish, isOwn: boolean): void {
    const here = this.lanes.get(wish.subscription);
    if (here) here.lane.want(wish.position, !isOwn);
    else if (isOwn && this.registry.get(wish.subscription)?.lingerMs) this.wakeUp.pass(wish);
  }

  /** Keeps what is ours, gives back what is more than our share, takes what is free. */
  private async shareHands(): Promise<void> {
    const { owner, leaseMs } = this.pace;
    const alive = await this.leases.reportAlive(owner, leaseMs);
    const held = [...this.lanes.values()].map(({ lane }) => lane);
    const ours = await this.leases.renew(
      held.map(({ lease }) => lease),
      leaseMs,
    );
    for (const lane of held) if (!ours.has(lane.lease.name)) lane.end();
    // A database that was made anew knows none of them.
    if (ours.size < this.claims.length) await this.leases.introduce(this.claims);
    const share = Math.ceil(this.claims.length / alive);
    for (const lane of held.slice(share)) lane.end();
    await this.take(share - this.lanes.size, 0);
    await this.take(this.claims.length, 2 * leaseMs);
  }

  private async take(atMost: number, idleMs: number): Promise<void> {
    const { owner, leaseMs } = this.pace;
    const free = this.claims.filter(({ name }) => !this.lanes.has(name));
    if (atMost <= 0 || free.length === 0) return;
    for (const lease of await this.leases.acquire(owner, free, { leaseMs, atMost, idleMs }))
      this.begin(lease);
  }

  private begin(lease: Lease): void {
    if (this.stopping.signal.aborted) return void this.leases.release(lease).catch(() => undefined);
    const lane = this.maker.open(lease);
    const ended = lane
      .run()
      .then(() => this.leases.release(lease))
      .then(
        () => this.finished(lane),
        (error: unknown) => this.broken(lane, error),
      );
    this.lanes.set(lease.name, { lane, ended });
  }

  private finished(lane: SubscriptionWorker): void {
    this.lanes.delete(lane.lease.name);
    if (!this.stopping.signal.aborted) this.wakeUp.handsChanged();
  }

  private async broken(lane: SubscriptionWorker, error: unknown): Promise<void> {
    const { name } = lane.lease;
    if (error instanceof LogRewritten) await this.rewritten(name);
    else if (!(error instanceof LeaseLost)) await this.complain(lane, error);
    this.lanes.delete(name);
    this.hands.beat();
  }

  /** The stored checkpoint may still fit; if not, going on is for an operator to decide. */
  private async rewritten(name: string): Promise<void> {
    this.log.forget();
    const isStopped = await this.leases.stopBeyondHead(name).catch(() => false);
    if (isStopped) this.logger.error(`${name} is stopped: its checkpoint is beyond the head of the log`);
  }

  /** Tells it, and waits; a lane that came further than the last one starts the patience anew. */
  private async complain({ lease, reached }: SubscriptionWorker, error: unknown): Promise<void> {
    const { name, position } = lease;
    const losses = reached > position ? 1 : (this.losses.get(name) ?? 0) + 1;
    this.losses.set(name, losses);
    const what = describeError(error);
    if (losses === 1) this.logger.error(`${name} stopped and will be tried again: ${what}`);
    await this.leases.complain(name, what).catch(() => undefined);
    if (error instanceof TooManyFailures) await this.leases.pause(name, what).catch(() => undefined);
    const [base, cap] = isTransient(error) ? [20, 2_000] : [200, 10_000];
    const pause = sleep(backoff(losses, base, cap), undefined, { signal: this.stopping.signal });
    await pause.catch(() => undefined);
  }
}
