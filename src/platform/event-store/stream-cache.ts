import type { Loaded } from './snapshots.js';

const KEEP = 20_000;
const KEEP_BYTES = 32 * 2 ** 20;
/** A state that takes more than this is not remembered: reading it again costs less than keeping it. */
const LARGEST = KEEP_BYTES / 16;

interface Known {
  readonly loaded: Loaded<unknown>;
  readonly bytes: number;
}

/**
 * The newest states this process knows, appends under way included: the next command on a busy stream decides on
 * what the previous one is about to store and shares its flush. A guess that turns out wrong costs a retry: the
 * append names the id of the event it built on.
 */
export class StreamCache {
  private readonly streams = new Map<string, Known>();
  /** How many appends to a stream are under way: what is known of it is then ahead of the log, and rightly so. */
  private readonly underWay = new Map<string, number>();
  private bytes = 0;

  get<State>(stream: string): Loaded<State> | undefined {
    return this.streams.get(stream)?.loaded as Loaded<State> | undefined;
  }

  /**
   * What was just read from the log.
   *
   * @param isDoubted what is known turned out wrong: unless an append is under way the log is right, even where it
   *   knows less (it may have been restored)
   */
  learn(stream: string, loaded: Loaded<unknown>, isDoubted = false): void {
    const known = this.get(stream);
    if (known && isDoubted && known.eventId !== loaded.eventId && !this.underWay.has(stream))
      this.forget(stream);
    if (!known || known.version < loaded.version || !this.streams.has(stream)) this.keep(stream, loaded);
  }

  /** What an append that has just been handed over will make of the stream. */
  expect(stream: string, loaded: Loaded<unknown>): void {
    this.underWay.set(stream, (this.underWay.get(stream) ?? 0) + 1);
    this.keep(stream, loaded);
  }

  /** The append has ended, however it did. */
  settled(stream: string): void {
    const left = (this.underWay.get(stream) ?? 0) - 1;
    if (left > 0) this.underWay.set(stream, left);
    else this.underWay.delete(stream);
  }

  forget(stream: string): void {
    this.bytes -= this.streams.get(stream)?.bytes ?? 0;
    this.streams.delete(stream);
  }

  /** The log has lost what some of them were read from. */
  clear(): void {
    this.streams.clear();
    this.bytes = 0;
  }

  private keep(stream: string, loaded: Loaded<unknown>): void {
    this.forget(stream);
    const bytes = roughBytes(loaded.state, LARGEST);
    if (bytes > LARGEST && !this.underWay.has(stream)) return;
    this.streams.set(stream, { loaded, bytes });
    this.bytes += bytes;
    while (this.streams.size > KEEP || this.bytes > KEEP_BYTES)
      this.forget(this.streams.keys().next().value!);
  }
}

/** About what a JSON value takes in memory; the count ends when it is clearly more than `enough`. */
function roughBytes(value: unknown, enough: number): number {
  let bytes = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && bytes <= enough) {
    const next = open.pop();
    bytes += typeof next === 'string' ? 24 + next.length : 16;
    if (typeof next === 'object' && next !== null) for (const each of Object.values(next)) open.push(each);
  }
  return bytes;
}
