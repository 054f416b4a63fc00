/**
 * `npm test`: every suite, or those named: `npm test -- orders`. Installs what is missing; needs nothing else.
 * The Kafka suites run on a broker of their own after the others; see scripts/kafka-tests.mjs.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, root } from './start/build.mjs';

const began = performance.now();
const given = process.argv.slice(2);
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-reports-'));
const esModules = ['--experimental-vm-modules', '--no-warnings'];
let current;
let isInterrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isInterrupted = true;
    current?.kill(signal);
  });
}

try {
  if (await install()) console.log('installed the dependencies\n');
  const codes = [await run('jest', [...esModules, 'node_modules/jest/bin/jest.js', ...given])];
  if (given.length === 0 && !isInterrupted) codes.push(await run('kafka', ['scripts/kafka-tests.mjs']));
  process.exitCode = conclude() && codes.every((code) => code === 0) ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(reports, { recursive: true, force: true });
}

function run(name, args) {
  const report = ['--json', `--outputFile=${path.join(reports, `${name}.json`)}`];
  current = spawn(process.execPath, [...args, ...report], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => current.once('exit', (code) => resolve(code ?? 1)));
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
