import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MessageEvent } from '@nestjs/common';
import type { Subscriber } from 'rxjs';
import { isReadable, type Heard, type LogTail, type TailListener } from '../cqrs/log-tail.js';
import type { Recorded } from '../event-store/recorded.js';
import { liveViewsCut } from '../telemetry/counters.js';
import type { Call } from './call.js';

/** What may wait in memory for a reader; more is left in the database until there is room. */
const WAITING_BYTES = 512 * 1024;
const WAITING_MESSAGES = 1_000;
const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for so long, with something waiting, is too slow to watch. */
const STALLED_MS = 10_000;
/** How long the last words may take to get through to somebody who does not read. */
const LAST_WORDS_MS = 5_000;

/** Whose view it is, and until when. */
export interface Follower {
  readonly call: Call;
  /** `customer:018f...` */
  readonly principal: string;
  /** Global position, exclusive: the Last-Event-ID of the caller, 0 without one. */
  readonly after: number;
  /** When the token ends, in milliseconds since 1970; absent for an API key. */
  readonly expiresAt?: number;
  readonly response: ServerResponse;
}

/** A follower and how JSON is read to them. */
export interface Reader extends Follower {
  opened(json: string): Promise<string>;
}

interface Waiting {
  readonly position: number;
  readonly bytes: number;
  readonly message: MessageEvent;
}

export interface View {
  /** For example `order-018f...`; without them it is the whole log, or all events of the type. */
  readonly streams: readonly string[];
  readonly type?: string;
  /** Whether a reader without an id is shown what comes from now on, and not all that was. */
  readonly isFromNow?: boolean;
  /** What a reader gets of an event; undefined leaves it out. */
  show(recorded: Recorded): object | undefined;
  /** Whether nothing can follow this event: the view then ends. */
  isLast?(recorded: Recorded): boolean;
}

/**
 * One reader. The past comes from the database at the reader's own pace, then the tail of the log as everybody gets it.
 * Whenever the tail leaves something out, or brings more than may wait, the view goes back to the past: all it
 * remembers is a position.
 */
export class LiveView implements TailListener {
  readonly streams: readonly string[];
  readonly types: readonly string[];
  readonly isEverything: boolean;
  private readonly waiting: Waiting[] = [];
  private waitingBytes = 0;
  private shown: number;
  private told: number;
  private current = false;
  private stale = false;
  private ending = false;
  private sending: Promise<void> | undefined;
  private movedAt = Date.now();
  private readonly closed = new AbortController();

  constructor(
    private readonly tail: LogTail,
    private readonly view: View,
    private readonly follower: Reader,
    private readonly out: Subscriber<MessageEvent>,
  ) {
    this.streams = view.streams;
    this.types = view.streams.length === 0 && view.type !== undefined ? [view.type] : [];
    this.isEverything = this.streams.length === 0 && this.types.length === 0;
    this.shown = this.told = follower.after;
  }

  hear(heard: Heard): void {
    const full = this.waitingBytes > WAITING_BYTES || this.waiting.length > WAITING_MESSAGES;
    if (full) this.missed();
    else if (this.current) this.show(heard);
    else this.stale = true;
  }

  missed(): void {
    this.stale = true;
    if (this.current) void this.catchUp();
  }

  /** Reads the past until it meets the tail. */
  async catchUp(): Promise<void> {
    this.current = false;
    try {
      await this.tail.settled();
      await this.sending;
      this.beginAt(await this.tail.head());
      while (!this.out.closed && (await this.readOn())) await this.sending;
    } catch {
      // The reader comes back with the last id it saw, and may find the database in a better mood.
      this.out.complete();
    }
  }

  /** Called every now and then. @param now milliseconds since 1970 */
  tick(now: number): void {
    if (now >= (this.follower.expiresAt ?? Infinity)) {
      this.cut('token-expired', 'the token has expired: come back with a new one and the last id');
    } else if (this.sending && now - this.movedAt > STALLED_MS) {
      this.cut('too-slow', 'nothing was read for a while: come back with the last id');
    } else if (!this.sending && now - this.movedAt > HEARTBEAT_MS) {
      this.movedAt = now;
      this.out.next({ comment: 'still here' });
    }
  }

  /** The reader is gone. */
  close(): void {
    this.waiting.length = 0;
    this.closed.abort();
  }

  /** @returns whether there may be more */
  private async readOn(): Promise<boolean> {
    this.stale = false;
    const past = await this.tail.past(this, this.shown);
    for (const heard of past) this.show(heard);
    this.current = past.length === 0 && !this.stale;
    return !this.current;
  }

  private beginAt(head: number): void {
    if (this.shown > head) this.startOver();
    if (!this.view.isFromNow || this.shown > 0) return;
    this.shown = head;
    this.send(head, 'following', { position: head });
  }

  /** After a restore of an older database a reader may know more than the log does. */
  private startOver(): void {
    this.shown = 0;
    const goesOn = this.view.isFromNow ? 'this goes on from its end' : 'everything is sent again';
    const detail = `the log does not reach the last id: it was restored, and ${goesOn}`;
    this.send(0, 'reset', { detail });
  }

  private show(heard: Heard): void {
    const { position } = heard;
    if (position <= this.shown || this.ending) return;
    this.shown = position;
    if (!isReadable(heard)) {
      return this.send(position, 'unreadable', { ...heard, code: 'written-by-newer-program' });
    }
    const data = this.view.show(heard);
    if (data) this.send(position, heard.event.type, data);
    if (this.view.isLast?.(heard)) {
      this.send(position, 'end', {});
      this.ending = true;
    }
  }

  private send(position: number, type: string, data: object): void {
    const text = JSON.stringify(data);
    this.waiting.push({ position, bytes: text.length, message: { id: String(position), type, data: text } });
    this.waitingBytes += text.length;
    this.sending ??= this.work();
  }

  /** One after the other, each when the connection has room: what waits here can be counted. */
  private async work(): Promise<void> {
    this.movedAt = Date.now();
    for (let next = this.waiting.shift(); next && !this.out.closed; next = this.waiting.shift()) {
      this.waitingBytes -= next.bytes;
      this.told = next.position;
      this.out.next({ ...next.message, data: await this.follower.opened(String(next.message.data)) });
      await nextTurn();
      await this.room();
      this.movedAt = Date.now();
    }
    this.sending = undefined;
    if (this.ending) this.out.complete();
  }

  private async room(): Promise<void> {
    const { signal } = this.closed;
    if (!this.follower.response.writableNeedDrain || signal.aborted) return;
    await once(this.follower.response, 'drain', { signal }).catch(() => undefined);
  }

  /** Nothing more is shown; the last words say why, and carry the id after which a reader goes on. */
  private cut(reason: 'too-slow' | 'token-expired', detail: string): void {
    const { response } = this.follower;
    liveViewsCut.inc({ reason });
    this.out.next({ id: String(this.told), type: reason, data: JSON.stringify({ detail }) });
    this.out.complete();
    const timer = setTimeout(() => response.destroy(), LAST_WORDS_MS);
    response.once('close', () => clearTimeout(timer));
  }
}
