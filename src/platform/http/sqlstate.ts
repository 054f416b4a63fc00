import { isLostConnection } from '../event-store/database-errors.js';
import type { PlatformProblem } from './platform-problems.js';

/** The one table from SQLSTATE to problem; what is not in it is a mistake of ours. */
export function problemOfSqlState(state: string): PlatformProblem | undefined {
  if (state === '23505') return 'conflict';
  if (state === '40001' || state === '40P01') return 'concurrent-change';
  if (state === '55P03' || state === '57014') return 'overloaded';
  if (state.startsWith('22')) return 'invalid-request';
  if (/^(08|25|53|57|58)/.test(state)) return 'store-unavailable';
  return undefined;
}

/** Whether the database could not be reached: then nothing is known about what was asked. */
export const isConnectionTrouble = (error: unknown): boolean =>
  isLostConnection(error) ||
  (error instanceof Error && error.message.startsWith('the transaction had failed before COMMIT'));
