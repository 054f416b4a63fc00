import { Injectable } from '@nestjs/common';
import type { Append, PreparedEvent } from './append.js';
import type { Page } from './event-log.js';
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

/**
 * The last part of the log as far as this process wrote it itself, without a gap: its readers need not ask the database
 * for what it has just stored. Never a second truth: only what is committed gets in, a position that somebody else has
 * drawn ends it, and it is thrown away with the connection it was written through.
 */
@Injectable()
export class LogTail {
  private entries: Entry[] = [];
  private sizes: number[] = [];
  private bytes = 0;

  constructor(signal: LogSignal) {
    signal.onRewritten(() => this.forget());
  }

  add({ first, recordedAt, appends }: Stored): void {
    if (first !== this.end + 1) this.forget();
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
    const from = this.entries.length === 0 ? -1 : position + 1 - this.entries[0]!.position;
    if (from < 0 || from >= this.entries.length) return undefined;
    let [to, bytes] = [from, 0];
    while (to < this.entries.length && to - from < limit && bytes < maxBytes) bytes += this.sizes[to++]!;
    const events = this.entries.slice(from, to);
    return { after: position, upTo: events.at(-1)!.position, head: this.end, bytes, events };
  }

  /** How far the log is known from a position on: to the end of the tail, if nothing is missing in between. */
  reach(position: number): number {
    const isCovered = this.entries.length > 0 && position + 1 >= this.entries[0]!.position;
    return isCovered ? Math.max(position, this.end) : position;
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
