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
import { claim } from './start/lock.mjs';

const args = process.argv.slice(2);
/** Nothing is read or written but the file, so no database is needed. */
const needsDatabase = args.length > 0 && !args.some((arg) => /^(--help|-h|help|--dry-run)$/.test(arg));

let child;
let undo = async () => {};
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopped = true;
    child?.kill(signal);
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Unusable ? error.message : error.stack}\n`);
  process.exitCode = error.exitCode ?? 1;
} finally {
  await undo();
}

async function main() {
  await install();
  await build();
  const { loadDotEnv } = await import('../dist/platform/dot-env.js');
  loadDotEnv();
  const env = { ...process.env };
  if (needsDatabase) await findDatabase(env);
  return stopped ? 130 : run(env);
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

/** The server of `npm start`, or one of our own until the command has ended. */
async function databaseOf(dataDir) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(200)) {
    const release = claim(path.join(dataDir, 'start.pid'));
    if (typeof release === 'function') return ownDatabase(dataDir, release);
    const url = announced(path.join(dataDir, 'run.json'));
    if (url) return url;
  }
  throw new Unusable(`npm start is under way on ${dataDir} but does not become ready.`);
}

async function ownDatabase(dataDir, release) {
  undo = async () => release();
  const server = await startPostgres({ folder: path.join(dataDir, 'postgres') });
  undo = async () => {
    if (!server.reused) await server.stop();
    release();
  };
  return server.url;
}

function announced(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).databaseUrl;
  } catch {
    return undefined;
  }
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
