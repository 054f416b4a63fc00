import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { readConfig, WrongSettings, type Config } from '../platform/config.js';
import { checkDatabase } from './doctor-database.js';
import { fault, ok, type Finding } from './findings.js';
import { EXIT, Failure, type ExitCode } from './exit.js';
import { ANOTHER, dataDir, runFile, runningServer, type Server } from './server.js';
import type { Terminal } from './terminal.js';

const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const PATIENCE_MS = 3_000;

/** Looks at everything that Waybill stands on, and says of each fault what it is and what to do. */
export async function examine(terminal: Terminal): Promise<ExitCode> {
  const { config, settings } = checkSettings();
  const findings = [
    settings,
    ...checkFolder(),
    ...(await checkDatabase(config)),
    ...(await checkServer(config)),
    ...(await checkBrokers(config)),
  ];
  const mark = { ok: 'ok   ', fault: 'FAULT' };
  terminal.result({ findings }, () =>
    findings
      .map(({ check, state, what, fix }) =>
        [`${mark[state]}  ${check.padEnd(10)} ${what}`, ...(fix ? [`                  ${fix}`] : [])].join(
          '\n',
        ),
      )
      .join('\n'),
  );
  return findings.some(({ state }) => state === 'fault') ? EXIT.differences : EXIT.ok;
}

function checkSettings(): { config: Config; settings: Finding } {
  const standIn = {
    DATABASE_URL: 'postgres://127.0.0.1/waybill',
    AUTH_JWT_SECRET: 'x'.repeat(8) + Date.now().toString(36).repeat(6),
  };
  const given = { ...standIn, ...withoutEmpty(process.env) };
  try {
    return { config: readConfig(given), settings: ok('settings', 'all of them fit') };
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    const settings = fault('settings', error.message.trim(), '.env.example explains each of them');
    return { config: withoutWrong(given, standIn, error), settings };
  }
}

/** What is right of the settings still says where to look. */
function withoutWrong(
  env: NodeJS.ProcessEnv,
  standIn: NodeJS.ProcessEnv,
  { settings }: WrongSettings,
): Config {
  const given = { ...env, ...Object.fromEntries(settings.map((name) => [name, standIn[name]])) };
  try {
    return readConfig(given);
  } catch (error) {
    // Several that contradict each other even so.
    if (!(error instanceof WrongSettings)) throw error;
    return readConfig(standIn);
  }
}

const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

function checkFolder(): Finding[] {
  const folder = dataDir();
  if (!existsSync(folder)) return [ok('folder', `${folder} is not there yet: npm start makes it`)];
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [
      fault(
        'folder',
        `${folder} cannot be written (${code})`,
        'chown it, or set WAYBILL_DATA_DIR to another',
      ),
    ];
  }
  if (!statSync(folder).isDirectory())
    return [fault('folder', `${folder} is no folder`, 'move it away, or set WAYBILL_DATA_DIR to another')];
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.round((bavail * bsize) / 1024 / 1024);
  if (bavail * bsize < LEAST_FREE_BYTES)
    return [
      fault('disk', `${free} MB are left for ${folder}`, 'make room: PostgreSQL stops when it is full'),
    ];
  return [ok('folder', `${folder}, ${free} MB free`)];
}

async function checkServer(config: Config): Promise<Finding[]> {
  const isKnown = runFile() ?? process.env['WAYBILL_URL']?.trim();
  if (!isKnown) return checkPort(config);
  const server = knownServer();
  if (server instanceof Failure)
    return [fault('server', server.message, 'WAYBILL_URL says where it runs, WAYBILL_TOKEN who asks')];
  const { url, ask } = server;
  const health = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
  if (!health) {
    const left = path.join(dataDir(), 'run.json');
    return [
      fault(
        'server',
        `${url} does not answer`,
        `it was killed, or ${left} is left of one that was: npm start`,
      ),
    ];
  }
  const { data } = readiness.safeParse(await health.json().catch(() => undefined));
  if (!data) return [fault('server', `${url} ${ANOTHER}`, 'WAYBILL_URL, or run.json, names another program')];
  const { checks } = data;
  const down = Object.entries(checks).filter(
    ([, state]) => state === 'down' || state === 'read-only' || state === true,
  );
  const findings = down.map(([name, state]) =>
    fault('server', `${url}: ${name} is ${String(state)}`, remedies[name] ?? 'look into its log'),
  );
  return [
    ...(findings.length > 0 ? findings : [ok('server', `${url} is ready`)]),
    ...(await checkTroubles(ask)),
  ];
}

const readiness = z.object({ checks: z.record(z.string(), z.unknown()) });

function knownServer(): Server | Failure {
  try {
    return runningServer();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const remedies: Record<string, string> = {
  database: 'see the database above',
  schema: 'npm run migrate, or an instance of the version that fits',
  log: 'the log was restored from an older backup: npm run cli -- subscriptions list, then rewind or rebuild',
  work: 'no instance does what follows an order: start one with ROLE=worker or all',
  stopping: 'it is being stopped',
};

async function checkTroubles(ask: Server['ask']): Promise<Finding[]> {
  try {
    const { items } = await ask<{ items: Record<'kind' | 'object' | 'detail', string>[] }>(
      'GET',
      '/v1/ops/attention?limit=20',
    );
    const { enabled, consumer, producer } = await ask<
      Record<'consumer' | 'producer', Client> & { enabled: boolean }
    >('GET', '/v1/ops/kafka');
    const failing = Object.entries({ consumer, producer }).filter(
      ([, { state }]) => enabled && state === 'failing',
    );
    return [
      ...failing.map(([name, { lastError }]) =>
        fault(
          'kafka',
          `${name}: ${lastError ?? 'failing'}`,
          'are the brokers up, and do KAFKA_* settings fit them?',
        ),
      ),
      ...items.map(({ kind, object, detail }) =>
        fault(kind, `${object}: ${detail}`, `npm run cli -- ${verbs[kind] ?? 'attention'}`),
      ),
    ];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.exitCode !== EXIT.failed) return [fault('server', error.message, 'look into its log')];
    return [
      fault('token', error.message, 'WAYBILL_TOKEN must be of an operator; npm run cli -- token operator'),
    ];
  }
}

interface Client {
  readonly state: string;
  readonly lastError: string | null;
}

const verbs: Record<string, string> = {
  saga: 'saga retry <order> --reason ..., once the cause is gone; or saga compensate',
  parked: 'parked list; then parked retry or discard',
  'dead-letter': 'dead-letters list; then replay or discard',
  subscription: 'subscriptions list says its last error; resume, rebuild or rewind',
};

async function checkPort({ PORT, HOST }: Config): Promise<Finding[]> {
  const isTaken = await reaches(HOST === '0.0.0.0' ? '127.0.0.1' : HOST, PORT);
  return isTaken
    ? [
        fault(
          'port',
          `port ${PORT} is taken by another program`,
          'set PORT to a free one, or end that program',
        ),
      ]
    : [ok('server', 'none runs here; its port is free')];
}

async function checkBrokers({ KAFKA_BROKERS }: Config): Promise<Finding[]> {
  const looked = KAFKA_BROKERS.map(async (broker) => {
    const [host = '', port] = broker.split(':');
    return (await reaches(host, Number(port)))
      ? ok('kafka', `${broker} answers`)
      : fault('kafka', `${broker} does not answer`, 'start the broker, or mend KAFKA_BROKERS');
  });
  return Promise.all(looked);
}

function reaches(host: string, port: number): Promise<boolean> {
  if (port === 0) return Promise.resolve(false);
  const socket = net.connect({ host, port, timeout: PATIENCE_MS });
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
