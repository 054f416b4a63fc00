import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { actorName } from '../core/actor.js';
import type { Call } from './call.js';

/** The requests under way. Live streams are left out: they never end, and do next to nothing. */
@Injectable()
export class Traffic {
  private readonly calls = new Set<Call>();
  private readonly ofCaller = new Map<string, Set<Call>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get inFlight(): number {
    return this.calls.size;
  }

  enter(call: Call): void {
    this.calls.add(call);
  }

  /** Counts a request for its caller, who is known by now; false when that caller has too many under way already. */
  claim(call: Call): boolean {
    if (!call.caller || !this.calls.has(call)) return true;
    const name = actorName(call.caller);
    const own = this.ofCaller.get(name) ?? new Set();
    if (own.size >= this.config.IN_FLIGHT_PER_CALLER) return false;
    this.ofCaller.set(name, own.add(call));
    return true;
  }

  leave(call: Call): void {
    this.calls.delete(call);
    if (!call.caller) return;
    const name = actorName(call.caller);
    const own = this.ofCaller.get(name);
    own?.delete(call);
    if (own?.size === 0) this.ofCaller.delete(name);
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
