/** Whole orders: POST with `confirm` over HTTP until shipped, all rules, beside the same rows written by bare SQL. */
import { watchArrivals } from '../lib/arrivals.mjs';
import { closedLoop, costed } from '../lib/measure.mjs';
import { orderOf, startProduct, stocked } from '../lib/product.mjs';
import { migrated } from '../lib/migrated.mjs';
import { prepareSimulation, simulateOrders } from '../limit/order-simulation.mjs';

/** Orders of one run at so many in flight. */
const levels = { 1: 40, 32: 600, 64: 900, 256: 1_500 };
const quickLevels = { 1: 20, 64: 400 };
/** A process compiles its own code first: that is not what an order costs. */
const WARM_UP = 1_000;

export const name = 'orders';
export const about = 'whole orders, HTTP to shipped';

export async function run({ server, rounds, quick, seconds, levels: wanted }) {
  const plan = Object.entries(quick ? quickLevels : levels)
    .map(([inFlight, count]) => ({ inFlight: Number(inFlight), count, seconds }))
    .filter(({ inFlight }) => !wanted || wanted.includes(inFlight));
  const url = await server.database('bench_orders');
  await migrated(url);
  const limitUrl = await server.database('bench_limit');
  await prepareSimulation(limitUrl);
  const measured = [];
  const passes = { statements: undefined };
  for (let round = 0; round < rounds; round++) {
    measured.push(...(await productRound({ server, url, plan, passes, isFirst: round === 0 })));
    for (const { inFlight, count } of plan) {
      const told = await simulateOrders(limitUrl, { server }, { inFlight, seconds, count: count * 3 });
      measured.push({ subject: 'limit E (bare SQL)', inFlight, ...told });
    }
  }
  return { measured, notes: { 'statements an order': passes.statements } };
}

async function productRound({ server, url, plan, passes, isFirst }) {
  const product = await startProduct(url);
  const arrivals = await watchArrivals(url);
  const sides = { server, application: product.cpuMs, observers: [arrivals.pid] };
  const measured = [];
  try {
    if (isFirst) await stocked(product);
    await shipped([product], arrivals, { count: WARM_UP, inFlight: 32, seconds: plan[0].seconds });
    for (const { inFlight, ...load } of plan) {
      const told = await costed(sides, () => shipped([product], arrivals, { inFlight, ...load }));
      measured.push({ subject: 'Waybill', inFlight, ...told });
    }
    if (isFirst) {
      const alone = { count: 60, inFlight: 1, seconds: plan[0].seconds };
      let orders;
      const all = await server.statements('bench_orders', async () => {
        orders = (await shipped([product], arrivals, alone)).pieces;
      });
      passes.statements = all / orders;
    }
  } finally {
    await arrivals.stop();
    await product.stop();
  }
  return measured;
}

let serial = 0;

/** @param how `lines` of each order; `hot`: all of them of one SKU */
export function shipped(products, arrivals, { count, inFlight, seconds, ...how }) {
  return closedLoop({ count, inFlight, seconds, piece: (n) => ordered(products, arrivals, n, how) });
}

/** One order, by one of the instances. */
export async function ordered(
  products,
  arrivals,
  n,
  { lines = 2, hot = false, began = performance.now() } = {},
) {
  const body = orderOf(hot ? 0 : serial++, lines);
  const { id } = await products[n % products.length].call('POST', '/v1/orders', body);
  const accepted = performance.now() - began;
  const end = await arrivals.shipped(id);
  return { acceptedMs: accepted, shippedMs: Math.max(accepted, end - began) };
}
