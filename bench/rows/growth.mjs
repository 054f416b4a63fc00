/** What an order costs when something has grown: the log and its finished work, a held snapshot, lines, one SKU, instances. */
import { watchArrivals } from '../lib/arrivals.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { startProduct, stocked } from '../lib/product.mjs';
import { connected } from '../lib/server.mjs';
import { shipped } from './orders.mjs';

export const name = 'growth';
export const about = 'what an order costs when something has grown; ratio of CPU to the first';

export async function run({ server, quick }) {
  const url = await server.database('bench_growth');
  await migrated(url);
  const products = [await startProduct(url)];
  const arrivals = await watchArrivals(url);
  const measured = [];
  const cpu = () => products.reduce((sum, product) => sum + product.cpuMs(), 0);
  const sides = { server, application: cpu, observers: [arrivals.pid] };
  const block = async (subject, count, how = {}) => {
    const told = await costed(sides, count, () =>
      shipped(products, arrivals, { count, inFlight: 32, ...how }),
    );
    measured.push({
      subject,
      inFlight: 32,
      ...told,
      ratio: told.cpuMs.total / (measured[0] ?? told).cpuMs.total,
    });
  };
  const size = quick ? 150 : 1_500;
  try {
    await stocked(products[0]);
    await shipped(products, arrivals, { count: 100, inFlight: 32 });
    for (let n = 0; n < (quick ? 2 : 5); n++) await block(`after ${n * size} orders`, size);
    await heldSnapshot(url, () => block('beside a held snapshot', size));
    await block('orders of 1 line', size, { lines: 1 });
    await block('orders of 50 lines', Math.ceil(size / 10), { lines: 50 });
    await block('all of one SKU', size, { hot: true });
    products.push(await startProduct(url));
    await block('two instances', size);
  } finally {
    await arrivals.stop();
    for (const product of products) await product.stop();
  }
  return { measured };
}

/** As pg_dump or a long report does: nothing that is deleted meanwhile can be cleared away. */
async function heldSnapshot(url, work) {
  const holder = await connected(url);
  await holder.query('begin isolation level repeatable read');
  await holder.query('select count(*) from platform.events');
  await work();
  await holder.query('rollback');
  await holder.end();
}
