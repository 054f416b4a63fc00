import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { PartOf, type Background } from '../activities/activity.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../event-store/database.js';
import { Traffic } from './traffic.js';

const WINDOW_MS = 500;

export type Overload = 'in-flight' | 'event-loop' | 'pool-wait';

/**
 * Whether to take on more. Looked at before a body is read or a query sent: turning work away must stay cheap when
 * there is too much of it.
 */
@PartOf('listening')
@Injectable()
export class Pressure implements Background {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private timer: NodeJS.Timeout | undefined;
  /** Whether anybody has asked in this window. */
  private isAsked = false;
  private lateWindows = 0;
  private lookedAt = 0;
  private lookedLateMs = 0;
  private poolWaitMs = 0;
  private probeSince: number | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly traffic: Traffic,
    private readonly database: Database,
  ) {}

  start(): void {
    this.lookedAt = performance.now();
    this.timer = setInterval(() => this.look(), WINDOW_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.delay.disable();
  }

  get overload(): Overload | undefined {
    this.isAsked = true;
    this.delay.enable();
    if (this.traffic.inFlight > this.config.SHED_IN_FLIGHT) return 'in-flight';
    // One long garbage collection is no overload; two windows in a row are.
    if (this.lateWindows >= 2) return 'event-loop';
    return this.waitForPool > this.config.SHED_POOL_WAIT_MS ? 'pool-wait' : undefined;
  }

  /**
   * Of the present window, in milliseconds. Node's own measure takes two turns of the loop: where a turn lasts for a
   * whole window it has nothing to tell, and the window's end being late is what tells it.
   */
  get eventLoopDelayMs(): number {
    return Math.max(this.delay.percentile(99) / 1e6, this.lookedLateMs);
  }

  private get waitForPool(): number {
    return Math.max(this.poolWaitMs, this.probeSince === undefined ? 0 : performance.now() - this.probeSince);
  }

  /** Measuring wakes the process fifty times a second, so where nobody is to be turned away nothing is measured. */
  private look(): void {
    if (!this.isAsked) this.delay.disable();
    this.isAsked = false;
    const now = performance.now();
    this.lookedLateMs = Math.max(0, now - this.lookedAt - WINDOW_MS);
    this.lookedAt = now;
    this.lateWindows = this.eventLoopDelayMs > this.config.SHED_EVENT_LOOP_MS ? this.lateWindows + 1 : 0;
    this.delay.reset();
    if (this.probeSince === undefined) void this.probe();
  }

  /** Stands in the queue itself to learn its length; where nobody waits, there is nothing to learn. */
  private async probe(): Promise<void> {
    if (this.database.waiting === 0) {
      this.poolWaitMs = 0;
      return;
    }
    const since = performance.now();
    this.probeSince = since;
    // A database that is away is no overload: requests then get an answer that says so.
    await this.database.query('select 1').catch(() => undefined);
    this.poolWaitMs = performance.now() - since;
    this.probeSince = undefined;
  }
}
