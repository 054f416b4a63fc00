import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { StoreUnavailable } from '../event-store/committer.js';
import { CommitUnknown } from '../event-store/database.js';

/** Something outside Waybill is away: nobody's fault, so it is tried again without end and parks nothing. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Another process holds the subscription now; whatever was under way has been rolled back. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** What platform.checkpoint raises under a fence that is no longer the newest. */
export const isLostLease = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === 'WB409';

/** Connection, transaction rollback, resources, object not in state, operator intervention, system error. */
const passing = /^(08|40|53|55|57|58|XX|25P0[23])/;
const network = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST|ENET|EAI_AGAIN)/;
const lostConnection =
  /^(Connection terminated|Client was closed|Client has encountered|Query read timeout|timeout exceeded when)/;

/** Whether the failure says nothing about the event that was being handled. */
export function isTransient(error: unknown): boolean {
  if (error instanceof CommitUnknown || error instanceof StoreUnavailable || error instanceof Unavailable)
    return true;
  if (error instanceof QueryFailedError) return isTransient(error.driverError);
  if (error instanceof pg.DatabaseError) return passing.test(error.code ?? '08');
  if (!(error instanceof Error)) return false;
  if ('code' in error && network.test(String(error.code))) return true;
  return lostConnection.test(error.message) || (error.cause !== undefined && isTransient(error.cause));
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
