import type { Loaded } from './stream-loader.js';

const KEEP = 5_000;

/**
 * The newest states this process knows, appends under way included: the next command on a busy stream decides on
 * what the previous one is about to store and shares its flush. A guess that turns out wrong costs a retry: the
 * append names the id of the event it built on.
 */
export class KnownStreams {
  private readonly streams = new Map<string, Loaded<unknown>>();

  get<State>(stream: string): Loaded<State> | undefined {
    return this.streams.get(stream) as Loaded<State> | undefined;
  }

  /** What was just read from the log. Never replaces something newer. */
  learn(stream: string, loaded: Loaded<unknown>): void {
    const known = this.streams.get(stream);
    if (!known || known.version < loaded.version) this.expect(stream, loaded);
  }

  /** What an append that has just been handed over will make of the stream. */
  expect(stream: string, loaded: Loaded<unknown>): void {
    this.streams.delete(stream);
    this.streams.set(stream, loaded);
    if (this.streams.size > KEEP) this.streams.delete(this.streams.keys().next().value!);
  }

  forget(stream: string): void {
    this.streams.delete(stream);
  }
}
