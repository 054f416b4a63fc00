import { databaseErrorKind, sqlStateOf } from '../event-store/database-errors.js';

/** Something outside Waybill is away: nobody's fault, so it is tried again without end and parks nothing. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Another process holds the subscription now; whatever was under way has been rolled back. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * What was read from the log no longer stands in it: it was restored, failed over without its last part, or made
 * anew. Everything remembered of it is worthless; the stored checkpoint tells how to go on.
 */
export class LogRewritten extends Error {
  override readonly name = 'LogRewritten';
}

/**
 * Tells the refusals of the checkpoint from the database's own errors.
 *
 * @returns the error to throw instead: LeaseLost, LogRewritten, or the same
 */
export function refusalOf(error: unknown, subscription: string): unknown {
  const state = sqlStateOf(error);
  if (state === 'WB409') return new LeaseLost(`${subscription} has another owner`);
  if (state === 'WB410')
    return new LogRewritten(`the log does not know what ${subscription} has read from it`);
  return error;
}

/** Whether the failure says nothing about the event that was being handled. */
export function isTransient(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  const kind = databaseErrorKind(error);
  if (kind) return kind !== 'permanent';
  return error instanceof Error && error.cause !== undefined && isTransient(error.cause);
}

/**
 * Capped exponential backoff with jitter.
 *
 * @param attempt 1 for the first failure
 * @param base milliseconds
 * @param cap milliseconds
 */
export const backoff = (attempt: number, base: number, cap: number): number =>
  Math.min(cap, base * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);

export const describeError = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2_000);
