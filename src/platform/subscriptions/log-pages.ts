import { Injectable } from '@nestjs/common';
import { EventLog } from '../event-store/event-log.js';
import type { Recorded } from '../event-store/recorded.js';
import { SubscriptionRegistry } from './subscription-registry.js';

/** A stretch of the log: everything that any subscription handles after `after`, up to and including `upTo`. */
export interface Page {
  readonly after: number;
  readonly upTo: number;
  readonly events: readonly Recorded[];
}

export const PAGE_EVENTS = 1_000;
/** A page never looks at more positions than this, so that rare events do not make a long query. */
const PAGE_SPAN = 20_000;
const KEEP = 8;

/** Reads the log once for all subscriptions of the process. What has been read never changes, so it can be kept. */
@Injectable()
export class LogPages {
  private readonly kept: Page[] = [];
  private readonly reading = new Map<number, Promise<Page>>();
  private known = 0;
  private types: readonly string[] | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly registry: SubscriptionRegistry,
  ) {}

  /** The highest position this process knows to exist. */
  get head(): number {
    return this.known;
  }

  /** @returns whether that was news */
  grown(position: number): boolean {
    if (position <= this.known) return false;
    this.known = position;
    return true;
  }

  async look(): Promise<boolean> {
    return this.grown(await this.log.head());
  }

  /** @returns undefined when nothing is known to exist after the position */
  async after(position: number): Promise<Page | undefined> {
    if (position >= this.known) return undefined;
    const kept = this.kept.find((page) => page.after <= position && position < page.upTo);
    if (kept) return kept;
    const other = this.reading.get(position);
    if (other) return other;
    const reading = this.read(position).finally(() => this.reading.delete(position));
    this.reading.set(position, reading);
    return reading;
  }

  private async read(after: number): Promise<Page> {
    this.types ??= this.registry.eventTypes();
    const bound = Math.min(this.known, after + PAGE_SPAN);
    const events = await this.log.readAfter(after, PAGE_EVENTS, this.types, bound);
    const page = { after, upTo: events.length < PAGE_EVENTS ? bound : events.at(-1)!.position, events };
    this.kept.unshift(page);
    this.kept.length = Math.min(this.kept.length, KEEP);
    return page;
  }
}
