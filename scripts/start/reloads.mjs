/** `npm run dev`: the application again with every save. Its database goes on meanwhile. */
import fs from 'node:fs';
import path from 'node:path';
import { drain, howItEnded, launch, untilReady } from './application.mjs';
import { root } from './build.mjs';
import { compile, isDelivered } from './compile.mjs';
import { notice } from './screen.mjs';

const sources = path.join(root, 'src');
const dist = path.join(root, 'dist');
/** Editors write a file in several steps, and some write several files. */
const SETTLES_MS = 80;

/** Debuggers find it on port 9229; stacks name the TypeScript, and breakpoints are set there. */
export const debuggable = ['--inspect', '--enable-source-maps', path.join(dist, 'main.js')];

/** A save changes one file of many: the program must not run from a bundle. */
export const unbundled = () => compiled(['main.ts', 'serve.ts']);

/**
 * Compiles what is saved, that file alone, and starts the application again, until the signal.
 *
 * @param {object} open where the running child is kept
 * @param {{ variables: Record<string, string>, url: string, graceMs: number, signal: AbortSignal }} how
 */
export function reloadWithEverySave(open, how) {
  const saved = new Set();
  let timer;
  let turning = Promise.resolve();
  const turn = async () => {
    const names = [...saved];
    saved.clear();
    if (names.length > 0 && !how.signal.aborted) await reload(names, open, how);
  };
  const watcher = fs.watch(sources, { recursive: true }, (_, name) => {
    if (!name || !isDelivered(name)) return;
    saved.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => (turning = turning.then(turn)), SETTLES_MS);
  });
  how.signal.addEventListener('abort', () => watcher.close());
}

async function reload(names, open, { variables, url, graceMs, signal }) {
  const since = performance.now();
  try {
    await compiled(names);
    await drain(open.application, graceMs);
    if (signal.aborted) return;
    open.application = launch(debuggable, variables, undefined);
    const { application } = open;
    void application.ended.then((how) => application === open.application && tellOfFall(how, signal));
    await untilReady(application, url, signal);
    notice(`${names.join(', ')}: ready again after ${((performance.now() - since) / 1000).toFixed(1)} s`);
  } catch (error) {
    if (!signal.aborted)
      notice(`${error.message.split('\n\n\nCaused by')[0]}\n     waiting for the next save`);
  }
}

async function compiled(names) {
  // What is in dist is not what a build makes: the next start builds it anew.
  fs.rmSync(path.join(dist, '.source-hash'), { force: true });
  await compile(sources, names, dist);
}

/** It ended by itself, not for a reload or a stop. */
export function tellOfFall(how, signal) {
  if (signal.aborted || how.code === 0 || how.signal === 'SIGTERM') return;
  notice(`Waybill ended (${howItEnded(how)}); waiting for the next save`);
}
