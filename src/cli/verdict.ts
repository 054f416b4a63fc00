import { ArchiveUnavailable } from '../platform/archive/archive-unavailable.js';
import { exitCodeOfWrongSettings, WrongSettings } from '../platform/config.js';
import { isKeptOut, sqlStateOf } from '../platform/event-store/database-errors.js';
import { SchemaTooNew } from '../platform/event-store/migrate.js';
import { WrongInstallation } from '../platform/installation/refuse-wrong.js';
import { isTransient, Unavailable } from '../platform/subscriptions/failures.js';
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
  const down = downOf(error);
  if (down !== undefined) return { text: down, exitCode: EXIT.dependencyDown };
  if (isOfSystem(error)) return { text: error.message, exitCode: EXIT.failed };
  return {
    text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    exitCode: EXIT.failed,
  };
}

/** Of a file, a folder, an address: what it says names it. */
const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;

const DISK_FULL = '53100';

/** Who outside does not do what is needed, and why; undefined where that is not the matter. */
function downOf(error: unknown): string | undefined {
  if (error instanceof ArchiveUnavailable || error instanceof Unavailable) return error.message;
  const reason = reasonOf(error);
  if (isKeptOut(error)) return `the database refuses us: ${reason}`;
  if (!isTransient(error)) return undefined;
  const state = sqlStateOf(error);
  if (state === undefined) return `the database cannot be reached: ${reason}`;
  return state === DISK_FULL
    ? `the disk of the database is full: ${reason}`
    : `the database cannot do it now: ${reason}`;
}

/** Connections that are refused on several addresses are an error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each: Error) => each.message).join('; ');
  return error instanceof Error ? error.message : String(error);
}
