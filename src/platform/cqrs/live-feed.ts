import { Injectable, Logger } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import { PartOf, type Background } from '../activities/activity.js';
import { EventLog } from '../event-store/event-log.js';

const PAGE = 500;

/**
 * Puts committed events on Nest's EventBus, for `@EventsHandler`s that are harmless to lose: live views, counters,
 * log lines. Every instance feeds its own bus, from the head of the log at its start; what matters hangs on a
 * subscription instead.
 */
@PartOf('serving')
@Injectable()
export class LiveFeed implements Background {
  private readonly logger = new Logger(LiveFeed.name);
  private position = 0;
  private reading = false;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly bus: EventBus,
  ) {}

  async start(): Promise<void> {
    this.position = await this.log.head();
    this.unsubscribe = this.log.onAppended((position) => void this.feed(position));
  }

  stop(): void {
    this.unsubscribe?.();
  }

  private async feed(upTo: number): Promise<void> {
    if (this.reading || upTo <= this.position) return;
    this.reading = true;
    try {
      const events = await this.log.readAfter(this.position, PAGE);
      this.position = events.at(-1)?.position ?? this.position;
      this.bus.publishAll(events.map(({ event }) => event));
    } catch (error) {
      this.logger.warn(`the live feed missed a moment: ${String(error)}`);
    } finally {
      this.reading = false;
    }
  }
}
