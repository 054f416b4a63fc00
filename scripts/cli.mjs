/**
 * `npm run cli -- <command>`: builds if something has changed, finds the database (DATABASE_URL, else the one of
 * `npm start`, which is started for the time of the command if nobody runs it), and runs the command line.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, Unusable } from './postgres.mjs';
import { build, install, root } from './start/build.mjs';
import { endChildren } from './start/children.mjs';
import { hold, nameOf } from './start/lock.mjs';
import { announced } from './start/run-file.mjs';
import { whenUnread } from './unread.mjs';

const args = process.argv.slice(2);
/** A plan of an import reads nothing but its file; every other dry run looks at what there is. */
const needsDatabase = !(args[0] === 'import' && args.includes('--dry-run'));
/** They talk to a running server. The list of sagas can do both. */
const asksServer = /^(attention|parked|dead-letters|subscriptions|topics|token|doctor)$/.test(args[0]);

const STARTING_MS = 120_000;

let child;
let undo = async () => {};
const stop = new AbortController();
const wait = { signal: stop.signal, say: (text) => process.stderr.write(`${text}\n`) };
whenUnread(() => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stop.abort();
    child?.kill(signal);
    void endChildren();
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!stop.signal.aborted)
    process.stderr.write(`${error instanceof Unusable ? error.message : error.stack}\n`);
  process.exitCode = stop.signal.aborted ? 130 : (error.exitCode ?? 1);
} finally {
  await undo();
}

async function main() {
  await install(wait);
  await build(wait);
  const { loadDotEnv } = await import('../dist/platform/dot-env.js');
  loadDotEnv();
  const { answeredByWords } = await import('../dist/cli/program.js');
  const said = await answeredByWords(args);
  if (said !== undefined) return said;
  const env = { ...process.env };
  if (args[0] === 'restore') await keepOthersOut(env);
  else if (needsDatabase && !asksServer && !isAnsweredByServer(env)) await findDatabase(env);
  stop.signal.throwIfAborted();
  return run(env);
}

function isAnsweredByServer(env) {
  if (args[0] !== 'saga' || env.DATABASE_URL?.trim()) return false;
  const dataDir = path.resolve(root, env.WAYBILL_DATA_DIR?.trim() || '.data');
  return args[1] !== 'list' || Boolean(env.WAYBILL_URL?.trim()) || announced(dataDir) !== undefined;
}

/** No server may run on the files that are about to be replaced. */
async function keepOthersOut(env) {
  const dataDir = path.resolve(root, env.WAYBILL_DATA_DIR?.trim() || '.data');
  fs.mkdirSync(dataDir, { recursive: true });
  const { lock, holder } = await hold(path.join(dataDir, 'database'), 'npm run cli -- restore');
  if (!lock) throw Object.assign(new Unusable(`the database is in use: ${nameOf(holder)}`), { exitCode: 4 });
  undo = () => lock.release();
}

async function findDatabase(env) {
  const isSet = (name) => Boolean(env[name]?.trim());
  const dataDir = path.resolve(root, isSet('WAYBILL_DATA_DIR') ? env.WAYBILL_DATA_DIR : '.data');
  if (isSet('DATABASE_URL')) return;
  const folder = path.join(dataDir, 'postgres');
  if (args[0] !== 'import' && !fs.existsSync(folder) && !fs.existsSync(`${folder}.moved`)) {
    const message = `There is no database in ${dataDir} yet: npm start makes one; or set DATABASE_URL.`;
    throw Object.assign(new Unusable(message), { exitCode: 4 });
  }
  fs.mkdirSync(dataDir, { recursive: true });
  env.WAYBILL_DATA_DIR = dataDir;
  env.DATABASE_URL = await databaseOf(dataDir);
}

/** The server of `npm start`, or one of our own until the command has ended; another command is waited for. */
async function databaseOf(dataDir) {
  const who = `npm run cli -- ${args[0]}`;
  let said;
  for (const deadline = Date.now() + STARTING_MS; ; await sleep(200, undefined, wait)) {
    const { lock, holder } = await hold(path.join(dataDir, 'database'), who);
    if (lock) return ownDatabase(dataDir, lock);
    const isStart = holder.who === 'npm start';
    const url = isStart && holder.state === 'running' && announced(dataDir)?.databaseUrl;
    if (url) return url;
    if (isStart && Date.now() > deadline)
      throw new Unusable(
        `npm start is under way on ${dataDir} but does not become ready: ${nameOf(holder)}.`,
      );
    if (said !== holder.pid) wait.say(`waiting for ${nameOf(holder)}`);
    said = holder.pid;
  }
}

async function ownDatabase(dataDir, lock) {
  undo = () => lock.release();
  const server = await startPostgres({ folder: path.join(dataDir, 'postgres') });
  undo = async () => {
    if (!server.reused) await server.stop();
    await lock.release();
  };
  return server.url;
}

function run(env) {
  child = spawn(process.execPath, [path.join(root, 'dist', 'cli', 'main.js'), ...args], {
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
