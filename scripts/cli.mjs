/**
 * `npm run cli -- <command>`: the command line, on the database of a running `npm start`, on DATABASE_URL, or on the
 * embedded server, which is then started for the time of the command.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { Unusable, startPostgres } from './postgres.mjs';
import { build, install, root } from './start/build.mjs';
import { checkedEnvironment } from './start/environment.mjs';
import { claim } from './start/lock.mjs';

let child;
let passedOn = -Infinity;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    // Ctrl-C arrives twice within moments, from the terminal and from npm; the command shall see it once.
    if (performance.now() - passedOn < 500) return;
    passedOn = performance.now();
    child?.kill(signal);
  });
}

try {
  await install();
  await build();
  const env = await checkedEnvironment();
  const server = env.isOwnDatabase ? await ownDatabase(env) : undefined;
  try {
    process.exitCode = await command(env.variables);
  } finally {
    await server?.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Unusable ? error.message : error.stack}\n`);
  process.exitCode = error.exitCode ?? 1;
}

/** @returns the server to stop afterwards, if it was not running for somebody else */
async function ownDatabase({ dataDir, variables }) {
  const claimed = claim(path.join(dataDir, 'start.pid'));
  const server = await startPostgres({ folder: path.join(dataDir, 'postgres') });
  variables.DATABASE_URL = server.url;
  if (typeof claimed === 'number') return undefined;
  return { stop: () => server.stop().finally(claimed) };
}

function command(variables) {
  const program = path.join(root, 'dist', 'cli', 'main.js');
  const detached = process.platform !== 'win32';
  const args = [program, ...process.argv.slice(2)];
  child = spawn(process.execPath, args, { env: variables, stdio: 'inherit', detached });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 130)));
}
