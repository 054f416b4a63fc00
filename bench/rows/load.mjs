/**
 * One instance with nothing to do, at half of what it can do (orders come at fixed moments, whoever is late), and with
 * one and 32 orders in flight, beside the same rows in bare SQL.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { watchArrivals } from '../lib/arrivals.mjs';
import { costed, openLoop } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { startProduct, stocked } from '../lib/product.mjs';
import { prepareSimulation, simulateOrders } from '../limit/order-simulation.mjs';
import { ordered, shipped } from './orders.mjs';

export const name = 'load';
export const about =
  'an idle second (10 ms are 1 % of a core), POST with confirm at half load, time to shipped';

/** Orders at so many in flight. */
const levels = { 1: 60, 32: 600 };
const quickLevels = { 1: 20, 32: 150 };

export async function run({ server, rounds, quick, seconds }) {
  const url = await server.database('bench_load');
  await migrated(url);
  const limitUrl = await server.database('bench_load_limit');
  await prepareSimulation(limitUrl);
  const product = await startProduct(url);
  const arrivals = await watchArrivals(url);
  const measured = [];
  try {
    await stocked(product);
    await shipped([product], arrivals, { count: 300, inFlight: 64, seconds });
    for (let round = 0; round < rounds; round++) {
      const full = await shipped([product], arrivals, { count: quick ? 200 : 1_000, inFlight: 64, seconds });
      const sides = { server, application: product.cpuMs, observers: [arrivals.pid] };
      measured.push({ subject: 'half load', ...(await halfLoad(sides, full, { product, arrivals, quick })) });
      for (const [level, count] of Object.entries(quick ? quickLevels : levels)) {
        const load = { inFlight: Number(level), count, seconds };
        const told = await costed(sides, () => shipped([product], arrivals, load));
        measured.push({ subject: 'to shipped', inFlight: load.inFlight, ...told });
        const limit = await simulateOrders(limitUrl, { server }, load);
        measured.push({ subject: 'to shipped, limit E (bare SQL)', inFlight: load.inFlight, ...limit });
      }
      measured.push({ subject: 'idle, a second', ...(await idle(sides, quick ? [6, 4] : [20, 30])) });
    }
  } finally {
    await arrivals.stop();
    await product.stop();
  }
  return { measured };
}

function halfLoad(sides, full, { product, arrivals, quick }) {
  const piece = (n, began) => ordered([product], arrivals, n, { began });
  return costed(sides, () => openLoop({ perSecond: full.perSecond / 2, seconds: quick ? 2 : 20, piece }));
}

/** A process looks ever more seldom for work, so it is left alone for a while first. */
async function idle(sides, [quietSeconds, seconds]) {
  await sleep(quietSeconds * 1_000);
  const { writes, ...told } = await costed(sides, async () => {
    await sleep(seconds * 1_000);
    return { pieces: seconds };
  });
  return { ...told, writes };
}
