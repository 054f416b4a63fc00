/**
 * `npm test`: every suite, or those named: `npm test -- orders`. Installs what is missing; needs nothing else.
 * `npm run test:pure`: those that need no database.
 * The Kafka suites run on a broker of their own (scripts/kafka-tests.mjs): beside the others, as they mostly wait, or
 * after them where there is too little memory for both. What they say comes at the end.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, root } from './start/build.mjs';

const began = performance.now();
const given = process.argv.slice(2);
/** Of two kinds of suites at the same time: brokers, databases, applications, and Jest itself. */
const MEMORY_FOR_BOTH = 7 * 2 ** 30;
const FEWER_WORKERS = ['--maxWorkers=2'];
/** With a limit it is a process of its own, which ends with its suites whatever they leave open. */
const ONE_WORKER = ['--maxWorkers=1', '--workerIdleMemoryLimit=512MB'];
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-reports-'));
const esModules = ['--experimental-vm-modules', '--no-warnings'];
const running = new Set();
let isInterrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isInterrupted = true;
    for (const child of running) child.kill(signal);
  });
}

try {
  if (await install()) console.log('installed the dependencies\n');
  const codes = given.length === 0 ? await everything() : [await jest(given)];
  process.exitCode = conclude() && codes.every((code) => code === 0) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(reports, { recursive: true, force: true });
}

async function everything() {
  if (os.freemem() < MEMORY_FOR_BOTH) {
    const code = await jest(FEWER_WORKERS);
    return isInterrupted ? [code] : [code, (await kafka(FEWER_WORKERS, 'inherit')).code];
  }
  console.log('the Kafka suites run beside the others; what they say comes after them\n');
  const beside = kafka(ONE_WORKER, ['ignore', 'pipe', 'pipe']);
  const code = await jest([]);
  const { code: ofKafka, said } = await beside;
  process.stdout.write(said);
  return [code, ofKafka];
}

async function jest(args) {
  // Last: it takes every word that follows for another project.
  const all = [...esModules, 'node_modules/jest/bin/jest.js', ...args, '--ignoreProjects', 'kafka'];
  return (await run('jest', all, 'inherit')).code;
}

function kafka(args, stdio) {
  return run('kafka', ['scripts/kafka-tests.mjs', ...args], stdio);
}

/** @returns {Promise<{ code: number, said: string }>} what it said only where that was not shown at once */
function run(name, args, stdio) {
  const report = ['--json', `--outputFile=${path.join(reports, `${name}.json`)}`];
  const child = spawn(process.execPath, [...args, ...report], { cwd: root, stdio });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said: Buffer.concat(said).toString() });
    }),
  );
}

/** @returns {boolean} whether anything ran and nothing failed */
function conclude() {
  const parts = fs
    .readdirSync(reports)
    .map((file) => JSON.parse(fs.readFileSync(path.join(reports, file), 'utf8')));
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const [files, broken, skipped] = ['numTotalTestSuites', 'numRuntimeErrorTestSuites', 'numPendingTests'].map(
    sum,
  );
  const [passed, failed] = [sum('numPassedTests'), sum('numFailedTests') + broken];
  console.log(`\n${files} files in ${Math.round((performance.now() - began) / 1000)} s`);
  if (broken > 0) console.log(`${broken} of them did not run at all`);
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  return passed > 0 && failed === 0;
}
