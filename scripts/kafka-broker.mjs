// A real Apache Kafka (one KRaft node) as a child process: for the tests, and for work on one's own machine.
import { execFile, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startContainer } from './kafka-docker.mjs';
import { detect, fetchJars, jarsOf } from './kafka-jars.mjs';
import { freePort as freePortFrom } from './postgres.mjs';

const run = promisify(execFile);
const jvm = [
  '-Xms64m',
  '-Xmx320m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-Djava.awt.headless=true',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info',
];

/**
 * A port of the loopback interface that nobody listens on at this moment, below those the system gives away by itself:
 * it is still free when a process that takes seconds to start comes to listen on it, or comes back to it.
 */
export const freePort = () => freePortFrom(randomInt(20_000, 32_000));

const addressOf = ({ name, port }) => `${name}://127.0.0.1:${port}`;

const settings = ({ version, port, advertisedPort, controllerPort, logs, doors }) =>
  [
    'process.roles=broker,controller',
    'node.id=1',
    `controller.quorum.voters=1@127.0.0.1:${controllerPort}`,
    `listeners=${[`PLAINTEXT://127.0.0.1:${port}`, `CONTROLLER://127.0.0.1:${controllerPort}`, ...doors.map(addressOf)]}`,
    `advertised.listeners=${[`PLAINTEXT://127.0.0.1:${advertisedPort}`, ...doors.map(addressOf)]}`,
    'controller.listener.names=CONTROLLER',
    'inter.broker.listener.name=PLAINTEXT',
    `listener.security.protocol.map=${['CONTROLLER:PLAINTEXT', 'PLAINTEXT:PLAINTEXT', ...doors.map(({ name, protocol }) => `${name}:${protocol}`)]}`,
    ...doors.flatMap(({ name, settings }) =>
      settings.map((line) => `listener.name.${name.toLowerCase()}.${line}`),
    ),
    `log.dirs=${logs}`,
    'auto.create.topics.enable=false',
    'num.partitions=1',
    'offsets.topic.replication.factor=1',
    'offsets.topic.num.partitions=1',
    'transaction.state.log.replication.factor=1',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.num.partitions=1',
    'min.insync.replicas=1',
    'group.initial.rebalance.delay.ms=0',
    'group.min.session.timeout.ms=1000',
    'log.cleaner.dedupe.buffer.size=2097152',
    'log.segment.bytes=16777216',
    'num.network.threads=1',
    'num.io.threads=2',
    'background.threads=1',
    'controlled.shutdown.enable=false',
    // A restarted node is taken for a second one until its old session has run out: 9 s by default.
    'broker.session.timeout.ms=1500',
    'broker.heartbeat.interval.ms=300',
    ...(version.startsWith('3.')
      ? []
      : ['share.coordinator.state.topic.replication.factor=1', 'share.coordinator.state.topic.min.isr=1']),
    '',
  ].join('\n');

async function format({ java, jars, file, logs, scram }) {
  if (existsSync(join(logs, 'meta.properties'))) return;
  const id = randomBytes(16).toString('base64url').replace(/^-/, 'A');
  const tool = ['kafka.tools.StorageTool', 'format', '-t', id, '-c', file, '--ignore-formatted'];
  const users = scram.flatMap((user) => ['--add-scram', user]);
  await run(java, [...jvm, '-cp', `${jars}/*`, ...tool, ...users]);
}

const listening = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.destroy() && done(true)).once('error', () => done(false));
  });

/** Waits until the broker says that it has started and its port answers. */
async function ready(child, port, log, since) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const said = (await readFile(log, 'utf8')).slice(since);
    if (said.includes('Kafka Server started') && (await listening(port))) return;
    await delay(25);
  }
  child.kill('SIGKILL');
  const tail = (await readFile(log, 'utf8')).split('\n').slice(-15).join('\n');
  throw new Error(`the Kafka broker did not start; ${log} ends with\n${tail}`);
}

/** Ends the broker when this process dies without stopping it (SIGKILL included): its end of the pipe closes. */
function tether(pid, litter) {
  const watch = 'cat >/dev/null; kill -9 "$0" 2>/dev/null; [ -z "$1" ] || rm -rf "$1"';
  const child = spawn('sh', ['-c', watch, String(pid), litter ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  child.unref();
  child.stdin.unref();
  return () => child.kill('SIGKILL');
}

async function launch({ java, jars, file, port, log, litter }) {
  const since = existsSync(log) ? (await readFile(log, 'utf8')).length : 0;
  const out = openSync(log, 'a');
  const child = spawn(java, [...jvm, '-cp', `${jars}/*`, 'kafka.Kafka', file], {
    stdio: ['ignore', out, out],
  });
  // Whoever waits for the broker says so; it keeps no process alive, as its tether ends it.
  child.unref();
  const untether = tether(child.pid, litter);
  const gone = new Promise((done) => child.once('exit', done)).then(untether);
  await ready(child, port, log, since);
  const end = async (signal) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return { pid: child.pid, end, gone, signal: (signal) => child.kill(signal) };
}

async function fromJars({ version, java, port, advertisedPort, home, litter, doors, scram }) {
  const logs = join(home, 'logs');
  const file = join(home, 'server.properties');
  const controllerPort = await freePort();
  await writeFile(file, settings({ version, port, advertisedPort, controllerPort, logs, doors }));
  const broker = {
    java,
    jars: jarsOf(version),
    file,
    logs,
    port,
    log: join(home, 'broker.log'),
    litter,
    scram,
  };
  await format(broker);
  let node = await launch(broker);
  return {
    get pid() {
      return node.pid;
    },
    get gone() {
      return node.gone;
    },
    end: (signal) => node.end(signal),
    signal: (signal) => node.signal(signal),
    start: async () => void (node = await launch(broker)),
    remove: () => undefined,
  };
}

/**
 * Starts a broker and waits until it answers. Its origin: cached jars, else Maven, else Docker.
 *
 * @param {object} [options]
 * @param {string} [options.version] 4.2.0 (default) or 3.9.2
 * @param {number} [options.port] TCP port on 127.0.0.1; a free one by default
 * @param {number} [options.advertisedPort] the port told to clients, when a proxy stands in front (jars only)
 * @param {string} [options.dataDir] kept after stop(); without it a temporary folder, removed by stop()
 * @param {{name: string, protocol: string, settings: string[]}[]} [options.doors] further listeners, with settings of
 *   their own such as `sasl.enabled.mechanisms=PLAIN` (jars only)
 * @param {string[]} [options.scram] users such as `SCRAM-SHA-256=[name=ann,password=...]`
 * @returns a handle: `brokers` and `doors` (by name) for a client's settings, `origin`, `stop()` orderly, `kill()` as a crash would,
 *   `restart()` on the same port and data, `pause()`/`resume()` by SIGSTOP/SIGCONT, `gone` settles at its end
 * @throws Error with the reason when no broker can be had, or the end of its log when it does not start in 60 s
 */
export async function startBroker({
  version = '4.2.0',
  port,
  advertisedPort,
  dataDir,
  doors = [],
  scram = [],
} = {}) {
  const found = await detect(version, { own: true });
  if (found.kind === 'none') throw new Error(found.reason);
  if (found.kind === 'maven') await fetchJars(version);
  const home = dataDir ? resolve(dataDir) : await mkdtemp(join(tmpdir(), 'waybill-kafka-'));
  await mkdir(home, { recursive: true });
  const listen = port ?? (await freePort());
  const told = advertisedPort ?? listen;
  const open = await Promise.all(doors.map(async (door) => ({ ...door, port: await freePort() })));
  const broker = { version, port: listen, advertisedPort: told, home, dataDir, doors: open, scram };
  return found.kind === 'docker'
    ? handle(broker, found, await startContainer(broker))
    : handle(
        broker,
        found,
        await fromJars({ ...broker, java: found.java, litter: dataDir ? undefined : home }),
      );
}

function handle({ version, advertisedPort, home, dataDir, doors }, { kind }, node) {
  return {
    version,
    origin: kind,
    brokers: `127.0.0.1:${advertisedPort}`,
    doors: Object.fromEntries(doors.map(({ name, port }) => [name, `127.0.0.1:${port}`])),
    dataDir: home,
    jars: jarsOf(version),
    node,
    kill: () => node.end('SIGKILL'),
    pause: () => node.signal('SIGSTOP'),
    resume: () => node.signal('SIGCONT'),
    restart: async () => {
      await node.end('SIGTERM');
      await node.start();
    },
    stop: async () => {
      await node.end('SIGTERM');
      await node.remove();
      if (!dataDir) await rm(home, { recursive: true, force: true });
    },
  };
}
