/** What an order costs when something has grown: the log and its finished work, a held snapshot, lines, one SKU, instances. */
import { watchArrivals } from '../lib/arrivals.mjs';
import { heldSnapshot } from '../lib/held-snapshot.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { startProduct, stocked } from '../lib/product.mjs';
import { longStreams } from './growth/long-streams.mjs';
import { subscriptions } from './growth/subscriptions.mjs';
import { shipped } from './orders.mjs';

export const name = 'growth';
export const about = 'what an order costs when something has grown; ratio of CPU to the first of its kind';

export async function run({ server, quick, seconds }) {
  const measured = [];
  measured.push(...(await orders(server, quick, seconds)));
  measured.push(...(await longStreams(server, quick)));
  measured.push(...(await subscriptions(server, quick)));
  return { measured };
}

async function orders(server, quick, seconds) {
  const url = await server.database('bench_growth');
  await migrated(url);
  const products = [await startProduct(url)];
  const arrivals = await watchArrivals(url);
  const measured = [];
  const cpu = () => products.reduce((sum, product) => sum + product.cpuMs(), 0);
  const sides = { server, application: cpu, observers: [arrivals.pid] };
  const block = async (subject, count, how = {}) => {
    const load = { count, inFlight: 32, seconds, ...how };
    const told = await costed(sides, () => shipped(products, arrivals, load));
    const ratio = told.cpuMs.total / (measured[0] ?? told).cpuMs.total;
    measured.push({ subject, inFlight: 32, ...told, ratio });
  };
  const size = quick ? 150 : 1_500;
  try {
    await stocked(products[0]);
    await shipped(products, arrivals, { count: 100, inFlight: 32, seconds });
    for (let n = 0; n < (quick ? 2 : 5); n++) await block(`block ${n + 1} of ${size} orders`, size);
    const letGo = await heldSnapshot(url);
    await block('beside a held snapshot', size);
    await letGo();
    await block('orders of 1 line', size, { lines: 1 });
    await block('orders of 50 lines', Math.ceil(size / 10), { lines: 50 });
    await block('all of one SKU', size, { hot: true });
    products.push(await startProduct(url));
    // Each process compiles its own code: what it costs to begin with is not what a second one costs.
    await shipped(products, arrivals, { count: 2 * size, inFlight: 32, seconds });
    await block('two instances', size);
    await products.pop().stop();
    await block('one of them alone', size);
  } finally {
    await arrivals.stop();
    for (const product of products) await product.stop();
  }
  return measured;
}
