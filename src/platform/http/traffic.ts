import { Injectable } from '@nestjs/common';
import type { Call } from './call.js';

/** The requests under way. Live streams are left out: they never end, and do next to nothing. */
@Injectable()
export class Traffic {
  private readonly calls = new Set<Call>();

  get inFlight(): number {
    return this.calls.size;
  }

  enter(call: Call): void {
    this.calls.add(call);
  }

  leave(call: Call): void {
    this.calls.delete(call);
  }

  /** @returns whether all ended within `ms` milliseconds */
  async quiet(ms: number): Promise<boolean> {
    const until = performance.now() + ms;
    while (this.calls.size > 0 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.calls.size === 0;
  }
}
