/** Longer than a receiver may ask for nothing waits. */
const LONGEST_ASKED_MS = 86_400_000;
const JITTER = 0.2;

export interface Trouble {
  /** How often it has failed since it was put in the queue, this time included. */
  readonly failures: number;
  /** What the receiver asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** From 0 up to 1; spreads what failed together. */
  readonly chance: number;
}

/**
 * When to try again, in milliseconds: never earlier than the schedule says, nor than the receiver asked for within a day.
 *
 * @param waits of the schedule, in seconds
 * @returns undefined when the schedule is at its end
 */
export function waitAfter(waits: readonly number[], { failures, retryAfterMs = 0, chance }: Trouble) {
  const wait = waits[failures - 1];
  if (wait === undefined) return undefined;
  return Math.max(wait * 1_000 * (1 + JITTER * chance), Math.min(retryAfterMs, LONGEST_ASKED_MS));
}

/**
 * Reads Retry-After, which is seconds or a date (RFC 9110, section 10.2.3).
 *
 * @param now milliseconds since 1970
 * @returns milliseconds from now; undefined for anything else
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header)) return undefined;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
