/** Orders without Kafka and with it by either client, and how fast the relay sends what has waited; on a broker of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startBroker } from '../../scripts/kafka-broker.mjs';
import { detect, versions } from '../../scripts/kafka-jars.mjs';
import { watchArrivals } from '../lib/arrivals.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { startProduct, stocked } from '../lib/product.mjs';
import { connected } from '../lib/server.mjs';
import { shipped } from './orders.mjs';

export const name = 'relay';
export const about =
  'whole orders without and with Kafka; records sent by the relay. The CPU of the broker is not in it';

export async function run({ server, ...plan }) {
  const found = await detect(versions[0], { own: true });
  if (found.kind === 'none') return { measured: [], notes: { 'not measured': found.reason } };
  const broker = await startBroker();
  try {
    return { measured: await beside(broker, server, plan) };
  } finally {
    await broker.stop();
  }
}

async function beside(broker, server, { rounds, quick, seconds }) {
  const load = { count: quick ? 200 : 1_500, inFlight: 64, seconds };
  const waiting = async (name, env) => {
    const url = await server.database(`bench_relay_${name}`);
    await withOrders(url, load);
    return { name, url, env };
  };
  const kafka = (client) =>
    waiting(client, {
      KAFKA_BROKERS: broker.brokers,
      KAFKA_CLIENT: client,
      KAFKA_TOPIC_PREFIX: `${client}.`,
    });
  const known = [await waiting('off', {}), await kafka('kafkajs'), await kafka('platformatic')];
  const measured = [];
  const [off, ...on] = await Promise.all(known.map((each) => opened(server, each)));
  const round = async (side) => costed(side.sides, () => shipped([side.product], side.arrivals, load));
  try {
    for (const side of on)
      measured.push({ subject: `records that have waited, ${side.name}`, ...(await caughtUp(side)) });
    for (let n = 0; n < rounds; n++) {
      const without = await round(off);
      measured.push({ subject: 'Kafka off', inFlight: 64, ...without, ratio: 1 });
      for (const side of on) {
        const told = await round(side);
        const ratio = told.perSecond / without.perSecond;
        measured.push({ subject: `Kafka on, ${side.name}`, inFlight: 64, ...told, ratio });
        await caughtUp(side);
      }
    }
  } finally {
    for (const { close } of [off, ...on]) await close();
  }
  return measured;
}

/** So many as one load makes, and none of them sent anywhere. */
async function withOrders(url, load) {
  await migrated(url);
  const product = await startProduct(url);
  const arrivals = await watchArrivals(url);
  await stocked(product);
  await shipped([product], arrivals, load);
  await arrivals.stop();
  await product.stop();
}

async function opened(server, { name, url, env }) {
  const product = await startProduct(url, env);
  const arrivals = await watchArrivals(url);
  const looker = await connected(url);
  const observers = [arrivals.pid, looker.processID];
  return {
    name,
    product,
    arrivals,
    looker,
    sides: { server, application: product.cpuMs, observers },
    async close() {
      await arrivals.stop();
      await looker.end();
      await product.stop();
    },
  };
}

const RELAYED = `/* bench */ select (select count(*)::int from platform.published) as records,
  (select position from platform.subscriptions where name = 'kafka.relay')
    >= (select max(position) from platform.events) as at_head`;

/** From the first record that is seen until none waits. */
async function caughtUp({ sides, looker }) {
  const look = async () => (await looker.query(RELAYED)).rows[0];
  const before = await look();
  let first = before;
  while (first.records === before.records && !first.at_head) {
    await sleep(20);
    first = await look();
  }
  return costed(sides, async () => {
    const began = performance.now();
    let now = first;
    while (!now.at_head) {
      await sleep(20);
      now = await look();
    }
    const pieces = Math.max(1, now.records - first.records);
    return { pieces, perSecond: pieces / ((performance.now() - began) / 1000) };
  });
}
