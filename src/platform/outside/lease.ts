/**
 * How long this process may count on what it has taken, by its own clock: counted from before it asked for it, so that
 * it never counts on more than the database has granted.
 */
export class Lease {
  private readonly until: number;

  /** @param ms that are asked for, now */
  constructor(readonly ms: number) {
    this.until = performance.now() + ms;
  }

  /** Whether what takes so long at most ends before others may take over. */
  lasts(ms: number): boolean {
    return performance.now() + ms <= this.until;
  }
}
