import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import type { PlatformProblem } from './platform-problems.js';

/** The SQLSTATE behind an error of the driver or of TypeORM, if there is one. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof pg.DatabaseError ? cause.code : undefined;
}

/** The one table from SQLSTATE to problem; what is not in it is a mistake of ours. */
export function problemOfSqlState(state: string): PlatformProblem | undefined {
  if (state === '23505') return 'conflict';
  if (state === '40001' || state === '40P01') return 'concurrent-change';
  if (state === '55P03' || state === '57014') return 'overloaded';
  if (state.startsWith('22')) return 'invalid-request';
  if (/^(08|53|57|58)/.test(state)) return 'store-unavailable';
  return undefined;
}

const connectionTrouble =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|the transaction had failed before COMMIT|Client has encountered a connection error)/;

/** Whether the database could not be reached: then nothing is known about what was asked. */
export function isConnectionTrouble(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return false;
  const { code } = cause as { code?: unknown };
  return (
    connectionTrouble.test(cause.message) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(String(code))
  );
}
