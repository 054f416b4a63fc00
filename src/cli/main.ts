import { CommanderError } from 'commander';
import { exitCodeOfWrongSettings, WrongSettings } from '../platform/config.js';
import { StoreUnavailable } from '../platform/event-store/committer.js';
import { SchemaTooNew } from '../platform/event-store/migrate.js';
import { isTransient } from '../platform/subscriptions/failures.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import { exitOfUsage, program } from './program.js';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

try {
  await program((code) => (process.exitCode = code)).parseAsync();
} catch (error) {
  process.exitCode = verdictOf(error);
}

function verdictOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return exitOfUsage(error.code);
  if (error instanceof Failure) return told(error.message, error.exitCode);
  if (error instanceof WrongSettings) return told(error.message, exitCodeOfWrongSettings);
  if (error instanceof SchemaTooNew) return told(error.message, EXIT.conflict);
  if (error instanceof StoreUnavailable || isTransient(error)) {
    return told(`the database cannot be reached: ${reasonOf(error)}`, EXIT.dependencyDown);
  }
  return told(error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT.failed);
}

function told(text: string, code: ExitCode): ExitCode {
  process.stderr.write(`${text}\n`);
  return code;
}

/** Connections that are refused on several addresses are an error without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each: Error) => each.message).join('; ');
  return error instanceof Error ? error.message : String(error);
}
