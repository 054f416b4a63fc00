import { PAGE_EVENTS } from './log-reader.js';

/**
 * When a subscription that is in no hurry takes its next page. What comes after a quiet time is taken at once; what
 * comes soon after a page waits for more, until its time is over, a page is full, or somebody waits for it.
 */
export class Linger {
  private until = -Infinity;
  private wanted = 0;
  /** What was there when a wait ended is taken to its end: a page may hold less than there is. */
  private owed = 0;

  /** @param ms how long an event may wait for more of them; 0: not at all */
  constructor(private readonly ms: number) {}

  /** A page that concerned the subscription is done. @param now milliseconds of a steady clock */
  taken(now: number): void {
    this.until = now + this.ms;
  }

  /** Somebody waits until it has come that far. */
  want(position: number): void {
    this.wanted = Math.max(this.wanted, position);
  }

  /**
   * @param reached all up to here is done
   * @param head how far the log is known to go; asked for only where it matters
   * @returns how long the next page may still wait; 0: take it now
   */
  leftMs(now: number, reached: number, head: () => number): number {
    if (this.ms === 0 || this.wanted > reached || this.owed > reached) return 0;
    const known = head();
    if (now < this.until && known - reached < PAGE_EVENTS) return this.until - now;
    this.owed = known;
    return 0;
  }
}
