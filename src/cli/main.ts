import { loadDotEnv } from '../platform/dot-env.js';
import { commandLine } from './program.js';

loadDotEnv();
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await commandLine(process.argv.slice(2));
