/** Runs work in a closed loop and says what each piece cost, in time and on both sides. */
import { setTimeout as sleep } from 'node:timers/promises';
import { percentiles } from './numbers.mjs';

/**
 * @param {object} options
 * @param {number} options.count pieces
 * @param {number} options.inFlight so many at a time
 * @param {number} [options.seconds] after which no more are begun: a slow machine does fewer
 * @param {(n: number) => Promise<Record<string, number>>} options.piece resolves with its times in milliseconds
 */
export async function closedLoop({ count, inFlight, piece, seconds = Infinity }) {
  const times = {};
  let next = 0;
  const began = performance.now();
  const isOver = () => next >= count || performance.now() - began > seconds * 1000;
  const worker = async () => {
    while (!isOver()) {
      const n = next++;
      for (const [name, ms] of Object.entries(await piece(n))) (times[name] ??= []).push(ms);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const took = (performance.now() - began) / 1000;
  const shown = Object.entries(times).map(([name, values]) => [name, percentiles(values)]);
  return { pieces: next, perSecond: next / took, ...Object.fromEntries(shown) };
}

/**
 * What a stretch of work costs, for each of its pieces: so many as it says it has done.
 *
 * @param {object} sides
 * @param {{ cpuMs(observers: readonly number[]): number, counters(): Promise<{ writes: number, wal: number }> }} sides.server
 * @param {() => number} [sides.application] milliseconds of CPU so far; absent: this process does the work
 * @param {readonly number[]} [sides.observers] sessions that only measure
 */
export async function costed({ server, application = ownCpuMs, observers = [] }, work) {
  const before = await server.counters();
  const cpu = [application(), server.cpuMs(observers)];
  const { pieces, ...told } = await work();
  const used = [application() - cpu[0], server.cpuMs(observers) - cpu[1]];
  const after = await server.counters();
  const [app, pg] = used.map((ms) => ms / pieces);
  return {
    pieces,
    ...told,
    cpuMs: { application: app, postgres: pg, total: app + pg },
    writes: (after.writes - before.writes) / pieces,
    walKiB: (after.wal - before.wal) / 1024 / pieces,
  };
}

const ownCpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Pieces begin at fixed moments, whether or not earlier ones have ended; each is told when it should have begun.
 *
 * @param {(n: number, due: number) => Promise<Record<string, number>>} options.piece
 */
export async function openLoop({ perSecond, seconds, piece }) {
  const count = Math.max(1, Math.round(perSecond * seconds));
  const began = performance.now();
  const one = async (n) => {
    const due = began + (n * 1000) / perSecond;
    await sleep(due - performance.now());
    return piece(n, due);
  };
  const told = await Promise.all(Array.from({ length: count }, (_, n) => one(n)));
  const named = Object.keys(told[0]).map((name) => [name, percentiles(told.map((times) => times[name]))]);
  return { pieces: count, perSecond, ...Object.fromEntries(named) };
}
