/** Installs and builds, each only when it would change something. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unusable } from '../postgres-binaries.mjs';
import { claim } from './lock.mjs';

export const root = path.resolve(import.meta.dirname, '..', '..');
const dist = path.join(root, 'dist');

/** npm writes its own account of what is installed when it has finished: compare that with the lock file. */
function isInstalled() {
  const account = path.join(root, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(account)) return false;
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(fs.readFileSync(account, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([where, { version, optional }]) =>
      where === '' || (where in present ? present[where].version === version : optional),
  );
}

/** @returns {Promise<boolean>} whether anything had to be installed */
export async function install() {
  if (isInstalled()) return false;
  await alone(async () => {
    if (isInstalled()) return;
    const wishes = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    if (npm?.endsWith('.js')) await quiet(process.execPath, [npm, ...wishes], 'npm ci');
    else await quiet('npm', wishes, 'npm ci', { shell: process.platform === 'win32' });
  });
  return true;
}

function sourceHash() {
  const hash = createHash('sha256');
  const add = (file) => hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file));
  const walk = (folder) => {
    for (const entry of fs
      .readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (!/\.(int-)?spec\.ts$/.test(entry.name)) add(file);
    }
  };
  walk(path.join(root, 'src'));
  for (const name of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    add(path.join(root, name));
  return hash.digest('hex');
}

/**
 * Compiles into a new folder and swaps it in, so that a broken or interrupted build is never served. What comes out
 * does not depend on the types, and checking them takes as long as all the rest: `npm run types` and `npm run build` do.
 *
 * @returns {Promise<boolean>} whether it had to
 */
export async function build() {
  const stamp = path.join(dist, '.source-hash');
  const isFresh = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceHash();
  if (isFresh()) return false;
  await alone(async () => {
    if (isFresh()) return;
    const [fresh, old] = [`${dist}.new-${process.pid}`, `${dist}.old-${process.pid}`];
    const hash = sourceHash();
    const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    try {
      const args = [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', fresh];
      await quiet(process.execPath, args, 'the build');
      fs.writeFileSync(path.join(fresh, '.source-hash'), hash);
      if (fs.existsSync(dist)) fs.renameSync(dist, old);
      fs.renameSync(fresh, dist);
    } finally {
      for (const left of [fresh, old]) fs.rmSync(left, { recursive: true, force: true });
    }
  });
  return true;
}

/** Two starts in one folder: the second waits for the first instead of installing over it. */
async function alone(work) {
  const folder = path.join(root, '.data');
  fs.mkdirSync(folder, { recursive: true });
  let release;
  while (typeof (release = claim(path.join(folder, 'build.lock'))) === 'number') await sleep(200);
  try {
    await work();
  } finally {
    release();
  }
}

let current;

/** Ends an installation or a build under way. */
export const interrupt = () => current?.kill('SIGTERM');

/** Runs a program and keeps what it says for the day it fails. */
function quiet(command, args, name, options = {}) {
  return new Promise((resolve, reject) => {
    current = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    current.stdout.on('data', (chunk) => (output += chunk));
    current.stderr.on('data', (chunk) => (output += chunk));
    current.once('error', (error) => reject(new Unusable(`${name} could not be started: ${error.message}.`)));
    current.once('close', (code) => {
      current = undefined;
      if (code === 0) return resolve();
      process.stderr.write(`\n${output.split('\n').slice(-40).join('\n').trim()}\n`);
      reject(new Unusable(`${name} failed; what it said stands above.`));
    });
  });
}
