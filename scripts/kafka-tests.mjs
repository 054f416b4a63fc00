// Runs the Kafka suites against real brokers, one of each version for the whole run.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBroker } from './kafka-broker.mjs';
import { detect, versions } from './kafka-jars.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const suites = readdirSync(join(root, 'test', 'kafka')).filter((name) => name.endsWith('.kafka-spec.ts'));

const found = await detect(versions[0]);
if (found.kind === 'none') {
  console.log(`skipped ${suites.length} Kafka suites: ${found.reason}`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const brokers = [];
const env = { ...process.env, KAFKA_BROKERS: '', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
try {
  if (found.kind === 'given') {
    env[nameFor(versions[0])] = found.brokers;
    env.WAYBILL_TEST_KAFKA_VERSIONS = versions[0];
    console.log(`Kafka suites run on the given broker ${found.brokers}`);
  } else {
    brokers.push(...(await Promise.all(versions.map((version) => startBroker({ version })))));
    for (const broker of brokers) env[nameFor(broker.version)] = broker.brokers;
    env.WAYBILL_TEST_KAFKA_VERSIONS = versions.join(',');
    console.log(
      `Kafka suites run on ${brokers.map((b) => `${b.version} (${b.origin}) ${b.brokers}`).join(' and ')}`,
    );
  }
  process.exitCode = await jest(process.argv.slice(2));
} finally {
  await Promise.all(brokers.map((broker) => broker.stop()));
}

function nameFor(version) {
  return `WAYBILL_TEST_KAFKA_${version.replaceAll('.', '_')}`;
}

function jest(args) {
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  // Last: it takes every word that follows for another project.
  const child = spawn(process.execPath, [program, ...args, '--selectProjects', 'kafka'], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
}
