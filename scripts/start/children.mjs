/** Tools that are run to their end: none outlives the process that runs it, whatever happens to that. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Unusable } from '../postgres-binaries.mjs';

const onWindows = process.platform === 'win32';
const tether = pathToFileURL(path.join(import.meta.dirname, 'tether.mjs')).href;
/** What a tool may take to end by itself when it is asked to. */
const GRACE_MS = 2_000;

/** @type {Map<import('node:child_process').ChildProcess, Promise<void>>} */
const running = new Map();

/**
 * Runs a script with this Node.
 *
 * @param {string[]} script and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it said on stdout
 * @throws an error with `output` when it fails or was ended
 */
export const runScript = (script, options) => run(process.execPath, ['--import', tether, ...script], options);

/** Runs a program, in a group of its own: Ctrl-C in the terminal does not reach it, {@link endChildren} does. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: !onWindows,
    windowsHide: true,
    ...options,
  });
  let [out, all] = ['', ''];
  child.stdout.on('data', (chunk) => ((out += chunk), (all += chunk)));
  child.stderr.on('data', (chunk) => (all += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  running.set(child, ended);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child);
      reject(new Unusable(`${command} could not be started: ${error.message}.`));
    });
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(out);
      else reject(Object.assign(new Error(`exit code ${code}`), { output: all }));
    });
  });
}

/** Ends what runs, and everything it has started; returns when that is gone. */
export async function endChildren() {
  const all = [...running.entries()];
  for (const [child] of all) signal(child, 'SIGTERM');
  const gone = Promise.all(all.map(([, ended]) => ended));
  if ((await Promise.race([gone, sleep(GRACE_MS, 'late')])) !== 'late') return;
  for (const [child] of all) signal(child, 'SIGKILL');
  await gone;
}

function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (onWindows)
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    else process.kill(-child.pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
