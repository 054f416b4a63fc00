import { Injectable } from '@nestjs/common';
import { SharedLook } from '../core/shared-look.js';
import { Database } from '../event-store/database.js';
import { EventLog } from '../event-store/event-log.js';
import { LogNotifier } from './log-notifier.js';

/** How often the checkpoint of a subscription that runs in another process is looked up, in milliseconds. */
const LOOK_EVERY_MS = 15;

interface Waiting {
  readonly position: number;
  readonly settle: (reached: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/** One subscription: how far it was seen, and everybody who waits for it. */
class Progress {
  seen = -1;
  readonly waiting = new Set<Waiting>();
  readonly stored: SharedLook<number>;

  constructor(look: () => Promise<number>) {
    this.stored = new SharedLook(look);
  }
}

/**
 * How far subscriptions have come: at once for those of this process, by looking for the others. However many wait for
 * one subscription, one look serves them all.
 */
@Injectable()
export class CheckpointTracker {
  private readonly subscriptions = new Map<string, Progress>();

  constructor(
    private readonly database: Database,
    private readonly wakeUp: LogNotifier,
    log: EventLog,
  ) {
    log.onRewritten(() => {
      for (const progress of this.subscriptions.values()) progress.seen = -1;
    });
  }

  reached(name: string, position: number): void {
    const progress = this.of(name);
    if (position <= progress.seen) return;
    progress.seen = position;
    for (const waiting of progress.waiting) if (waiting.position <= position) waiting.settle(true);
  }

  /** As far as is known without looking; -1 where nothing is. */
  seenOf(name: string): number {
    return this.of(name).seen;
  }

  /** Whether it is known, without looking, that the subscription has passed that position. */
  hasReached(name: string, position: number): boolean {
    return this.of(name).seen >= position;
  }

  /**
   * @param name of the subscription or read model
   * @param position that it shall have passed
   * @param timeoutMs how long to wait
   * @returns false when it has not got there in time
   */
  async waitFor(name: string, position: number, timeoutMs: number): Promise<boolean> {
    const progress = this.of(name);
    if (progress.seen >= position) return true;
    if (timeoutMs > 0) this.wakeUp.want({ subscription: name, position });
    this.reached(name, await progress.stored.ask());
    if (progress.seen >= position) return true;
    return timeoutMs > 0 && this.join(name, position, timeoutMs);
  }

  private join(name: string, position: number, timeoutMs: number): Promise<boolean> {
    const { waiting } = this.of(name);
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        waiting.delete(mine);
      };
      const settle = (reached: boolean) => {
        leave();
        resolve(reached);
      };
      const fail = (error: unknown) => {
        leave();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const timer = setTimeout(() => settle(false), timeoutMs);
      const mine = { position, settle, fail };
      waiting.add(mine);
      if (waiting.size === 1) void this.watch(name);
    });
  }

  /** Looks for all who wait, as long as anybody does. */
  private async watch(name: string): Promise<void> {
    const { waiting, stored } = this.of(name);
    while (waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      if (waiting.size === 0) return;
      try {
        this.reached(name, await stored.ask());
      } catch (error) {
        for (const one of [...waiting]) one.fail(error);
      }
    }
  }

  private of(name: string): Progress {
    const known = this.subscriptions.get(name);
    if (known) return known;
    const progress = new Progress(() => this.storedPosition(name));
    this.subscriptions.set(name, progress);
    return progress;
  }

  private async storedPosition(name: string): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      `select s.position from platform.subscriptions s
       where s.name = $1 and s.position <= (select coalesce(max(position), 0) from platform.events)`,
      [name],
    );
    return row?.position ?? -1;
  }
}
