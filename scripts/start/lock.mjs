/**
 * Locks that die with their holder: a local socket that one process can listen on and that the system takes away with it,
 * by whatever means it ends. A file with a process id outlives its writer, and the id is given to somebody else. Whoever
 * finds the lock taken is told by the holder who that is.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ANSWER_MS = 2_000;
const LOOK_EVERY_MS = 200;
/** A wait shorter than this is not worth a word. */
const SILENT_MS = 700;

/** How this program was called. */
const { npm_lifecycle_event: script } = process.env;
const self = script
  ? `npm ${script === 'start' ? '' : 'run '}${script}`
  : path.basename(process.argv[1] ?? 'node');

/**
 * @typedef {{ pid?: number, who: string, state: string, since?: string }} Holder
 * @typedef {{ become(state: string): void, release(): Promise<void> }} Lock
 */

/**
 * @param {string} place stands for what is locked, such as a file; nothing is written there
 * @param {string} [who] is told to others
 * @returns {Promise<{ lock: Lock } | { holder: Holder }>}
 */
export async function hold(place, who = self) {
  const address = addressOf(place);
  const about = { pid: process.pid, who, state: 'running', since: new Date().toISOString() };
  for (;;) {
    const server = await listening(address, about);
    if (server) {
      const release = () => new Promise((resolve) => server.close(() => resolve()));
      return { lock: { become: (state) => (about.state = state), release } };
    }
    const holder = await ask(address);
    if (holder) return { holder };
    if (address.endsWith('.sock')) fs.rmSync(address, { force: true });
    await sleep(20);
  }
}

/**
 * Waits until nobody else holds it.
 *
 * @param {string} place as for {@link hold}
 * @param {object} wishes
 * @param {string} [wishes.who]
 * @param {AbortSignal} [wishes.signal] ends the wait
 * @param {(holder: Holder) => void} [wishes.refuse] throws where a wait makes no sense
 * @param {(text: string) => void} [wishes.say] hears, once, for whom we wait
 * @returns {Promise<Lock>}
 */
export async function holdInTurn(place, { who, signal, refuse = () => {}, say = () => {} } = {}) {
  const since = performance.now();
  for (let said; ; await sleep(LOOK_EVERY_MS, undefined, { signal })) {
    const { lock, holder } = await hold(place, who);
    if (lock) return lock;
    refuse(holder);
    if (said === holder.pid || performance.now() - since < SILENT_MS) continue;
    said = holder.pid;
    say(`waiting for ${nameOf(holder)}`);
  }
}

/** @param {Holder} holder */
export function nameOf({ pid, who, state, since }) {
  const facts = [
    who,
    ...(state === 'running' ? [] : [state]),
    ...(since ? [`since ${since.slice(11, 19)} UTC`] : []),
  ];
  return pid === undefined ? `another process (${facts.join(', ')})` : `process ${pid} (${facts.join(', ')})`;
}

function addressOf(place) {
  const folder = path.dirname(path.resolve(place));
  const whole = path.join(fs.existsSync(folder) ? fs.realpathSync(folder) : folder, path.basename(place));
  const name = `waybill-${createHash('sha256').update(whole).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

function listening(address, about) {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify(about));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

/** @returns {Promise<Holder | undefined>} undefined when nobody listens any more */
function ask(address) {
  const socket = net.connect(address);
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  return new Promise((resolve) => {
    const silent = { who: 'which does not say what it does', state: 'running' };
    socket.setTimeout(ANSWER_MS, () => {
      socket.destroy();
      resolve(silent);
    });
    socket.once('error', () => resolve(undefined));
    socket.once('end', () => {
      try {
        resolve(JSON.parse(text));
      } catch {
        resolve(undefined);
      }
    });
  });
}
