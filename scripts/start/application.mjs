/** The application as a child process: started, awaited, drained, and heard when it falls. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Unusable } from '../postgres-binaries.mjs';
import { root } from './build.mjs';

const keptLog = 50 * 1024 * 1024;

/**
 * @param {string[]} program a script of `dist` and its arguments
 * @param {Record<string, string>} env
 * @param {string | undefined} log the file that takes its output; absent means the terminal
 */
export function launch(program, env, log) {
  if (log && (fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > keptLog)
    fs.renameSync(log, `${log}.1`);
  const file = log ? fs.openSync(log, 'a', 0o600) : undefined;
  const begin = log ? fs.fstatSync(file).size : 0;
  const output = file ?? 'inherit';
  const leash = pathToFileURL(path.join(import.meta.dirname, 'leash.mjs')).href;
  const child = spawn(process.execPath, ['--import', leash, ...program], {
    cwd: root,
    env,
    stdio: ['ignore', output, output, 'ipc'],
    // A session of its own: Ctrl-C reaches the starter alone, which then asks the application to drain.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  if (file !== undefined) fs.closeSync(file);
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return {
    pid: child.pid,
    ended,
    listening: new Promise((resolve) => child.once('message', resolve)),
    kill: (signal) => child.kill(signal),
    lastWords: () => lastWords(log, begin),
  };
}

/** Asks it to stop, and after the grace makes it. */
export async function drain(application, graceMs) {
  application.kill('SIGTERM');
  const ended = await Promise.race([application.ended, sleep(graceMs)]);
  if (ended) return ended;
  application.kill('SIGKILL');
  return application.ended;
}

/** The port was free a moment ago and is not any more. */
export class PortLost extends Unusable {}

/**
 * Waits for the process itself to say that it listens (another one may answer on that port), then for its readiness.
 *
 * @throws Unusable when it ends or stays silent instead
 */
export async function untilReady(application, url, signal) {
  let [ended, isListening] = [undefined, false];
  void application.ended.then((how) => (ended = how));
  void application.listening.then(() => (isListening = true));
  let pauseMs = 25;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(pauseMs)) {
    signal.throwIfAborted();
    if (ended) throw didNotStart(application, ended);
    if (!isListening) continue;
    const reply = await fetch(`${url}/health/ready`).catch(() => undefined);
    await reply?.arrayBuffer().catch(() => undefined);
    if (reply?.ok) return;
    pauseMs = 250;
  }
  throw new Unusable(`Waybill started but did not become ready within a minute${application.lastWords()}`);
}

function didNotStart(application, ended) {
  const words = application.lastWords();
  const kind = words.includes('EADDRINUSE') ? PortLost : Unusable;
  const sentence = `Waybill did not start (${howItEnded(ended)})${words}`;
  return Object.assign(new kind(sentence), ended.code === 78 && { exitCode: 78 });
}

export const howItEnded = ({ code, signal }) => (signal ? `killed by ${signal}` : `exit code ${code}`);

/** The last complaint in its log, as the end of a sentence. */
function lastWords(log, begin) {
  if (!log) return '.';
  const lines = fs.readFileSync(log).subarray(begin).toString().trim().split('\n').reverse();
  const where = `Its log: ${path.relative(process.cwd(), log) || log}`;
  for (const line of lines.slice(0, 50)) {
    try {
      const { level, msg, err } = JSON.parse(line);
      const isBad = typeof level === 'number' ? level >= 50 : /error|fatal/i.test(level);
      if (isBad && (msg || err)) return `: ${String(err?.message ?? msg).split('\n')[0]}. ${where}`;
    } catch {
      if (/Error: |^Waybill/.test(line)) return `: ${line.trim()}. ${where}`;
    }
  }
  return `. ${where}`;
}
