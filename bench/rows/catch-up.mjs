/** A log of orders heard from its beginning by every subscription of the product, and one read model made anew. */
import { median } from 'simple-statistics';
import { setTimeout as sleep } from 'node:timers/promises';
import { inside, provider } from '../lib/inside.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { connected } from '../lib/server.mjs';

export const name = 'catch-up';
export const about =
  'events a second; ratio to bare pages, parsed, folded and upserted with their checkpoint into the same tables; starts apart';

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
const LIST = {
  table: 'bare_orders',
  like: 'orders.order_list',
  columns: [
    ...['order_id', 'customer_id', 'status', 'currency', 'total_minor', 'skus', 'created_at'],
    ...['created_position', 'version', 'state'],
  ],
  folded: foldedList,
};
const FACTS = {
  table: 'bare_facts',
  like: 'analytics.order_facts',
  columns: [
    ...['order_id', 'customer_id', 'currency', 'total_minor', 'units', 'created_at', 'cancelled_at'],
    'cancellation_code',
  ],
  folded: foldedFacts,
};

export async function run({ server, rounds, quick }) {
  const orders = quick ? 3_000 : 20_000;
  const measured = [];
  const withStarts = [];
  for (let round = 0; round < rounds; round++) {
    for (const { limit, ...row } of await oneRound(server, orders)) {
      measured.push(row);
      if (limit) withStarts.push(limit.cpuMs.total / row.cpuMs.total);
    }
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

async function oneRound(server, orders) {
  const url = await server.database('bench_catch_up');
  await migrated(url);
  const client = await connected(url);
  await client.query(ORDERS, [orders]);
  await client.query('vacuum analyze platform.events');
  const told = (work) => cost(server, orders * 4, work);
  const started = async () => (await inside(url)).close();
  const catchUp = () => caughtUp(url, client);
  // What the program takes to be loaded is none of the subjects.
  await started();
  const list = await told(() => bare(client, [LIST]));
  const all = await told(() => bare(client, [LIST, FACTS]));
  const against = async (limit, work, start) => {
    const whole = await told(work);
    const { cpuMs: idle } = await told(start);
    return { ...whole, limit, ratio: limit.cpuMs.total / (whole.cpuMs.total - idle.total) };
  };
  const rows = [
    { subject: 'bare: pages folded into the order list', ...list, ratio: 1 },
    { subject: 'bare: the same, and into the facts of reports', ...all, ratio: 1 },
    { subject: 'Waybill: all subscriptions catch up', ...(await against(all, catchUp, catchUp)) },
    {
      subject: 'Waybill: the order list made anew',
      ...(await against(list, () => rebuilt(url), started)),
    },
  ];
  await client.end();
  return rows;
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
 * What anybody would write for these tables: a page as text, parsed, folded on top of the rows it goes on from, and one
 * upsert with the checkpoint into tables with the columns and indexes of the product's.
 */
async function bare(client, tables) {
  for (const { table, like } of tables) {
    await client.query(`create table public.${table} (like ${like} including all)`);
  }
  await client.query('create table public.bare_checkpoint (position bigint)');
  await client.query('insert into public.bare_checkpoint values (0)');
  const store = storing(tables);
  for (let position = 0; ;) {
    const { rows } = await client.query({ name: 'page', text: PAGE, values: [position] });
    if (rows.length === 0) break;
    position = Number(rows.at(-1).position);
    const events = rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
    const begun = rows[0].version > 1 ? [idOf(rows[0])] : [];
    const pages = [];
    for (const { table, folded } of tables) {
      const text = `select * from public.${table} where order_id = any ($1::uuid[])`;
      const { rows: known } = await client.query({ name: `known ${table}`, text, values: [begun] });
      const page = new Map(known.map((row) => [row.order_id, row]));
      for (const event of events) page.set(idOf(event), folded(page.get(idOf(event)), event));
      pages.push(JSON.stringify([...page.values()], plain));
    }
    await client.query({ name: `store ${tables.length}`, text: store, values: [position, ...pages] });
  }
  await client.query(
    ['bare_checkpoint', ...tables.map(({ table }) => table)]
      .map((name) => `drop table public.${name}`)
      .join(';'),
  );
}

function storing(tables) {
  const stored = tables.map(({ table, columns }, at) => {
    const list = columns.join(', ');
    const changed = columns.slice(1).map((name) => `${name} = excluded.${name}`);
    return `stored_${at} as (
      insert into public.${table} (${list})
      select ${list} from json_populate_recordset(null::public.${table}, $${at + 2}::json)
      on conflict (order_id) do update set ${changed.join(', ')})`;
  });
  return `with ${stored.join(', ')} update public.bare_checkpoint set position = $1`;
}

/** A peer makes int8 a BigInt for the whole process. */
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);

const idOf = ({ stream_id }) => stream_id.slice('order-'.length);

function foldedList(order, { position, stream_id, version, type, data, occurred_at: at }) {
  const { orderId, ...told } = data;
  switch (type) {
    case 'OrderCreated': {
      const { customerId, currency, items } = told;
      const columns = { order_id: orderId, customer_id: customerId, currency, created_at: at };
      const state = { status: 'draft', customerId, currency, items, createdAt: at };
      return summed({ ...columns, created_position: position }, version, state);
    }
    case 'OrderItemAdded':
      return summed(order, version, { ...order.state, items: [...order.state.items, told] });
    case 'OrderCancelled':
      return summed(order, version, {
        ...order.state,
        status: 'cancelled',
        cancelledAt: at,
        cancellationReason: told,
      });
    default:
      throw new Error(`${type} in ${stream_id}`);
  }
}

function foldedFacts(facts, { type, data, occurred_at: at }) {
  switch (type) {
    case 'OrderCreated': {
      const { orderId, customerId, currency, items } = data;
      const columns = { order_id: orderId, customer_id: customerId, currency, created_at: at };
      return {
        ...columns,
        total_minor: totalOf(items),
        units: items.reduce((sum, { quantity }) => sum + quantity, 0),
      };
    }
    case 'OrderCancelled':
      return { ...facts, cancelled_at: at, cancellation_code: data.code };
    default:
      return facts;
  }
}

const totalOf = (items) =>
  items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0);

const summed = (order, version, state) => ({
  ...order,
  status: state.status,
  total_minor: totalOf(state.items),
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
