/**
 * The limit: what an order costs when nothing but its rows is written. Ten events over six streams in four durable
 * steps; placing by group commit, then one worker that tails the log and writes each step of a whole batch (events, read
 * row, checkpoint) in one statement. No HTTP, no rules, no expected versions of stock, no recovery.
 */
import { randomUUID } from 'node:crypto';
import { closedLoop, costed } from '../lib/measure.mjs';
import { orderOf, skuOf } from '../lib/product.mjs';
import { connected } from '../lib/server.mjs';

const SCHEMA = `
  create table events (
    position bigint generated always as identity primary key, stream text not null, version int not null,
    type text not null, data json not null, meta json not null,
    recorded_at timestamptz not null default clock_timestamp(), unique (stream, version));
  create table orders (order_id uuid primary key, status text not null, position bigint not null);
  create table checkpoint (name text primary key, position bigint not null);
  insert into checkpoint values ('worker', 0)`;

const ROWS = `select r.s, r.v, r.t, r.d, r.m from (select pg_advisory_xact_lock(42) offset 0) locked,
  json_to_recordset($1) as r(s text, v int, t text, d json, m json)`;
const PLACE = { name: 'place', text: `insert into events (stream, version, type, data, meta) ${ROWS}` };
const STEP = {
  name: 'step',
  text: `with written as (
      insert into events (stream, version, type, data, meta) ${ROWS} returning position),
    seen as (
      insert into orders select o.id, o.status, $3 from json_to_recordset($2) as o(id uuid, status text)
      on conflict (order_id) do update set status = excluded.status, position = excluded.position),
    moved as (update checkpoint set position = $3 where name = 'worker')
    select count(*) from written`,
};
const READ = {
  name: 'read',
  text: 'select position, stream, type, data from events where position > $1 order by position limit 3000',
};

export async function prepareSimulation(url) {
  const client = await connected(url);
  await client.query(SCHEMA);
  await client.end();
}

/** Counted like the product's orders; the application is this process. */
export async function simulateOrders(url, sides, { inFlight, count, seconds }) {
  const [placing, working] = [await connected(url), await connected(url)];
  const simulation = await begin(placing, working);
  const run = (n) => closedLoop({ count: n, inFlight, seconds, piece: () => simulation.order() });
  try {
    await run(Math.min(200, count));
    return await costed(sides, () => run(count));
  } finally {
    await simulation.stop();
    await Promise.all([placing.end(), working.end()]);
  }
}

const meta = (id) => ({ actor: 'service:bench', correlationId: id, causationId: id });
const event = (id, at, type, data) => ({
  s: at[0],
  v: at[1],
  t: type,
  d: { orderId: id, ...data },
  m: meta(id),
});

let serial = 0;

async function begin(placing, working) {
  const place = committer(placing);
  const waiting = new Map();
  const worker = await tail(working, waiting);
  return {
    async order() {
      const began = performance.now();
      const [id, n] = [randomUUID(), serial++];
      const { items, ...order } = orderOf(n);
      const ended = new Promise((resolve) => waiting.set(id, resolve));
      const created = event(id, [`order-${id}`, 1], 'OrderCreated', { ...order, n });
      await place([created, event(id, [`order-${id}`, 2], 'OrderConfirmed', { items, n })]);
      worker.wake();
      const acceptedMs = performance.now() - began;
      return { acceptedMs, shippedMs: (await ended) - began };
    },
    stop: worker.stop,
  };
}

/** Group commit: what arrives while a flush is under way shares the next one. */
function committer(client) {
  let queue = [];
  let flushing;
  const drain = async () => {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      await client.query({ ...PLACE, values: [JSON.stringify(batch.flatMap(({ events }) => events))] });
      for (const { resolve } of batch) resolve();
    }
    flushing = undefined;
  };
  return (events) =>
    new Promise((resolve) => {
      queue.push({ events, resolve });
      flushing ??= drain();
    });
}

async function tail(client, waiting) {
  const { rows } =
    await client.query(`select position, (select coalesce(json_object_agg(stream, last), '{}') from (
    select stream, max(version) as last from events where stream like 'stock-%' group by stream) s) as stock from checkpoint`);
  const state = { position: rows[0].position, stock: rows[0].stock };
  let [over, asked, rouse] = [false, false, () => {}];
  const running = (async () => {
    while (!over) {
      asked = false;
      const { rows: found } = await client.query({ ...READ, values: [state.position] });
      if (found.length > 0) await work(client, state, found, waiting);
      else if (!asked) await new Promise((resolve) => (rouse = resolve));
    }
  })();
  return {
    wake: () => {
      asked = true;
      rouse();
    },
    async stop() {
      over = true;
      rouse();
      await running;
    },
  };
}

async function work(client, state, found, waiting) {
  const [events, rows] = [[], new Map()];
  for (const { stream, type, data } of found) {
    const id = data.orderId;
    const next = steps[type]?.(id, data, state.stock, stream);
    if (next) events.push(...next);
    if (statusOf[type]) rows.set(id, { id, status: statusOf[type] });
  }
  state.position = found.at(-1).position;
  await client.query({
    ...STEP,
    values: [JSON.stringify(events), JSON.stringify([...rows.values()]), state.position],
  });
  const now = performance.now();
  for (const { type, data } of found) {
    if (type !== 'OrderShipped') continue;
    waiting.get(data.orderId)?.(now);
    waiting.delete(data.orderId);
  }
}

const statusOf = {
  OrderCreated: 'draft',
  OrderConfirmed: 'confirmed',
  OrderPaid: 'paid',
  OrderShipped: 'shipped',
};

/** What follows from an event. */
const steps = {
  OrderConfirmed: (id, { n }, stock) => [
    event(id, [`saga-${id}`, 1], 'SagaStarted', { n }),
    ...[skuOf(n * 7), skuOf(n * 7 + 13)].map((sku, line) => {
      const stream = `stock-${sku}`;
      stock[stream] = (stock[stream] ?? 0) + 1;
      return event(id, [stream, stock[stream]], 'StockReserved', { sku, quantity: 1, line });
    }),
  ],
  StockReserved: (id, { line }) =>
    line === 1 && [
      event(id, [`payment-${id}`, 1], 'PaymentCaptured', { amountMinor: 2_500, reference: 'ch_bench' }),
      event(id, [`order-${id}`, 3], 'OrderPaid', { paymentId: id }),
    ],
  PaymentCaptured: (id) => [
    event(id, [`shipment-${id}`, 1], 'ShipmentDispatched', { trackingNumber: 'TRACK-BENCH' }),
    event(id, [`order-${id}`, 4], 'OrderShipped', { shipmentId: id }),
    event(id, [`saga-${id}`, 2], 'SagaCompleted', {}),
  ],
};
