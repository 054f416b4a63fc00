/**
 * `npm run test:nodes [-- 22 24]`: the pure suite, and a start, on other versions of Node. They come from npm, where the
 * packages `node-<platform>-<cpu>` hold the binaries, and go to a folder of their own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { root } from './start/build.mjs';
import { wordsOf } from './words.mjs';

const START_MS = 180_000;
const { positionals: asked } = wordsOf('npm run test:nodes [-- 22 24]', {
  allowPositionals: true,
  mistakeIn: (_, versions) => {
    const [wrong] = versions.filter((version) => !/^\d{1,3}(\.\d{1,3}){0,2}$/.test(version));
    return wrong && `${wrong} is no version of Node`;
  },
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waybill-nodes-'));

async function binaryOf(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const prefix = path.join(folder, version);
  fs.mkdirSync(prefix);
  const npm = spawn(
    'npm',
    ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', `${name}@${version}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  const [code] = await once(npm, 'exit');
  const bin = path.join(
    prefix,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return code === 0 && fs.existsSync(bin) ? bin : undefined;
}

/** With itself first in the path, so that whatever it starts by name runs on the same. */
const envFor = (bin) => ({
  ...process.env,
  PATH: `${path.dirname(bin)}${path.delimiter}${process.env.PATH}`,
});

async function pureSuite(bin) {
  const child = spawn(bin, ['scripts/test.mjs', '--selectProjects', 'pure'], {
    cwd: root,
    env: envFor(bin),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the pure suite failed:\n${said.slice(-6_000)}`);
  return said.trim().split('\n').at(-1);
}

/** Until it answers, and down again. */
async function start(bin) {
  const data = path.join(folder, `data-${path.basename(path.dirname(bin))}-${Date.now()}`);
  const child = spawn(bin, ['scripts/start.mjs', '--json'], {
    cwd: root,
    env: { ...envFor(bin), WAYBILL_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGTERM'), START_MS);
  let url;
  for await (const line of readline.createInterface({ input: child.stdout })) {
    ({ url } = JSON.parse(line));
    if (url !== undefined) break;
  }
  const health = url && (await fetch(`${url}/health/ready`));
  child.kill('SIGTERM');
  const [code] = await ended;
  clearTimeout(timer);
  if (!health?.ok || code !== 0)
    throw new Error(`npm start: ${health?.status ?? 'no address'}, ended with ${code}`);
  return 'starts, answers and stops';
}

async function tryOn(version) {
  const bin = await binaryOf(version);
  if (!bin) {
    console.log(`Node ${version}: NOT RUN: npm has no binary for this machine`);
    return process.env.CI !== 'true';
  }
  let isGood = true;
  for (const check of [pureSuite, start]) {
    const told = await check(bin).catch((error) => error);
    isGood &&= !(told instanceof Error);
    console.log(`Node ${version}: ${told instanceof Error ? `FAILED: ${told.message}` : told}`);
  }
  return isGood;
}

try {
  for (const version of asked.length > 0 ? asked : ['22', '24']) {
    if (!(await tryOn(version))) process.exitCode = 1;
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
