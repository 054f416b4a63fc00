import { OutcomePending } from '../core/outcome-pending.js';
import { Rejection } from '../core/rejection.js';
import { databaseErrorKind, sqlStateOf } from '../event-store/database-errors.js';
import { isTransient } from '../subscriptions/failures.js';
import { Unacceptable } from './envelope.js';

/**
 * What to do about a failure: `refused` is an answer, `dead` never gets better, `away` is nobody's fault and is
 * outwaited, `again` deserves another try at once, `unclear` gets a few.
 */
export type Verdict = 'refused' | 'dead' | 'away' | 'again' | 'unclear';

/** A refusal that may turn into its opposite when something else has caught up. */
export class TooEarly extends Error {
  override readonly name = 'TooEarly';

  constructor(override readonly cause: Rejection) {
    super(cause.message);
  }
}

export function verdictOn(error: unknown): Verdict {
  if (error instanceof Unacceptable) return 'dead';
  if (error instanceof OutcomePending || error instanceof TooEarly) return 'again';
  if (error instanceof Rejection) return error.code === 'concurrent-change' ? 'again' : 'refused';
  if (databaseErrorKind(error) === 'conflict') return 'again';
  if (sqlStateOf(error)?.startsWith('22')) return 'dead';
  if (isTransient(error)) return 'away';
  return 'unclear';
}

export const codeOf = (error: unknown): string => {
  if (error instanceof Unacceptable) return error.reason;
  if (error instanceof Rejection) return error.code;
  if (error instanceof TooEarly) return error.cause.code;
  return 'failed';
};
