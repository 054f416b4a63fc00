/** The order of events of `npm start`, and of its end. */
import path from 'node:path';
import { drain, howItEnded } from './application.mjs';
import { build, install } from './build.mjs';
import { endChildren } from './children.mjs';
import { customerId, demoSigner, demoTokens, otherCustomerId, seed } from './demo.mjs';
import { checkedEnvironment } from './environment.mjs';
import { askedFor } from './options.mjs';
import { debuggable, reloadWithEverySave, tellOfFall, unbundled } from './reloads.mjs';
import { announce } from './run-file.mjs';
import { Unusable, banner, notice, speakJson, step as shownStep, tell } from './screen.mjs';
import { application, choosePort, claimData, database, migrated } from './stages.mjs';

const began = performance.now();
const isDone = (text) => ({ note: text });

/** What has been started, in the order in which it has to be undone. */
const open = { application: undefined, postgres: undefined, runFile: undefined, lock: undefined };
const stop = new AbortController();
const { signal } = stop;
let bringing = Promise.resolve();
let leaving = false;
let forced = false;
let graceMs = 10_000;

/** A step of the screen, unless somebody has asked to stop meanwhile. */
function step(name, work) {
  signal.throwIfAborted();
  return shownStep(name, work);
}

/** @param {string[]} args see options.mjs */
export async function start(args) {
  const asked = askedFor(args);
  listenForStop();
  if (asked.json) speakJson();
  bringing = bringUp(asked);
  try {
    await bringing;
  } catch (error) {
    if (leaving) return;
    leaving = true;
    await takeDown();
    process.stderr.write(`\n${error instanceof Unusable ? error.message : error.stack}\n`);
    process.exit(error.exitCode ?? 1);
  }
}

async function bringUp(asked) {
  const wait = { signal, say: notice };
  await step('dependencies', async () => isDone((await install(wait)) ? 'installed' : 'in place'));
  await step('build', async () => isDone((await build(wait)) ? 'built' : 'up to date'));
  const env = await checkedEnvironment();
  const { config, dataDir } = env;
  graceMs = config.SHUTDOWN_TIMEOUT_MS;
  open.lock = await claimData(env, signal);
  await choosePort(env);
  await step('postgres', () => database(env, open));
  await step('migrate', () => migrated(env));
  const isDev = asked.dev;
  if (isDev && !env.isLogLevelGiven) env.variables.LOG_LEVEL = 'warn';
  const isOnTerminal = isDev || asked.logs || /^(debug|trace)$/.test(config.LOG_LEVEL);
  const whenFallen = isDev ? (how) => tellOfFall(how, signal) : fallen;
  const program = isDev ? debuggable : undefined;
  if (isDev) await unbundled();
  const url = await step('application', () =>
    application(env, open, { signal, isOnTerminal, whenFallen, program }),
  );
  if (isDev) {
    const variables = { ...env.variables, PORT: new URL(url).port };
    reloadWithEverySave(open, { variables, url, graceMs, signal });
  }
  const sign = config.AUTH_DEMO_TOKENS && env.secret ? demoSigner(env.secret, config) : undefined;
  await step('demo data', () => demoData(url, sign, config, asked));
  const { DATABASE_URL: databaseUrl } = env.variables;
  const tokens = sign ? demoTokens(sign) : {};
  const facts = { url, pid: open.application.pid, databaseUrl, tokens, customerId, otherCustomerId };
  open.runFile = await announce(dataDir, facts);
  if (open.runFile.isSecond)
    notice(`another instance has run.json; this one is in ${path.basename(open.runFile.file)}`);
  signal.throwIfAborted();
  await tellWhere(env, url);
}

async function demoData(url, sign, config, asked) {
  if (!sign || asked['no-seed']) return isDone('none');
  if (config.ROLE !== 'all') return isDone(`none (ROLE=${config.ROLE})`);
  // Somebody who looks finds orders; programs find what they order themselves.
  const somebodyLooks = process.stdout.isTTY && !asked['no-orders'];
  const withOrders = asked.orders || somebodyLooks;
  return isDone(await seed({ url, sign, withOrders, signal }));
}

async function tellWhere({ config, dataDir, log }, url) {
  const shown = path.relative(process.cwd(), dataDir) || dataDir;
  const hasConsole = await fetch(`${url}/console`, { signal }).then(
    (reply) => reply.ok,
    () => false,
  );
  banner({
    url: url.replace('127.0.0.1', 'localhost'),
    servesApi: config.ROLE !== 'worker',
    console: hasConsole,
    kafka: config.KAFKA_BROKERS.length > 0 ? config.KAFKA_BROKERS.join(', ') : 'off (set KAFKA_BROKERS)',
    log: log ? path.join(shown, 'waybill.log') : 'this terminal',
    runFile: path.join(shown, path.basename(open.runFile.file)),
    demo: config.AUTH_DEMO_TOKENS,
    since: began,
  });
}

async function fallen(how) {
  if (leaving) return;
  leaving = true;
  stop.abort();
  await bringing.catch(() => undefined);
  const asked = how.code === 0;
  await takeDown();
  if (!asked)
    process.stderr.write(`\nWaybill stopped by itself (${howItEnded(how)})${open.application.lastWords()}\n`);
  process.exit(asked ? 0 : 1);
}

function listenForStop() {
  let first = 0;
  const onSignal = () => {
    // Ctrl-C arrives twice within moments: from the terminal and from npm.
    if (leaving && performance.now() - first > 500) return force();
    if (leaving) return;
    first = performance.now();
    leaving = true;
    void leave();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, onSignal);
  // Whoever read what we say may be gone before us.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Nothing is undone while something is still being done. */
async function leave() {
  notice('stopping (Ctrl-C again to force) ...');
  stop.abort();
  open.lock?.become('stopping');
  await endChildren();
  if (open.application) await drain(open.application, graceMs + 2000);
  await bringing.catch(() => undefined);
  await takeDown();
  tell('stop', 'done');
  notice(forced ? 'killed.' : 'stopped.');
  process.exit(forced ? 130 : 0);
}

/** What was waiting for the application to drain goes on as soon as it is dead. */
function force() {
  forced = true;
  if (open.application) return open.application.kill('SIGKILL');
  process.exit(130);
}

async function takeDown() {
  open.lock?.become('stopping');
  open.application?.kill('SIGKILL');
  await open.application?.ended;
  const server = await open.postgres?.catch(() => undefined);
  await server?.stop('fast').catch((error) => process.stderr.write(`\n${error.message}\n`));
  await open.runFile?.remove();
  await open.lock?.release();
}
