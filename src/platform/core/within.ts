/** A bell that rings so much late was not heard in time because this process was held up. */
const HELD_UP_MS = 250;
/** For so long it reads what had come meanwhile. */
const CATCHING_UP_MS = 100;

/**
 * Rings after so many milliseconds. To a process that was stopped for longer it rings before what has come meanwhile is
 * read: then it waits for that.
 *
 * @returns puts it off for good
 */
export function bell(ms: number, ring: () => void): () => void {
  const dueAt = performance.now() + ms;
  let timer = setTimeout(() => {
    if (performance.now() - dueAt < HELD_UP_MS) return ring();
    timer = setTimeout(ring, CATCHING_UP_MS);
  }, ms);
  return () => clearTimeout(timer);
}

/**
 * The outcome of the work, or after so many milliseconds an error. The work itself goes on.
 *
 * @param late what has to be done then, and the error
 */
export function within<Result>(ms: number, work: Promise<Result>, late: () => Error): Promise<Result> {
  return new Promise((resolve, reject) => {
    const still = bell(ms, () => reject(late()));
    void work.then(resolve, reject).finally(still);
  });
}

/** The same for work that can be given up: its signal fires then. */
export function endedWithin<Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late: () => Error,
): Promise<Result> {
  const end = new AbortController();
  return within(ms, work(end.signal), () => {
    end.abort();
    return late();
  });
}
