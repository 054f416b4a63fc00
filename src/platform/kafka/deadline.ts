import { within as inTime } from '../core/within.js';

/**
 * Waits at most so long.
 *
 * @throws Error `<what> took longer than <ms> ms`; the work itself may still be going on
 */
export const within = <Result>(ms: number, what: string, work: Promise<Result>): Promise<Result> =>
  inTime(ms, work, () => new Error(`${what} took longer than ${ms} ms`));
