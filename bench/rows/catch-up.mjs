/** A log of orders heard from its beginning by every subscription of the product, and one read model made anew. */
import { median } from 'simple-statistics';
import { setTimeout as sleep } from 'node:timers/promises';
import { inside, provider } from '../lib/inside.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { connected } from '../lib/server.mjs';

export const name = 'catch-up';
export const about =
  'events a second; ratio to the bare pages, parsed, folded and upserted with their checkpoint; starts apart';

/** Drafts that were cancelled: no saga has anything to do with them. */
export const ORDERS = `insert into platform.events (stream_id, version, event_id, type, schema_version, data, metadata, command_id, command_index, recorded_at, occurred_at)
  select 'order-' || o.id, e.version, gen_random_uuid(), e.type, 1, e.data,
    json_build_object('actor', 'service:bench', 'correlationId', gen_random_uuid(), 'causationId', null),
    gen_random_uuid(), 0, clock_timestamp(), clock_timestamp()
  from (select n, gen_random_uuid() as id from generate_series(1, $1::int) n) o
  cross join lateral (values
    (1, 'OrderCreated', json_build_object('orderId', o.id, 'customerId', o.id, 'currency', 'EUR', 'items', '[]'::json)),
    (2, 'OrderItemAdded', json_build_object('orderId', o.id, 'sku', 'SKU-' || o.n % 200, 'name', 'Thing', 'quantity', 1,
      'unitPrice', json_build_object('amountMinor', 1250, 'currency', 'EUR'))),
    (3, 'OrderItemAdded', json_build_object('orderId', o.id, 'sku', 'SKU-' || o.n % 199, 'name', 'Thing', 'quantity', 2,
      'unitPrice', json_build_object('amountMinor', 990, 'currency', 'EUR'))),
    (4, 'OrderCancelled', json_build_object('orderId', o.id, 'code', 'customer-request', 'detail', 'bench')))
    as e(version, type, data)
  order by o.n, e.version`;

const PAGE = `select position, stream_id, version, type, data::text, occurred_at::text from platform.events
  where position > $1 order by position limit 1000`;
const KNOWN = 'select * from public.bare_orders where order_id = any ($1::uuid[])';
const COLUMNS = [
  'order_id',
  'customer_id',
  'status',
  'currency',
  'total_minor',
  'skus',
  'created_at',
  'created_position',
].concat('version', 'state');
const STORE = `with stored as (
    insert into public.bare_orders (${COLUMNS.join(', ')})
    select ${COLUMNS.join(', ')} from json_populate_recordset(null::public.bare_orders, $1::json)
    on conflict (order_id) do update set ${COLUMNS.slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')})
  update public.bare_checkpoint set position = $2`;

export async function run({ server, rounds, quick }) {
  const orders = quick ? 3_000 : 20_000;
  const measured = [];
  const withStarts = [];
  for (let round = 0; round < rounds; round++) {
    const url = await server.database('bench_catch_up');
    await migrated(url);
    const client = await connected(url);
    await client.query(ORDERS, [orders]);
    await client.query('vacuum analyze platform.events');
    const told = (work) => cost(server, orders * 4, work);
    const started = async () => (await inside(url)).close();
    // What the program takes to be loaded is none of the subjects.
    await started();
    const limit = await told(() => bare(client));
    measured.push({ subject: 'bare: pages folded into rows', ...limit, ratio: 1 });
    const subjects = [
      ['Waybill: all subscriptions catch up', () => caughtUp(url, client), () => caughtUp(url, client)],
      ['Waybill: the order list made anew', () => rebuilt(url), started],
    ];
    for (const [subject, work, start] of subjects) {
      const whole = await told(work);
      const { cpuMs: idle } = await told(start);
      const ratio = limit.cpuMs.total / (whole.cpuMs.total - idle.total);
      measured.push({ subject, ...whole, ratio });
      withStarts.push(limit.cpuMs.total / whole.cpuMs.total);
    }
    await client.end();
  }
  const ratioOf = (nth) => median(withStarts.filter((_, at) => at % 2 === nth));
  return {
    measured,
    notes: {
      'catch-up, ratio with the start of the program': ratioOf(0),
      'made anew, ratio with the start of the program': ratioOf(1),
    },
  };
}

/** CPU for 1,000 events. */
async function cost(server, events, work) {
  const {
    writes: _,
    walKiB: __,
    ...told
  } = await costed({ server }, async () => {
    const began = performance.now();
    await work();
    return { pieces: events / 1_000, perSecond: events / ((performance.now() - began) / 1_000) };
  });
  return told;
}

/**
 * What anybody would write for the order list alone: a page as text, parsed, folded on top of the rows it goes on from,
 * one upsert with the checkpoint into a table with the columns and indexes of the product's.
 */
export async function bare(client) {
  await client.query('create table public.bare_orders (like orders.order_list including all)');
  await client.query('create table public.bare_checkpoint (position bigint)');
  await client.query('insert into public.bare_checkpoint values (0)');
  for (let position = 0; ;) {
    const { rows } = await client.query({ name: 'page', text: PAGE, values: [position] });
    if (rows.length === 0) return;
    position = Number(rows.at(-1).position);
    const orders = new Map();
    const begun = rows[0].version > 1 ? [idOf(rows[0])] : [];
    const { rows: known } = await client.query({ name: 'known', text: KNOWN, values: [begun] });
    for (const row of known) orders.set(row.order_id, row);
    for (const row of rows) orders.set(idOf(row), folded(orders.get(idOf(row)), row));
    await client.query({
      name: 'store',
      text: STORE,
      values: [JSON.stringify([...orders.values()], plain), position],
    });
  }
}

/** A peer makes int8 a BigInt for the whole process. */
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);

const idOf = ({ stream_id }) => stream_id.slice('order-'.length);

function folded(order, { position, stream_id, version, type, data, occurred_at: at }) {
  const told = JSON.parse(data);
  switch (type) {
    case 'OrderCreated': {
      const { orderId, customerId, currency, items } = told;
      const columns = { order_id: orderId, customer_id: customerId, currency, created_at: at };
      const state = { status: 'draft', customerId, currency, items, createdAt: at };
      return summed({ ...columns, created_position: position }, version, state);
    }
    case 'OrderItemAdded': {
      const { orderId: _, ...item } = told;
      return summed(order, version, { ...order.state, items: [...order.state.items, item] });
    }
    case 'OrderCancelled': {
      const { orderId: _, ...cancellationReason } = told;
      return summed(order, version, {
        ...order.state,
        status: 'cancelled',
        cancelledAt: at,
        cancellationReason,
      });
    }
    default:
      throw new Error(`${type} in ${stream_id}`);
  }
}

const summed = (order, version, state) => ({
  ...order,
  status: state.status,
  total_minor: state.items.reduce(
    (sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor,
    0,
  ),
  skus: state.items.map(({ sku }) => sku),
  version,
  state,
});

export async function caughtUp(url, client) {
  const app = await inside(url, ['subscriptions']);
  const text = `select count(*)::int as all, count(*) filter (where state <> 'running')::int as stopped,
      min(position) = (select max(position) from platform.events) as "isThere",
      (select count(*)::int from platform.parked) as parked
    from platform.subscriptions`;
  try {
    for (;;) {
      const [told] = (await client.query(text)).rows;
      if (told.stopped + told.parked > 0) throw new Error(`not caught up: ${JSON.stringify(told)}`);
      if (told.all > 0 && told.isThere) return;
      await sleep(50);
    }
  } finally {
    await app.close();
  }
}

export async function rebuilt(url) {
  const app = await inside(url);
  try {
    const rebuilder = await provider(app, 'platform/read-models/rebuilder', 'Rebuilder');
    const database = await provider(app, 'platform/event-store/database', 'Database');
    const why = { requestedBy: 'service:bench', reason: 'bench' };
    const { id } = await rebuilder.request(database, 'orders.order-list', 'switch', why);
    await rebuilder.perform(id, new AbortController().signal);
  } finally {
    await app.close();
  }
}
