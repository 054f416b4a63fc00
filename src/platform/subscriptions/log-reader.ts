import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EventClass } from '../core/event.js';
import { EventLog, type Page } from '../event-store/event-log.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { LogTail } from '../event-store/log-tail.js';
import { LogRewritten } from './failures.js';

export const PAGE_EVENTS = 1_000;
/** A page is about so large; only a single event may be larger. */
const PAGE_BYTES = 2 * 2 ** 20;
/** A page never looks at more positions than this, so that rare events do not make a long query. */
const PAGE_SPAN = 20_000;
const KEEP = 32;
const KEEP_BYTES = 4 * PAGE_BYTES;
/** How long whoever runs ahead leaves those time who still come by through what would be forgotten. */
const PATIENCE_MS = 1_000;
const LOOK_MS = 10;

/** Somebody who reads the log from one end to the other. */
export interface Reader {
  /** The names of the events it handles. */
  readonly types: ReadonlySet<string>;
  /** All up to here is done. */
  readonly reached: number;
  /** The log may have grown. */
  wake(): void;
}

/** What the last read found, and how many hints had been heard when it began. */
interface Look {
  readonly head: number;
  readonly hints: number;
}

/** A part of the log for those who ask for no other types. */
interface Part {
  readonly page: Page;
  readonly types: ReadonlySet<string>;
}

/**
 * Reads the log once for all subscriptions of the process; what this process has just stored is not read at all. What
 * has been read never changes, so it can be kept, for as long as the log is the same. Hints only say that reading may be
 * worth while; how far the log goes, it says itself. Whoever runs ahead waits a little before a page is forgotten that
 * somebody still needs; who is slower than that is not read for any more and reads for itself.
 */
@Injectable()
export class LogReader {
  /** The newest first. */
  private kept: Part[] = [];
  private readonly readers = new Set<Reader>();
  private readonly reading = new Map<number, { types: ReadonlySet<string>; part: Promise<Part> }>();
  private hints = 0;
  /** The highest position hinted at since the last read began. */
  private heard = 0;
  private last: Look = { head: 0, hints: -1 };

  constructor(
    private readonly log: EventLog,
    private readonly events: EventRegistry,
    private readonly tail: LogTail,
  ) {
    log.onRewritten(() => this.forget());
    log.onSeen((head) => this.seen(head));
  }

  /** From now on others read for it, too. @returns to be called when it ends */
  join(reader: Reader): () => void {
    this.readers.add(reader);
    return () => void this.readers.delete(reader);
  }

  /** Somebody says that the log has grown: where that may be news, those who read it are woken. */
  hint(position: number): void {
    const reached = this.tail.reach(this.last.head);
    const isOwn = reached > this.last.head;
    if (isOwn) this.last = { ...this.last, head: reached };
    if (position > this.last.head) {
      this.hints++;
      this.heard = Math.max(this.heard, position);
    } else if (!isOwn) return;
    this.wakeAll();
  }

  /** The log itself says how far it goes: whoever is behind is woken, whatever word was missed. */
  private seen(head: number): void {
    if (head !== this.last.head) this.hints++;
    else if ([...this.readers].every(({ reached }) => reached >= head)) return;
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const reader of this.readers) reader.wake();
  }

  /** How far the log is known to go for somebody who has come to that position. */
  headFrom(position: number): number {
    return Math.max(this.last.head, this.heard, this.tail.reach(position));
  }

  /** Nothing that was read may be relied on. */
  private forget(): void {
    this.kept = [];
    this.reading.clear();
    this.last = { head: 0, hints: -1 };
    this.wakeAll();
  }

  /**
   * Everything that the reader handles after what it has done, and what nobody here knows; perhaps more.
   *
   * @returns undefined when nothing stands there and nobody has said that there might
   * @throws LogRewritten when the log ends before the position
   */
  async after({ reached: position, types }: Omit<Reader, 'wake'>): Promise<Page | undefined> {
    const own = this.tail.after(position, PAGE_EVENTS, PAGE_BYTES);
    if (own) return own;
    if (position === this.last.head && this.last.hints === this.hints) return undefined;
    if (!this.keptAt(position, types)) await this.untilThereIsRoom(position);
    const { page } = this.keptAt(position, types) ?? (await this.read(position, types));
    if (page.head < position) {
      throw new LogRewritten(`the log ends at position ${page.head}, before ${position}`);
    }
    return page.upTo > position ? page : undefined;
  }

  private keptAt(position: number, types: ReadonlySet<string>): Part | undefined {
    return this.kept.find(
      (part) => part.page.after <= position && position < part.page.upTo && isWithin(types, part.types),
    );
  }

  private read(position: number, asked: ReadonlySet<string>): Promise<Part> {
    const other = this.reading.get(position);
    if (other && isWithin(asked, other.types)) return other.part;
    const types = this.askedAt(position, asked);
    const reading = {
      types,
      part: this.fetch(position, types).finally(() => {
        if (this.reading.get(position) === reading) this.reading.delete(position);
      }),
    };
    this.reading.set(position, reading);
    return reading.part;
  }

  /** What is asked for by all who will come here through nothing but what is kept. */
  private askedAt(position: number, asked: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(asked);
    for (const { reached, types } of this.readers) {
      if (isWithin(types, all) || !this.comesBy(reached, position, types)) continue;
      for (const type of types) all.add(type);
    }
    return all;
  }

  /** Waits until nobody needs what has to be forgotten for the page at this position: not for long, and never near the head. */
  private async untilThereIsRoom(position: number): Promise<void> {
    if (this.headFrom(position) - position < PAGE_EVENTS) return;
    for (const since = performance.now(); performance.now() - since < PATIENCE_MS; await sleep(LOOK_MS)) {
      const bytes = this.kept.reduce((sum, { page }) => sum + page.bytes, 0);
      const oldest = this.kept.at(-1);
      if (!oldest || bytes + PAGE_BYTES <= KEEP_BYTES) return;
      const needsIt = ({ reached, types }: Reader) =>
        reached < oldest.page.upTo && this.comesBy(reached, position, types);
      if (![...this.readers].some(needsIt)) return;
    }
  }

  private comesBy(from: number, position: number, types: ReadonlySet<string>): boolean {
    let at = from;
    while (at < position) {
      const part = this.keptAt(at, types);
      if (!part) return false;
      at = part.page.upTo;
    }
    return at === position;
  }

  private async fetch(after: number, types: ReadonlySet<string>): Promise<Part> {
    const { hints } = this;
    this.heard = 0;
    const bounds = { limit: PAGE_EVENTS, bytes: PAGE_BYTES };
    const { events: own, upTo, bytes } = this.tail.between(after, after + PAGE_SPAN, bounds);
    const read = await this.log.page(after, { ...bounds, upTo, except: this.others(types), own });
    const page = { ...read, bytes: read.bytes + bytes };
    const head = this.tail.reach(page.head);
    const isNews = head > this.last.head;
    this.last = { head, hints: head >= this.heard ? this.hints : hints };
    const part = { page, types };
    if (page.upTo > after) this.keep(part);
    // Whoever rests took the log to end where it was known to end; a hint at what is known by now would wake nobody.
    if (isNews) this.wakeAll();
    return part;
  }

  private keep(part: Part): void {
    let bytes = 0;
    this.kept = [part, ...this.kept].slice(0, KEEP).filter(({ page }, at) => {
      bytes += page.bytes;
      return at === 0 || bytes <= KEEP_BYTES;
    });
  }

  /** Left out by name and version: what is not even declared has to be met. */
  private others(types: ReadonlySet<string>): EventClass[] {
    return this.events.all().filter(({ type }) => !types.has(type));
  }
}

const isWithin = (types: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  types === others || (types.size <= others.size && [...types].every((type) => others.has(type)));
