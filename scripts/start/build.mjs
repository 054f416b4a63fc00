/** Installs and builds, each only when it would change something. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { buildConsole } from '../console.mjs';
import { Unusable } from '../postgres-binaries.mjs';
import { bundleProgram } from '../program.mjs';
import { run, runScript } from './children.mjs';
import { compile, isDelivered } from './compile.mjs';
import { holdInTurn } from './lock.mjs';

export const root = path.resolve(import.meta.dirname, '..', '..');
const dist = path.join(root, 'dist');
const sources = path.join(root, 'src');
/** What the build depends on besides. */
const makers = ['console', 'packages', 'program'].map((name) => `scripts/${name}.mjs`);

/** Stands while npm is at work: what an interrupted npm left may look whole, by its own account, and is not. */
const installing = path.join(root, '.data', 'installing');

/** npm writes its own account of what is installed when it has finished: compare that with the lock file. */
function isInstalled() {
  const account = path.join(root, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(account) || fs.existsSync(installing)) return false;
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(fs.readFileSync(account, 'utf8')).packages;
  const isThere = (where) => fs.existsSync(path.join(root, where, 'package.json'));
  return Object.entries(wanted).every(
    ([where, { version, optional }]) =>
      where === '' || (where in present ? present[where].version === version && isThere(where) : optional),
  );
}

/**
 * @param {Wait} [wait]
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function install(wait) {
  if (isInstalled()) return false;
  await alone(wait, async () => {
    if (isInstalled()) return;
    fs.writeFileSync(installing, '');
    const wishes = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const options = { cwd: root, shell: process.platform === 'win32' };
    await told(
      'npm ci',
      npm?.endsWith('.js') ? runScript([npm, ...wishes], { cwd: root }) : run('npm', wishes, options),
    );
    fs.rmSync(installing);
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
  walk(path.join(root, 'web'));
  for (const name of ['package-lock.json', '.swcrc', ...makers]) add(path.join(root, name));
  return hash.digest('hex');
}

/**
 * Compiles into a new folder and swaps it in, so that a broken or interrupted build is never served. What comes out
 * does not depend on the types: `npm run types` and `npm run build` check them.
 *
 * @param {Wait} [wait]
 * @returns {Promise<boolean>} whether it had to
 */
export async function build(wait) {
  const stamp = path.join(dist, '.source-hash');
  const isFresh = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourceHash();
  if (isFresh()) return false;
  await alone(wait, async () => {
    if (isFresh()) return;
    removeLeftovers();
    const [fresh, old] = [`${dist}.new-${process.pid}`, `${dist}.old-${process.pid}`];
    const hash = sourceHash();
    try {
      await told('the build', compile(sources, delivered(), fresh));
      await told('the bundle', bundleProgram(fresh));
      await told('the build of the console', buildConsole(path.join(fresh, 'web')));
      fs.writeFileSync(path.join(fresh, '.source-hash'), hash);
      if (fs.existsSync(dist)) fs.renameSync(dist, old);
      fs.renameSync(fresh, dist);
    } finally {
      removeLeftovers();
    }
  });
  return true;
}

const delivered = () => fs.readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(isDelivered);

/** Of a build that was killed, too. */
function removeLeftovers() {
  for (const name of fs.readdirSync(root)) {
    if (/^dist\.(new|old)-\d+$/.test(name))
      fs.rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Two starts in one folder: the second waits for the first instead of installing over it.
 *
 * @typedef {{ signal?: AbortSignal, say?: (text: string) => void }} Wait
 */
async function alone(wait, work) {
  const folder = path.join(root, '.data');
  fs.mkdirSync(folder, { recursive: true });
  const lock = await holdInTurn(path.join(folder, 'build.lock'), wait);
  try {
    wait?.signal?.throwIfAborted();
    await work();
  } finally {
    await lock.release();
  }
}

/** What a tool said is shown on the day it fails. */
async function told(name, work) {
  try {
    await work;
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const said = (error.output ?? error.message).split('\n').slice(-40).join('\n').trim();
    throw new Unusable(
      `${said ? `${said}\n\n` : ''}${name} failed${said ? '; what it said stands above' : ''}.`,
    );
  }
}
