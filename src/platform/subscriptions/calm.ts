import { Injectable } from '@nestjs/common';
import { LogSignal } from '../event-store/log-signal.js';
import { PeriodicTask } from './periodic-task.js';

/** A pause grows to this part of the time in which nothing has happened ... */
const SHARE = 8;
/** ... and to so many times the shortest one at most. */
const LONGEST = 8;

/**
 * How often this process looks whether there is work. What it does itself, or hears of others, makes everybody look at
 * once and quickly for a while; the longer nothing happens, the longer the pauses. A word that gets lost costs such a
 * pause, never more, and none is long while this process cannot hear.
 */
@Injectable()
export class Calm {
  /** How long each rests while anything happens. */
  private readonly quick = new Map<PeriodicTask, number>();
  private stirredAt = performance.now();
  private head = 0;
  private isDeaf = true;

  constructor(signal: LogSignal) {
    const stir = () => this.stir();
    signal.onAppended(stir);
    signal.onForeign(stir);
    signal.onSeen((head) => {
      if (head !== this.head) this.stir();
      this.head = head;
    });
  }

  /**
   * @param quickMs the pause between two runs while anything happens
   * @param work resolves with a shorter pause where it knows when it is needed again
   */
  pulse(quickMs: number, work: () => Promise<number | void>): PeriodicTask {
    const pulse = new PeriodicTask(() => this.pauseMs(quickMs), work);
    this.quick.set(pulse, quickMs);
    return pulse;
  }

  /** How long somebody may rest who looks so often while anything happens. */
  pauseMs(quickMs: number): number {
    if (this.isDeaf) return quickMs;
    return Math.min(Math.max(quickMs, this.quietMs / SHARE), quickMs * LONGEST);
  }

  /** Something has happened that others may follow from. */
  stir(): void {
    const longestMs = this.quietMs / SHARE;
    this.stirredAt = performance.now();
    for (const [pulse, quickMs] of this.quick) if (longestMs > quickMs) pulse.beat();
  }

  /** Whether other processes can be heard. */
  hears(isHearing: boolean): void {
    if (isHearing !== this.isDeaf) return;
    this.isDeaf = !isHearing;
    for (const pulse of this.quick.keys()) pulse.beat();
  }

  private get quietMs(): number {
    return performance.now() - this.stirredAt;
  }
}
