import pg from 'pg';
import { QueryFailedError } from 'typeorm';

/** The store cannot be reached; whether the append happened is not known. Repeating the command id is safe. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
}

/** The COMMIT was sent and no answer came: the transaction may or may not have happened. Look before you repeat. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

/** A statement of the transaction had failed and nobody said so: nothing of it happened. */
export class RolledBack extends Error {
  override readonly name = 'RolledBack';
}

/** A number that could not be told exactly, such as a sum of many large amounts. */
export class InexactNumber extends RangeError {
  override readonly name = 'InexactNumber';
}

/**
 * What an error of the database says about doing the same again:
 * - `conflict`: somebody else was faster or holds what is needed; at once may already work
 * - `transient`: the database or the way to it is in trouble; it says nothing about what was asked
 * - `permanent`: what was asked is wrong, and will be the next time
 */
export type DatabaseErrorKind = 'conflict' | 'transient' | 'permanent';

/** Transaction rollback, lock not available. */
const conflicts = /^(40|55P03)/;
/**
 * Connection, transaction state, a session that does not know its prepared statements (a proxy has put another one in
 * its place), resources, object state, operator intervention, system and internal errors.
 */
const passing = /^(08|25|26|53|55|57|58|XX)/;
const network = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST|ENET|EAI_AGAIN)/;
const lostConnection =
  /^(Connection terminated|Client was closed|Client has encountered|Query read timeout|timeout exceeded when|The server is a standby)/;

/**
 * The one answer to what an error means; requests, subscriptions, Kafka, sagas and the command line each only say what
 * they do about it.
 *
 * @returns undefined for an error that does not come from the database or the way to it
 */
export function databaseErrorKind(error: unknown): DatabaseErrorKind | undefined {
  const cause = driverErrorOf(error);
  if (cause instanceof pg.DatabaseError) return kindOfState(cause.code ?? '08');
  if (cause instanceof StoreUnavailable || cause instanceof CommitUnknown || isLostConnection(cause)) {
    return 'transient';
  }
  return cause instanceof Error && cause.cause !== undefined ? databaseErrorKind(cause.cause) : undefined;
}

/** The SQLSTATE behind an error of the driver or of TypeORM, if there is one. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = driverErrorOf(error);
  return cause instanceof pg.DatabaseError ? cause.code : undefined;
}

/** The constraint that refused a row, if that is what the error is. */
export function brokenConstraintOf(error: unknown): string | undefined {
  const cause = driverErrorOf(error);
  return cause instanceof pg.DatabaseError ? cause.constraint : undefined;
}

/** Whether the connection broke or never came about: then nothing is known about what was asked. */
export function isLostConnection(error: unknown): boolean {
  const cause = driverErrorOf(error);
  if (!(cause instanceof Error) || cause instanceof pg.DatabaseError) return false;
  if ('code' in cause && network.test(String(cause.code))) return true;
  if (cause instanceof AggregateError) return cause.errors.some(isLostConnection);
  return lostConnection.test(cause.message);
}

/** What the driver says by itself, without a code, when it comes to no agreement with the server. */
const noAgreement = /^(SASL:|The server does not support SSL|There was an error establishing an SSL)/;
const unsafe = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)/;

/**
 * Whether the database does not let in who asks, or not to that: who he is, what he may, which database, how safe the
 * way to it is. Somebody has to change that; the same again will be refused again.
 */
export function isKeptOut(error: unknown): boolean {
  const cause = driverErrorOf(error);
  if (!(cause instanceof Error)) return false;
  if (cause instanceof pg.DatabaseError) return /^(28|3D|42501)/.test(cause.code ?? '');
  if (noAgreement.test(cause.message) || ('code' in cause && unsafe.test(String(cause.code)))) return true;
  return isKeptOut(cause.cause);
}

/**
 * Whether the server itself refused the statement: then it did not happen. A server that is ending or out of its mind,
 * and a session that is in no state to do anything, leave the question open.
 */
export const isVerdict = (error: unknown): boolean =>
  driverErrorOf(error) instanceof pg.DatabaseError && !/^(08|25|26|57|58|XX)/.test(sqlStateOf(error) ?? '08');

/**
 * Whether the session is of no more use: its server only reads (a standby, or told so), is ending or starting up, or
 * has cut it off. Another connection may find a better one.
 */
export const isSpentSession = (error: unknown): boolean =>
  /^(25006|25P03|25P04|26000|57P0)/.test(sqlStateOf(error) ?? '') || isLostConnection(error);

/** Would take more memory than one piece of work may. */
export class TooMuchAtOnce extends Error {
  override readonly name = 'TooMuchAtOnce';
}

/** Whether it took longer, or more memory, than is allowed: a smaller piece of the same may well be done. */
export function isTooMuchAtOnce(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TooMuchAtOnce) return true;
    if (/^(57014|25P03|25P04|53200)$/.test(sqlStateOf(cause) ?? '')) return true;
    if (cause.message === 'Query read timeout') return true;
  }
  return false;
}

function kindOfState(state: string): DatabaseErrorKind {
  if (conflicts.test(state)) return 'conflict';
  return passing.test(state) ? 'transient' : 'permanent';
}

const driverErrorOf = (error: unknown): unknown =>
  error instanceof QueryFailedError ? error.driverError : error;

/** Lost to somebody else or to a lack of resources; the same append may well succeed later. */
export const isNobodysFault = (error: unknown): boolean => databaseErrorKind(error) !== 'permanent';
