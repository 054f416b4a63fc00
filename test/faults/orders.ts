import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/platform/event-store/database.js';
import { newId } from '../../src/platform/core/ids.js';
import type { Instance, Reply } from './instance.js';

export interface OrderBody {
  id: string;
  status: string;
  version: number;
  cancellationReason?: { code: string };
}

const address = {
  name: 'Ada Byron',
  line1: '1 Analytical St',
  city: 'London',
  postalCode: 'N1 7AA',
  country: 'GB',
};

/** A product with stock. */
export async function stocked(instance: Instance, sku: string, quantity: number): Promise<void> {
  const price = { amountMinor: 1_250, currency: 'EUR' };
  const product = { sku, name: `Thing ${sku}`, category: 'things', price };
  await instance.call('POST', '/v1/products', { key: newId(), body: product });
  await instance.call('POST', `/v1/stock/${sku}/receipts`, { key: newId(), body: { quantity } });
}

export interface Placed {
  readonly sku: string;
  readonly quantity?: number;
  readonly token?: string;
  readonly country?: string;
  readonly postalCode?: string;
  readonly key?: string;
}

export const orderBody = ({
  sku,
  quantity = 1,
  token = 'tok_ok',
  country = 'GB',
  postalCode = 'N1 7AA',
}: Placed) => ({
  customerId: '019a9f00-0000-7000-8000-00000000000a',
  currency: 'EUR',
  items: [{ sku, quantity }],
  shippingAddress: { ...address, country, postalCode },
  paymentMethod: { type: 'card', token },
  confirm: true,
});

/** Places and confirms an order; repeats the request under one key until it is answered for certain. */
export const placed = async (instance: () => Instance, order: Placed): Promise<OrderBody> =>
  (await answered(instance, order)).body;

/** What a client met on the way to an answer: the reply to each try, or the error of its connection. */
export type Met = Reply<OrderBody> | Error;

/** @param meets is told of every try */
export async function answered(
  instance: () => Instance,
  order: Placed,
  meets: (met: Met) => void = () => undefined,
): Promise<Reply<OrderBody>> {
  const key = order.key ?? newId();
  const body = orderBody(order);
  for (let attempt = 0; attempt < 400; attempt++) {
    const met = await instance()
      .call<OrderBody>('POST', '/v1/orders', { key, body })
      .catch((error: unknown) => error as Error);
    meets(met);
    if (!(met instanceof Error)) {
      if (met.status < 300) return met;
      if (met.status < 500 && met.status !== 409 && met.status !== 429) throw new Error(`refused: ${met.text}`);
    }
    await sleep(50 + Math.random() * 50);
  }
  throw new Error('the order was never answered');
}

/** Waits until the order and its saga rest, whoever is alive to bring that about. */
export async function rested(database: Database, orderId: string, patienceMs = 20_000): Promise<string> {
  let status = 'unknown';
  for (let waited = 0; waited < patienceMs; waited += 50) {
    const [order] = await database.query<{ status: string }>(
      'select status from audit.orders where order_id = $1',
      [orderId],
    );
    const open = await database.query(
      `select 1 from platform.saga_tasks where saga_id = $1 and state = 'open' and kind = 'command'`,
      [orderId],
    );
    status = order?.status ?? status;
    if (/shipped|cancelled/.test(status) && open.length === 0) return status;
    await sleep(50);
  }
  const tasks = await database.query('select * from platform.saga_tasks where saga_id = $1', [orderId]);
  const subscriptions = await database.query('select * from platform.subscriptions');
  throw new Error(`order ${orderId} still ${status}: ${JSON.stringify({ tasks, subscriptions }, null, 1)}`);
}

/**
 * Waits until every order and every saga rests.
 *
 * @returns how many orders have ended in which way: `shipped`, or the code of the reason for cancelling
 */
export async function allRested(database: Database, patienceMs = 60_000): Promise<Record<string, number>> {
  const waking = `select count(*) as n from audit.orders o
    where o.status not in ('draft', 'shipped', 'cancelled') or exists (
      select 1 from platform.saga_tasks t
      where t.saga_id = o.order_id::text and t.state = 'open' and t.kind = 'command')`;
  for (const end = performance.now() + patienceMs; ; await sleep(200)) {
    const [row] = await database.query<{ n: number }>(waking);
    if (row?.n === 0) break;
    if (performance.now() > end) throw new Error(`${row?.n} orders do not rest: ${await whatKeeps(database)}`);
  }
  const ends = await database.query<{ how: string; n: number }>(
    `select coalesce(e.payload->>'code', o.status) as how, count(*) as n from audit.orders o
     left join audit.events e on e.stream_id = 'order-' || o.order_id and e.event_type = 'OrderCancelled'
     group by 1 order by 1`,
  );
  return Object.fromEntries(ends.map(({ how, n }) => [how, n]));
}

async function whatKeeps(database: Database): Promise<string> {
  const tasks = await database.query(`select * from platform.saga_tasks where state <> 'done' limit 5`);
  const parked = await database.query('select * from audit.parked where resolved_at is null limit 5');
  const subscriptions = await database.query('select * from platform.subscriptions');
  return JSON.stringify({ tasks, parked, subscriptions }, null, 1);
}

/** What outsiders can check at rest: see INVARIANTS I1-I6, M3, M4, S2-S4. Answers every violation. */
export async function violations(database: Database): Promise<string[]> {
  const checks: Record<string, string> = {
    'stock below zero or over-reserved': 'select * from audit.stock where reserved < 0 or reserved > on_hand',
    'units not conserved':
      'select * from audit.stock where received + returned <> on_hand + shipped + written_off',
    'a hold without a living order': `select r.* from audit.reservations r join audit.orders o using (order_id)
       where r.state = 'held' and o.status in ('shipped', 'cancelled')`,
    'a shipped order whose stock did not leave': `select r.* from audit.reservations r join audit.orders o using (order_id)
       where o.status = 'shipped' and r.state <> 'committed'`,
    'charged more than once': `select order_id from audit.payments where captured_minor > 0 group by order_id having count(*) > 1`,
    'a charge nobody knows': `select c.key from simulator.charges c
       left join audit.payments p on p.gateway_key = c.key where p.payment_id is null`,
    'a cancelled order that keeps money': `select p.* from audit.payments p join audit.orders o using (order_id)
       where o.status = 'cancelled' and p.captured_minor <> p.refunded_minor`,
    'a shipped order that is not paid': `select o.* from audit.orders o left join audit.payments p using (order_id)
       where o.status = 'shipped' and coalesce(p.captured_minor - p.refunded_minor, 0) <> o.total_minor`,
    'a cancelled order with a parcel under way': `select s.* from audit.shipments s join audit.orders o using (order_id)
       where o.status = 'cancelled' and s.state = 'dispatched'`,
    'a stream with a gap': `select stream_id from audit.events group by stream_id
       having count(*) <> max(version) or min(version) <> 1`,
    'a cause that does not come before': `select e.event_id from audit.events e
       left join audit.events c on c.event_id = e.causation_id
       where e.causation_id is not null and (c.event_id is null or c.global_pos >= e.global_pos)`,
    'a step that began before the one before it was done': `select s.* from audit.saga_steps s
       join audit.saga_steps d on d.saga_id = s.saga_id and d.direction = 'forward' and d.outcome = 'done'
         and (d.step, s.step) in (('reserve', 'pay'), ('pay', 'ship'))
       where s.direction = 'forward' and s.outcome = 'started' and s.at_global_pos < d.at_global_pos`,
    'done and not taken back, or taken back and not done': `select g.saga_id, f.step from audit.sagas g
       join (select saga_id, step,
           count(*) filter (where direction = 'forward' and outcome in ('done', 'unknown')) > 0 as took,
           count(*) filter (where direction = 'compensate' and outcome = 'done') as back
         from audit.saga_steps group by saga_id, step) f using (saga_id)
       where f.back <> case when g.state = 'compensated' and f.took then 1 else 0 end`,
    'a fencing token that goes back': `select * from (
         select stream_id, version, fencing_token, max(fencing_token) over (order by global_pos) as highest
         from audit.events where stream_type = 'fulfilment') e
       where fencing_token < highest`,
    'both cancelled and shipped': `select stream_id from audit.events
       where event_type in ('OrderShipped', 'OrderCancelled') group by stream_id having count(*) > 1`,
    'no answer, kept as one': 'select * from audit.idempotency where http_status >= 500',
    'something set aside': 'select * from audit.parked where resolved_at is null',
    'two sagas for one order': 'select order_id from audit.sagas group by order_id having count(*) > 1',
  };
  const found: string[] = [];
  for (const [what, sql] of Object.entries(checks)) {
    const rows = await database.query(sql);
    if (rows.length > 0) found.push(`${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
