import { Injectable } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';

/** How often the checkpoint of a subscription that runs in another process is looked up, in milliseconds. */
const LOOK_EVERY_MS = 15;

/** How far subscriptions have come: at once for those of this process, by looking for the others. */
@Injectable()
export class ModelProgress {
  private readonly seen = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();

  constructor(
    private readonly database: Database,
    log: EventLog,
  ) {
    log.onRewritten(() => this.seen.clear());
  }

  reached(name: string, position: number): void {
    if (position <= (this.seen.get(name) ?? -1)) return;
    this.seen.set(name, position);
    for (const tell of this.waiting.get(name) ?? []) tell();
  }

  /**
   * @param name of the subscription or read model
   * @param position that it shall have passed
   * @param timeoutMs how long to wait
   * @returns false when it has not got there in time
   */
  async waitFor(name: string, position: number, timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      if ((this.seen.get(name) ?? -1) >= position) return true;
      this.reached(name, await this.stored(name));
      if ((this.seen.get(name) ?? -1) >= position) return true;
      const left = deadline - performance.now();
      if (left <= 0) return false;
      await this.news(name, Math.min(left, LOOK_EVERY_MS));
    }
  }

  private async stored(name: string): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      `select s.position from platform.subscriptions s
       where s.name = $1 and s.position <= (select coalesce(max(position), 0) from platform.events)`,
      [name],
    );
    return row?.position ?? -1;
  }

  private news(name: string, atMostMs: number): Promise<void> {
    const listeners = this.waiting.get(name) ?? new Set();
    this.waiting.set(name, listeners);
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        listeners.delete(done);
        resolve();
      };
      const timer = setTimeout(done, atMostMs);
      listeners.add(done);
    });
  }
}
