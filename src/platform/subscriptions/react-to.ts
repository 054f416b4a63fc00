import type { Recorded } from '../event-store/recorded.js';

/**
 * Reacts to the events of a page at the same moment, so that the commands that follow from them share their statements;
 * to those of one stream in their order, and to none of it after one that failed.
 *
 * @throws what the first of those that failed has thrown, when nothing is under way any more
 */
export async function reactTo(
  batch: readonly Recorded[],
  react: (recorded: Recorded) => Promise<unknown>,
): Promise<void> {
  const streams = new Map<string, Promise<unknown>>();
  const reactions = batch.map((recorded) => {
    const before = streams.get(recorded.stream) ?? Promise.resolve();
    const reaction = before.then(() => react(recorded));
    streams.set(recorded.stream, reaction);
    return reaction;
  });
  for (const outcome of await Promise.allSettled(reactions)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}
