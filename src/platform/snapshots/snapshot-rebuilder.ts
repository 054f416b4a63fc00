import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PartOf, type Background } from '../activities/activity.js';
import { actorName, type Actor } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import type { Transaction } from '../event-store/database.js';
import { Deciders } from '../event-store/deciders.js';
import { Snapshots, type Loaded } from '../event-store/snapshots.js';
import { StillReading, StreamLoader } from '../event-store/stream-loader.js';
import { OperatorLog } from '../ops/operator-log.js';
import type { Prospect } from '../previews/previews.js';
import { describeError, isTransient, LeaseLost } from '../subscriptions/failures.js';
import { PACE, type Pace } from '../subscriptions/pace.js';
import { PeriodicTask } from '../subscriptions/periodic-task.js';
import { LongStreams, type LongStream } from './long-streams.js';
import {
  SnapshotRebuilds,
  type HeldRebuild,
  type Shapes,
  type SnapshotRebuild,
} from './snapshot-rebuilds.js';

/** How often a long load under way is looked at again. */
const LOOK_AGAIN_MS = 500;
/** After a stream, commands have the database for as long as that stream took, but not longer than this. */
const LONGEST_REST_MS = 2_000;

/**
 * Folds the streams that have no fitting snapshot where one is due, one after the other, so that whoever loads them
 * next need not. What it has done stays done: begun again, it goes on.
 */
@PartOf('rebuilds')
@Injectable()
export class SnapshotRebuilder implements Background {
  private readonly logger = new Logger('Snapshots');
  private readonly stopping = new AbortController();
  private readonly pulse: PeriodicTask;

  constructor(
    private readonly rebuilds: SnapshotRebuilds,
    private readonly streams: LongStreams,
    private readonly deciders: Deciders,
    private readonly loader: StreamLoader,
    private readonly snapshots: Snapshots,
    private readonly operators: OperatorLog,
    @Inject(PACE) private readonly pace: Pace,
  ) {
    this.pulse = new PeriodicTask(
      () => pace.leaseMs,
      () => this.perform(this.stopping.signal),
    );
  }

  start(): void {
    this.pulse.start();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.pulse.stop();
  }

  /** @throws Rejection `snapshots.being-rebuilt` */
  async request(actor: Actor, reason: string): Promise<SnapshotRebuild> {
    const action = { action: 'snapshots.rebuild', object: 'all', reason };
    const why = { requestedBy: actorName(actor), reason };
    const rebuild = await this.operators.perform(actor, action, (tx) => this.requested(tx, why));
    this.pulse.beat();
    return rebuild;
  }

  /** @throws Rejection `snapshots.rebuild-not-found`, `snapshots.rebuild-ended` */
  async halt(id: string, actor: Actor, reason: string): Promise<SnapshotRebuild> {
    const action = { action: 'snapshots.stop', object: id, reason };
    return this.operators.perform(actor, action, (tx) => this.stopped(tx, id));
  }

  /** What a rebuild would lead to. @throws Rejection `snapshots.being-rebuilt` */
  prospect(): Promise<Prospect> {
    return this.operators.rehearse(async (tx) => {
      const [newest] = await this.rebuilds.list(1);
      await this.requested(tx, { requestedBy: 'nobody', reason: 'a rehearsal' });
      return {
        standing: { newest: newest?.id ?? null },
        follows: [
          'every long stream without a snapshot of the shape of today is folded, one after the other',
        ],
        final: false,
        undo: 'snapshots.stop',
      };
    });
  }

  /** What stopping would lead to. @throws Rejection `snapshots.rebuild-not-found`, `snapshots.rebuild-ended` */
  stopProspect(id: string): Promise<Prospect> {
    return this.operators.rehearse(async (tx) => {
      const { requestedAt } = await this.stopped(tx, id);
      return {
        standing: { requestedAt },
        follows: ['it stops after the stream under way; what is stored stays'],
        changes: [{ what: 'state', before: 'running', after: 'stopped' }],
        final: false,
        undo: 'snapshots.rebuild',
      };
    });
  }

  private async requested(tx: Transaction, why: Pick<SnapshotRebuild, 'requestedBy' | 'reason'>) {
    const requested = await this.rebuilds.request(tx, this.shapes(), why);
    if (!requested) throw new Rejection('snapshots.being-rebuilt', 'snapshots are being rebuilt already');
    return requested;
  }

  private async stopped(tx: Transaction, id: string): Promise<SnapshotRebuild> {
    const stopped = await this.rebuilds.stop(tx, id);
    if (stopped) return stopped;
    const ended = await this.rebuilds.find(id, tx);
    if (!ended) throw notFound();
    throw new Rejection('snapshots.rebuild-ended', `it has ended: ${ended.state}`);
  }

  /** @throws Rejection `snapshots.rebuild-not-found` */
  async progress(id: string): Promise<SnapshotRebuild> {
    const rebuild = await this.rebuilds.find(id);
    if (!rebuild) throw notFound();
    return rebuild;
  }

  /**
   * Does the one that was asked for here and now, unless somebody else has taken it up or none was.
   *
   * @param signal interrupts it; whoever comes next carries it on
   * @param tell hears how far it has come
   */
  async perform(signal: AbortSignal, tell: (now: SnapshotRebuild) => void = () => undefined): Promise<void> {
    const { owner, leaseMs } = this.pace;
    const held = await this.rebuilds.acquire(owner, this.shapes(), leaseMs);
    if (!held) return;
    const renewing = setInterval(
      () => void this.rebuilds.renew(held, leaseMs).catch(() => undefined),
      leaseMs / 3,
    );
    try {
      if (held.total === null) tell(await this.count(held, signal));
      await this.visitAll(held, signal, tell);
      if (signal.aborted) await this.rebuilds.release(held);
      else tell(await this.rebuilds.finish(held));
    } catch (error) {
      if (signal.aborted) await this.rebuilds.release(held).catch(() => undefined);
      else await this.failed(held, error);
    } finally {
      clearInterval(renewing);
    }
  }

  private async count(held: HeldRebuild, signal: AbortSignal): Promise<SnapshotRebuild> {
    let total = 0;
    let events = 0;
    for await (const { streams } of this.streams.pages('')) {
      total += streams.length;
      for (const stream of streams) events += stream.events;
      if (signal.aborted) return held;
    }
    return this.rebuilds.counted(held, total, events);
  }

  private async visitAll(
    held: HeldRebuild,
    signal: AbortSignal,
    tell: (now: SnapshotRebuild) => void,
  ): Promise<void> {
    for await (const { streams, upTo } of this.streams.pages(held.lastStream)) {
      for (const stream of streams) {
        if (signal.aborted) return;
        const began = performance.now();
        const skipped = await this.visit(stream, signal);
        const { name: lastStream, events } = stream;
        tell(await this.rebuilds.advance(held, { lastStream, done: 1, events, skipped }));
        await rest(Math.min(performance.now() - began, LONGEST_REST_MS), signal);
      }
      await this.rebuilds.advance(held, { lastStream: upTo });
    }
  }

  /** @returns why it cannot be folded */
  private async visit(stream: LongStream, signal: AbortSignal): Promise<string | undefined> {
    const decider = this.deciders.all().find(({ category }) => category === stream.category)!;
    let loaded: Loaded<unknown>;
    for (;;) {
      try {
        loaded = await this.loader.load(decider, stream.id);
        break;
      } catch (error) {
        if (isTransient(error)) throw error;
        if (!(error instanceof StillReading)) return this.unfolded(stream, error);
        signal.throwIfAborted();
        await rest(LOOK_AGAIN_MS, signal);
      }
    }
    await this.snapshots.store(decider, loaded);
    return undefined;
  }

  private unfolded({ name }: LongStream, error: unknown): string {
    const why = `${name}: ${describeError(error)}`;
    this.logger.warn(`no snapshot of ${why}`);
    return why;
  }

  private async failed(held: HeldRebuild, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    if (isTransient(error)) {
      await this.rebuilds.release(held).catch(() => undefined);
      throw error;
    }
    this.logger.error(`the rebuild of snapshots failed: ${describeError(error)}`);
    await this.rebuilds.finish(held, describeError(error));
  }

  private shapes(): Shapes {
    return Object.fromEntries(this.deciders.all().map(({ category, shape }) => [category, shape]));
  }
}

const notFound = () => new Rejection('snapshots.rebuild-not-found', 'there is no such rebuild');

const rest = (ms: number, signal: AbortSignal): Promise<unknown> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
