/** How many subscriptions of a process may hold a database connection at the same time; requests need some too. */
const AT_ONCE = 4;

/** Lets a few work at a time, in the order in which they asked. */
export class Semaphore {
  private free = AT_ONCE;
  private readonly queue: (() => void)[] = [];

  /** @returns a function that gives the turn back */
  async take(): Promise<() => void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    return () => {
      const next = this.queue.shift();
      if (next) next();
      else this.free++;
    };
  }
}
