import { exitCodeOfWrongSettings, WrongSettings } from '../platform/config.js';
import { SchemaTooNew } from '../platform/event-store/migrate.js';
import { WrongInstallation } from '../platform/installation/refuse-wrong.js';
import { isTransient } from '../platform/subscriptions/failures.js';
import { EXIT, Failure, type ExitCode } from './exit.js';

interface Verdict {
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** What an error means for whoever typed the command. A stack is shown only of what nobody foresaw. */
export function verdictOf(error: unknown): Verdict {
  if (error instanceof Failure) return { text: error.message, exitCode: error.exitCode };
  if (error instanceof WrongInstallation) return { text: error.message, exitCode: exitCodeOfWrongSettings };
  if (error instanceof WrongSettings) return { text: error.message, exitCode: exitCodeOfWrongSettings };
  if (error instanceof SchemaTooNew) return { text: error.message, exitCode: EXIT.conflict };
  if (isTransient(error)) {
    return { text: `the database cannot be reached: ${reasonOf(error)}`, exitCode: EXIT.dependencyDown };
  }
  return {
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    exitCode: EXIT.failed,
  };
}

/** Connections that are refused on several addresses are an error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each: Error) => each.message).join('; ');
  return error instanceof Error ? error.message : String(error);
}
