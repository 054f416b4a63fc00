/** One instance with nothing to do, and at half of what it can do: orders come at fixed moments, whoever is late. */
import { setTimeout as sleep } from 'node:timers/promises';
import { watchArrivals } from '../lib/arrivals.mjs';
import { costed, openLoop } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { startProduct, stocked } from '../lib/product.mjs';
import { ordered, shipped } from './orders.mjs';

export const name = 'load';
export const about = 'an idle second (10 ms are 1 % of a core), and POST with confirm at half load';

export async function run({ server, rounds, quick, seconds }) {
  const url = await server.database('bench_load');
  await migrated(url);
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
      measured.push({ subject: 'idle, a second', ...(await idle(sides, quick ? 4 : 30)) });
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

async function idle(sides, seconds) {
  await sleep(2_000);
  const { writes, ...told } = await costed(sides, async () => {
    await sleep(seconds * 1_000);
    return { pieces: seconds };
  });
  return { ...told, writes };
}
