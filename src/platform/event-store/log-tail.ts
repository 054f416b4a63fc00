import { Injectable } from '@nestjs/common';
import type { Append, PreparedEvent } from './append.js';
import type { Page } from './event-log.js';
import type { PageBounds } from './page-rows.js';
import { LogSignal } from './log-signal.js';
import type { Entry } from './recorded.js';

const KEEP_BYTES = 8 * 2 ** 20;
/** What an event takes besides its data. */
const ENVELOPE_BYTES = 500;

/** Events that this process has stored in one go. */
export interface Stored {
  /** Position of the first; the others follow without a gap. */
  readonly first: number;
  readonly recordedAt: Date;
  readonly appends: readonly Append[];
}

/** What is known of a stretch of the log. */
export interface Part {
  readonly events: readonly Entry[];
  /** About what they take. */
  readonly bytes: number;
  /** More than the bounds allow may be known behind it. */
  readonly upTo: number;
}

/**
 * The last part of the log as far as this process wrote it itself: its readers need not ask the database for what it has
 * just stored. Never a second truth: only what is committed gets in, what others have stored in between is a gap that
 * only the database can fill, and it is thrown away with the connection it was written through.
 */
@Injectable()
export class LogTail {
  /** In the order of positions. */
  private entries: Entry[] = [];
  private sizes: number[] = [];
  private bytes = 0;

  constructor(signal: LogSignal) {
    signal.onRewritten(() => this.forget());
  }

  add({ first, recordedAt, appends }: Stored): void {
    if (first <= this.end) this.forget();
    const at = recordedAt.toISOString();
    let position = first;
    for (const { commandId, events } of appends) {
      for (const event of events) {
        const size = ENVELOPE_BYTES + event.json.length;
        this.entries.push(entryOf(event, { position: position++, commandId, recordedAt: at }));
        this.sizes.push(size);
        this.bytes += size;
      }
    }
    if (this.bytes > KEEP_BYTES) this.shorten();
  }

  forget(): void {
    this.entries = [];
    this.sizes = [];
    this.bytes = 0;
  }

  /** @returns undefined when what follows the position is not known here */
  after(position: number, limit: number, maxBytes: number): Page | undefined {
    const from = this.firstAfter(position);
    const end = this.endOfRun(from);
    if (from === end || this.entries[from]!.position !== position + 1) return undefined;
    const { events, bytes } = this.slice(from, Math.min(end, from + limit), maxBytes);
    return { after: position, upTo: events.at(-1)!.position, head: this.end, bytes, events };
  }

  /** What is known of the log between two positions, with gaps. */
  between(after: number, upTo: number, bounds: Pick<PageBounds, 'limit' | 'bytes'>): Part {
    const [from, end] = [this.firstAfter(after), this.firstAfter(upTo)];
    const to = Math.min(end, from + bounds.limit);
    const { events, bytes } = this.slice(from, to, bounds.bytes);
    const isAll = from + events.length === end;
    return { events, bytes, upTo: isAll ? upTo : events.at(-1)!.position };
  }

  /** How far the log is known from a position on, if nothing is missing in between. */
  reach(position: number): number {
    const from = this.firstAfter(position);
    const isKnown = this.entries[from]?.position === position + 1;
    return isKnown ? this.entries[this.endOfRun(from) - 1]!.position : position;
  }

  private slice(from: number, end: number, maxBytes: number): Pick<Part, 'events' | 'bytes'> {
    let [to, bytes] = [from, 0];
    while (to < end && bytes < maxBytes) bytes += this.sizes[to++]!;
    return { events: this.entries.slice(from, to), bytes };
  }

  private firstAfter(position: number): number {
    return firstIndex(this.entries.length, (at) => this.entries[at]!.position > position);
  }

  /** Behind the last entry that follows this one without a gap: each gap makes positions run ahead of indexes. */
  private endOfRun(from: number): number {
    const { entries } = this;
    if (from >= entries.length) return from;
    const ahead = entries[from]!.position - from;
    return firstIndex(entries.length, (at) => entries[at]!.position - at > ahead);
  }

  private get end(): number {
    return this.entries.at(-1)?.position ?? -1;
  }

  private shorten(): void {
    let gone = 0;
    while (this.bytes > KEEP_BYTES / 2 && gone < this.entries.length - 1) this.bytes -= this.sizes[gone++]!;
    this.entries = this.entries.slice(gone);
    this.sizes = this.sizes.slice(gone);
  }
}

/** The first index for which it holds, given that it then holds for all that follow. */
function firstIndex(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const entryOf = (
  { stream, version, id, schemaVersion, event, metadata, at }: PreparedEvent,
  stored: Pick<Entry, 'position' | 'commandId' | 'recordedAt'>,
): Entry => ({
  position: stored.position,
  stream,
  version,
  id,
  commandId: stored.commandId,
  schemaVersion,
  event,
  metadata,
  occurredAt: at,
  recordedAt: stored.recordedAt,
});
