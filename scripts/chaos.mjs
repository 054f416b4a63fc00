/**
 * `npm run chaos -- [--minutes 10] [--seed 7]`: the campaign of faults that `npm test` runs for some seconds, for as
 * long as wanted, and a crowd of a thousand where `npm test` sends 250. Prints the seed; the same seed chooses the same
 * orders and faults.
 * `npm run chaos -- --starts 20`: `npm start`, interrupted so many times at random moments, and started again.
 */
import { spawn } from 'node:child_process';
import { install, root } from './start/build.mjs';
import { wordsOf } from './words.mjs';

const options = {
  minutes: { type: 'string', default: '10' },
  seed: { type: 'string' },
  starts: { type: 'string' },
};
const number = (text) => (/^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : 0);
const { values } = wordsOf('npm run chaos -- [--minutes 10 | --starts 20] [--seed 7]', {
  options,
  mistakeIn(given) {
    const [wrong] = Object.keys(options).filter(
      (name) => given[name] !== undefined && !(number(given[name]) > 0),
    );
    return wrong && `--${wrong} wants a number above 0, not ${given[wrong]}`;
  },
});
const minutes = number(values.minutes);
const seed = Math.trunc(number(values.seed ?? String(1 + Math.floor(Math.random() * 9e8))));

if (await install()) console.log('installed the dependencies\n');
const starts = values.starts === undefined ? undefined : Math.trunc(number(values.starts));
const [what, flag, suites] = starts
  ? [`${starts} starts interrupted`, `--starts ${starts}`, ['test/interrupted-start']]
  : [`a campaign of ${minutes} min`, `--minutes ${minutes}`, ['test/campaign', 'test/faults/crowd']];
console.log(`${what} with seed ${seed}; again with: npm run chaos -- ${flag} --seed ${seed}`);
const flags = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const child = spawn(process.execPath, [...flags, ...suites], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    WAYBILL_CHAOS_SECONDS: String(minutes * 60),
    WAYBILL_CHAOS_SEED: String(seed),
    ...(starts && { WAYBILL_INTERRUPTIONS: String(starts) }),
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => (process.exitCode = code ?? 1));
