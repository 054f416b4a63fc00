import { Injectable } from '@nestjs/common';
import type { EventClass } from '../core/event.js';
import { EventLog, type Page } from '../event-store/event-log.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { LogTail } from '../event-store/log-tail.js';
import { LogRewritten } from './failures.js';
import { SubscriptionRegistry } from './subscription-registry.js';

export const PAGE_EVENTS = 1_000;
/** A page is about so large; only a single event may be larger. */
const PAGE_BYTES = 2 * 2 ** 20;
/** A page never looks at more positions than this, so that rare events do not make a long query. */
const PAGE_SPAN = 20_000;
const KEEP = 8;
const KEEP_BYTES = 4 * PAGE_BYTES;

/** What the last read found, and how many hints had been heard when it began. */
interface Look {
  readonly head: number;
  readonly hints: number;
}

/**
 * Reads the log once for all subscriptions of the process; what this process has just stored is not read at all. What
 * has been read never changes, so it can be kept, for as long as the log is the same. Hints only say that reading may be
 * worth while; how far the log goes, it says itself.
 */
@Injectable()
export class LogPages {
  private kept: Page[] = [];
  private readonly reading = new Map<number, Promise<Page>>();
  private hints = 0;
  /** The highest position hinted at since the last read began. */
  private heard = 0;
  private last: Look = { head: 0, hints: -1 };
  private except: readonly EventClass[] | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly events: EventRegistry,
    private readonly registry: SubscriptionRegistry,
    private readonly tail: LogTail,
  ) {
    log.onRewritten(() => this.forget());
  }

  /** Somebody says that the log has grown. @returns whether that may be news */
  hint(position: number): boolean {
    const reached = this.tail.reach(this.last.head);
    const isOwn = reached > this.last.head;
    if (isOwn) this.last = { ...this.last, head: reached };
    if (position <= this.last.head) return isOwn;
    this.hints++;
    this.heard = Math.max(this.heard, position);
    return true;
  }

  /** The log itself says how far it goes. @returns whether that is news */
  seen(head: number): boolean {
    if (head === this.last.head) return false;
    this.hints++;
    return true;
  }

  /** Nothing that was read may be relied on. */
  private forget(): void {
    this.kept = [];
    this.reading.clear();
    this.last = { head: 0, hints: -1 };
  }

  /**
   * Everything that any subscription handles after the position, and what nobody here knows.
   *
   * @returns undefined when nothing stands there and nobody has said that there might
   * @throws LogRewritten when the log ends before the position
   */
  async after(position: number): Promise<Page | undefined> {
    const own = this.tail.after(position, PAGE_EVENTS, PAGE_BYTES);
    if (own) return own;
    if (position === this.last.head && this.last.hints === this.hints) return undefined;
    const kept = this.kept.find((page) => page.after <= position && position < page.upTo);
    const page = kept ?? (await this.read(position));
    if (page.head < position) {
      throw new LogRewritten(`the log ends at position ${page.head}, before ${position}`);
    }
    return page.upTo > position ? page : undefined;
  }

  private read(position: number): Promise<Page> {
    const other = this.reading.get(position);
    if (other) return other;
    const reading = this.fetch(position).finally(() => {
      if (this.reading.get(position) === reading) this.reading.delete(position);
    });
    this.reading.set(position, reading);
    return reading;
  }

  private async fetch(after: number): Promise<Page> {
    const { hints } = this;
    this.heard = 0;
    const page = await this.log.page(after, {
      limit: PAGE_EVENTS,
      bytes: PAGE_BYTES,
      upTo: after + PAGE_SPAN,
      except: (this.except ??= this.ofNoInterest()),
    });
    const head = this.tail.reach(page.head);
    this.last = { head, hints: head >= this.heard ? this.hints : hints };
    if (page.upTo > after) this.keep(page);
    return page;
  }

  private keep(page: Page): void {
    let bytes = 0;
    this.kept = [page, ...this.kept].slice(0, KEEP).filter((it, at) => {
      bytes += it.bytes;
      return at === 0 || bytes <= KEEP_BYTES;
    });
  }

  /** Left out by name and version: what is not even declared has to be met. */
  private ofNoInterest(): EventClass[] {
    const wanted = new Set(this.registry.eventTypes());
    return this.events.all().filter(({ type }) => !wanted.has(type));
  }
}
