/** The order of events of `npm start`, and of its end. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort, startPostgres } from '../postgres.mjs';
import { PortLost, drain, howItEnded, launch, untilReady } from './application.mjs';
import { build, install, interrupt, root } from './build.mjs';
import { customerId, demoTokens, otherCustomerId, seed } from './demo.mjs';
import { checkedEnvironment } from './environment.mjs';
import { claim } from './lock.mjs';
import { Unusable, banner, notice, step as shownStep } from './screen.mjs';

const began = performance.now();
const isDone = (text) => ({ note: text });

/** What has been started, in the order in which it has to be undone. */
const open = { application: undefined, postgres: undefined, runFile: undefined, release: undefined };
let stopping = false;
let forced = false;
let graceMs = 10_000;

/** A step of the screen, unless somebody has asked to stop meanwhile. */
function step(name, work) {
  if (stopping) throw new Unusable('stopped');
  return shownStep(name, work);
}

/** @param {string[]} args `--logs` (on the terminal), `--no-seed` */
export async function start(args) {
  listenForStop();
  try {
    await bringUp(args);
  } catch (error) {
    if (stopping) return;
    stopping = true;
    await takeDown('fast');
    process.stderr.write(`\n${error instanceof Unusable ? error.message : error.stack}\n`);
    process.exit(error.exitCode ?? 1);
  }
}

async function bringUp(args) {
  await step('dependencies', async () => isDone((await install()) ? 'installed' : 'in place'));
  await step('build', async () => isDone((await build()) ? 'built' : 'up to date'));
  const env = await checkedEnvironment();
  const { config, dataDir } = env;
  graceMs = config.SHUTDOWN_TIMEOUT_MS;
  await step('postgres', () => database(env));
  await step('migrate', () => migrated(env));
  const url = await step('application', () => application(env, args));
  const demo = config.AUTH_DEMO_TOKENS && env.secret ? demoTokens(env.secret, config) : undefined;
  await step('demo data', async () => {
    if (!demo || args.includes('--no-seed')) return isDone('none');
    if (config.ROLE !== 'all') return isDone(`none (ROLE=${config.ROLE})`);
    return isDone(await seed(url, demo.service));
  });
  open.runFile = announce(env, url, demo ?? {});
  const shown = path.relative(process.cwd(), dataDir) || dataDir;
  const hasConsole = await fetch(`${url}/console`).then(
    (reply) => reply.ok,
    () => false,
  );
  banner({
    url: url.replace('127.0.0.1', 'localhost'),
    servesApi: config.ROLE !== 'worker',
    console: hasConsole,
    kafka: config.KAFKA_BROKERS.length > 0 ? config.KAFKA_BROKERS.join(', ') : 'off (set KAFKA_BROKERS)',
    log: env.log ? path.join(shown, 'waybill.log') : 'this terminal',
    demo: demo && { file: path.join(shown, path.basename(open.runFile)), tokens: demo, customerId },
    since: began,
  });
}

async function database(env) {
  if (!env.isOwnDatabase)
    return { name: 'postgres', note: `${new URL(env.config.DATABASE_URL).host}, yours` };
  const claimed = claim(path.join(env.dataDir, 'start.pid'));
  if (typeof claimed === 'number') {
    throw new Unusable(
      `Waybill already runs on ${env.dataDir} (process ${claimed}). Stop it, or set WAYBILL_DATA_DIR or DATABASE_URL.`,
    );
  }
  open.release = claimed;
  // The promise, so that a stop in these moments waits for the server and stops it too.
  open.postgres = startPostgres({ folder: path.join(env.dataDir, 'postgres') });
  const server = await open.postgres;
  env.variables.DATABASE_URL = server.url;
  const notes = [`127.0.0.1:${server.port}`];
  if (server.portTaken) notes.push(`port ${server.portTaken} is taken`);
  if (server.reused) notes.push('was still running');
  if (!server.folder.startsWith(env.dataDir)) notes.push(`data in ${server.folder}`);
  return { name: `postgres ${server.version}`, note: notes.join(', ') };
}

async function migrated({ variables, config }) {
  const { refuseWrongInstallation } = await import('../../dist/platform/installation/refuse-wrong.js');
  try {
    await refuseWrongInstallation(variables.DATABASE_URL, config);
  } catch (error) {
    if (error.name === 'WrongInstallation')
      throw Object.assign(new Unusable(error.message), { exitCode: 78 });
    // A database that cannot be reached is told by the migration.
  }
  const script = path.join(root, 'scripts', 'migrate.mjs');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env: variables });
    return isDone(stdout.trim());
  } catch (error) {
    throw new Unusable(error.stderr?.trim().split('\n').at(-1) || error.message);
  }
}

async function application(env, args) {
  const { config, variables, dataDir } = env;
  const isOnTerminal = args.includes('--logs') || /^(debug|trace)$/.test(config.LOG_LEVEL);
  env.log = isOnTerminal ? undefined : path.join(dataDir, 'waybill.log');
  const host = /^(0\.0\.0\.0|::|localhost)$/.test(config.HOST) ? '127.0.0.1' : config.HOST;
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(env);
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    const child = launch([path.join(root, 'dist', 'main.js')], { ...variables, PORT: String(port) }, env.log);
    open.application = child;
    try {
      await untilReady(child, url);
    } catch (error) {
      if (error instanceof PortLost && attempt < 5) continue;
      throw error;
    }
    void child.ended.then(fallen);
    const isAnother = config.PORT !== 0 && port !== config.PORT;
    return { note: isAnother ? `${url}, port ${config.PORT} is taken` : url, result: url };
  }
}

async function choosePort({ config, isPortGiven }) {
  const port = await freePort(config.PORT, config.HOST);
  if (isPortGiven && config.PORT !== 0 && port !== config.PORT) {
    throw new Unusable(
      `Port ${config.PORT} is taken by another program. Set PORT to a free one, or leave it out.`,
    );
  }
  return port;
}

/** Where everything is, for scripts: readable by this account only. */
function announce({ variables, dataDir }, url, tokens) {
  const common = path.join(dataDir, 'run.json');
  const isOthers = fs.existsSync(common) && isAlive(JSON.parse(fs.readFileSync(common, 'utf8')).pid);
  const file = isOthers ? path.join(dataDir, `run-${new URL(url).port}.json`) : common;
  if (isOthers) notice(`another instance has run.json; this one is in ${path.basename(file)}`);
  const facts = {
    url,
    pid: open.application.pid,
    databaseUrl: variables.DATABASE_URL,
    tokens,
    customerId,
    otherCustomerId,
  };
  fs.rmSync(file, { force: true });
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return file;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function fallen(how) {
  if (stopping) return;
  stopping = true;
  const asked = how.code === 0;
  await takeDown('fast');
  if (!asked)
    process.stderr.write(`\nWaybill stopped by itself (${howItEnded(how)})${open.application.lastWords()}\n`);
  process.exit(asked ? 0 : 1);
}

function listenForStop() {
  let first = 0;
  const onSignal = () => {
    // Ctrl-C arrives twice within moments: from the terminal and from npm.
    if (stopping && performance.now() - first > 500) return force();
    if (stopping) return;
    first = performance.now();
    stopping = true;
    void leave();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
}

async function leave() {
  process.stdout.write('\n Stopping (Ctrl-C again to force) ...');
  interrupt();
  if (open.application) await drain(open.application, graceMs + 2000);
  await takeDown('fast');
  process.stdout.write(forced ? ' killed.\n' : ' stopped.\n');
  process.exit(forced ? 130 : 0);
}

/** What was waiting for the application to drain goes on as soon as it is dead. */
function force() {
  forced = true;
  if (open.application) return open.application.kill('SIGKILL');
  process.exit(130);
}

async function takeDown(mode) {
  open.application?.kill('SIGKILL');
  const server = await open.postgres?.catch(() => undefined);
  await server?.stop(mode).catch((error) => process.stderr.write(`\n${error.message}\n`));
  if (open.runFile) fs.rmSync(open.runFile, { force: true });
  open.release?.();
}
