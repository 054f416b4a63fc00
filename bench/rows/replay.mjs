/**
 * E22: what the appends of the product cost when nobody decides, reads or waits. They are recorded from a run, and one
 * bare connection repeats them, one after the other, on a copy of the database that the run began with.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchArrivals } from '../lib/arrivals.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { startProduct, stocked } from '../lib/product.mjs';
import { connected } from '../lib/server.mjs';
import { shipped } from './orders.mjs';

export const name = 'replay';
export const about = 'whole orders, and the same appends repeated by one bare connection (E22); ratio to E22';

const RECORDER = path.join(import.meta.dirname, '..', 'lib', 'record-appends.mjs');
const BEGINNING = 'bench_replay';

export async function run({ server, rounds, quick, seconds }) {
  await prepared(await server.database(BEGINNING));
  const [count, inFlight] = [quick ? 200 : 1_500, 64];
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const { told, ...record } = await recorded(server, { count, inFlight, seconds });
    const limit = await replayed(server, record);
    measured.push({ subject: 'E22: its appends, one bare connection', ...limit, ratio: 1 });
    measured.push({ subject: 'Waybill', inFlight, ...told, ratio: told.perSecond / limit.perSecond });
  }
  return { measured };
}

async function prepared(url) {
  await migrated(url);
  const product = await startProduct(url);
  const arrivals = await watchArrivals(url);
  await stocked(product);
  await shipped([product], arrivals, { count: 64, inFlight: 32 });
  await arrivals.stop();
  await product.stop();
}

async function recorded(server, { count, inFlight, seconds }) {
  const url = await server.database('bench_replay_run', BEGINNING);
  const file = path.join(os.tmpdir(), `waybill-bench-${process.pid}-appends.json`);
  const product = await startProduct(url, { NODE_OPTIONS: `--import=${RECORDER}`, BENCH_RECORD: file });
  const arrivals = await watchArrivals(url);
  const sides = { server, application: product.cpuMs, observers: [arrivals.pid] };
  const load = { inFlight, seconds };
  try {
    const warmUp = await shipped([product], arrivals, { ...load, count: count / 4 });
    const told = await costed(sides, () => shipped([product], arrivals, { ...load, count }));
    const events = await quiet(url);
    await product.stop();
    const calls = JSON.parse(fs.readFileSync(file, 'utf8'));
    return { calls, events, orders: warmUp.pieces + told.pieces, told };
  } finally {
    await arrivals.stop();
    await product.stop();
    fs.rmSync(file, { force: true });
  }
}

/** What follows an order goes on for a moment after it was shipped. @returns how many events there are then */
async function quiet(url) {
  const client = await connected(url);
  let [now, before] = [await events(client), undefined];
  while (now !== before) {
    await sleep(500);
    [now, before] = [await events(client), now];
  }
  await client.end();
  return now;
}

async function events(client) {
  return (await client.query('select count(*)::int as n from platform.events')).rows[0].n;
}

async function replayed(server, { calls, orders, events: expected }) {
  const client = await connected(await server.database('bench_replay_again', BEGINNING));
  try {
    const told = await costed({ server }, async () => {
      let ms = 0;
      for (const { isAppend, call } of calls) {
        const began = performance.now();
        // Checkpoints that others moved must stand where the next append finds them; that is not its cost.
        await (isAppend ? client.query(call) : client.query(call).catch(() => undefined));
        if (isAppend) ms += performance.now() - began;
      }
      return { pieces: orders, perSecond: orders / (ms / 1000) };
    });
    const stored = await events(client);
    if (stored !== expected)
      throw new Error(`the replay left ${stored} events where the run left ${expected}`);
    return told;
  } finally {
    await client.end();
  }
}
