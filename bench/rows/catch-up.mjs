/** A log of orders heard from its beginning by every subscription of the product, and one read model made anew. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inside, provider } from '../lib/inside.mjs';
import { costed } from '../lib/measure.mjs';
import { migrated } from '../lib/migrated.mjs';
import { connected } from '../lib/server.mjs';

export const name = 'catch-up';
export const about =
  'events a second; ratio to the bare pages, parsed, folded and upserted with their checkpoint';

/** Drafts that were cancelled: no saga has anything to do with them. */
const ORDERS = `insert into platform.events (stream_id, version, event_id, type, schema_version, data, metadata, command_id, command_index, recorded_at, occurred_at)
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

export async function run({ server, rounds, quick }) {
  const orders = quick ? 3_000 : 20_000;
  const events = orders * 4;
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const url = await server.database('bench_catch_up');
    await migrated(url);
    const client = await connected(url);
    await client.query(ORDERS, [orders]);
    await client.query('vacuum analyze platform.events');
    // What the program takes to be loaded is none of the subjects.
    await (await inside(url)).close();
    const subjects = [
      ['bare: pages folded into rows', () => bare(client)],
      ['Waybill: all subscriptions catch up', () => caughtUp(url, client)],
      ['Waybill: the order list made anew', () => rebuilt(url)],
    ];
    let first;
    for (const [subject, work] of subjects) {
      const {
        writes: _,
        walKiB: __,
        ...told
      } = await costed({ server }, async () => {
        const began = performance.now();
        await work();
        return { pieces: events / 1_000, perSecond: events / ((performance.now() - began) / 1_000) };
      });
      first ??= told;
      measured.push({ subject, ...told, ratio: first.cpuMs.total / told.cpuMs.total });
    }
    await client.end();
  }
  return { measured };
}

/** What anybody would write: a page as text, parsed, folded, one upsert with the checkpoint. */
async function bare(client) {
  await client.query(
    'create table public.bare_orders (id uuid primary key, status text, version int, state json)',
  );
  await client.query('create table public.bare_checkpoint (position bigint)');
  await client.query('insert into public.bare_checkpoint values (0)');
  const page = `select position, stream_id, version, type, data::text from platform.events
    where position > $1 order by position limit 1000`;
  const store = `with stored as (
      insert into public.bare_orders select * from json_populate_recordset(null::public.bare_orders, $1::json)
      on conflict (id) do update set status = excluded.status, version = excluded.version, state = excluded.state)
    update public.bare_checkpoint set position = $2`;
  for (let position = 0; ;) {
    const { rows } = await client.query({ name: 'page', text: page, values: [position] });
    if (rows.length === 0) return;
    position = Number(rows.at(-1).position);
    const orders = new Map();
    for (const { stream_id, version, type, data } of rows) {
      const id = stream_id.slice(6);
      const { state = { items: [] } } = orders.get(id) ?? {};
      const told = JSON.parse(data);
      if (type === 'OrderItemAdded') state.items.push(told);
      orders.set(id, { id, status: type, version, state: { ...state, last: told } });
    }
    await client.query({
      name: 'store',
      text: store,
      values: [JSON.stringify([...orders.values()]), position],
    });
  }
}

async function caughtUp(url, client) {
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

async function rebuilt(url) {
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
