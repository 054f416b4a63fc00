import type { StoredEvent } from '../api/types.js';

/** More are not kept: whoever wants older ones narrows the list, and the log has them all. */
const MOST = 200;

/** What has come in, newest first. */
export interface Tail {
  readonly events: readonly StoredEvent[];
  /** Of all that came, also those that are no longer kept. */
  readonly count: number;
  readonly position: number;
}

export const noTail: Tail = { events: [], count: 0, position: 0 };

/** A connection that was lost may tell again what was heard already. */
export function arrived(tail: Tail, event: StoredEvent): Tail {
  if (event.position <= tail.position) return tail;
  return {
    events: [event, ...tail.events.slice(0, MOST - 1)],
    count: tail.count + 1,
    position: event.position,
  };
}

/** With what was there before, each once. */
export function settled(tail: Tail, before: readonly StoredEvent[]): readonly StoredEvent[] {
  const oldest = tail.events.at(-1)?.position ?? Infinity;
  return [...tail.events, ...before.filter(({ position }) => position < oldest)].slice(0, MOST);
}
