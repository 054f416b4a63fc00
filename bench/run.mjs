/**
 * `npm run bench`: what Waybill costs, beside the limit and beside others, in one run on this machine.
 * Ratios and CPU milliseconds bear a loaded machine; rates do not.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build, install, root } from '../scripts/start/build.mjs';
import { wordsOf } from '../scripts/words.mjs';

const help = `npm run bench -- [options]
  --quick          fewer rounds and pieces of all but the slow rows: within two minutes
  --only <rows>    some rows, separated by commas
  --rounds <n>     how often everything is repeated in turn (3; 1 with --quick)
  --flush <how>    native (as the disk does), or 1ms: in memory, each flush takes a millisecond
  --in-flight <n>  only these, separated by commas
  --minutes <n>    how long the queue is watched beside a held snapshot (1)
  --json           one JSON document on stdout instead of the table
  --out <folder>   where results.json goes (bench/results)`;

const { values: given } = wordsOf(help, {
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    minutes: { type: 'string' },
    flush: { type: 'string', default: 'native' },
    'in-flight': { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: path.join(import.meta.dirname, 'results') },
  },
  mistakeIn({ flush, ...counts }) {
    if (!['native', '1ms'].includes(flush)) return `--flush is native or 1ms, not ${flush}`;
    const wrong = ['rounds', 'minutes'].find(
      (name) => counts[name] !== undefined && !(Number(counts[name]) > 0),
    );
    return wrong && `--${wrong} wants a number above 0, not ${counts[wrong]}`;
  },
});

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error.sentence ?? error.stack}\n`);
  process.exitCode = 1;
}

async function main() {
  await install();
  await installPeers();
  await build();
  const { measure } = await import('./lib/session.mjs');
  const list = (text) => text?.split(',').map((part) => part.trim());
  return measure({
    quick: given.quick,
    only: list(given.only),
    rounds: Number(given.rounds ?? (given.quick ? 1 : 3)),
    // A slow machine does fewer pieces instead of taking longer.
    seconds: given.quick ? 1.5 : undefined,
    minutes: Number(given.minutes ?? (given.quick ? 0.05 : 1)),
    levels: list(given['in-flight'])?.map(Number),
    flush: given.flush,
    json: given.json,
    out: path.resolve(given.out),
  });
}

/** Its packages are its own: nobody who uses Waybill has to install what it is compared with. */
async function installPeers() {
  const account = path.join(import.meta.dirname, 'node_modules', '.package-lock.json');
  const lock = path.join(import.meta.dirname, 'package-lock.json');
  const isFresh = fs.existsSync(account) && fs.statSync(account).mtimeMs >= fs.statSync(lock).mtimeMs;
  if (isFresh) return;
  process.stderr.write('installing what the bench needs ...\n');
  const wishes = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  await promisify(execFile)('npm', wishes, { cwd: import.meta.dirname });
  process.stderr.write(`installed in ${path.relative(root, import.meta.dirname)}/node_modules\n`);
}
