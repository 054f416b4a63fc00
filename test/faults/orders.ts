import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/platform/event-store/database.js';
import { newId } from '../../src/platform/core/ids.js';
import type { Instance } from './instance.js';

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
export async function placed(instance: () => Instance, order: Placed): Promise<OrderBody> {
  const key = order.key ?? newId();
  for (let attempt = 0; attempt < 200; attempt++) {
    const reply = await instance()
      .call<OrderBody>('POST', '/v1/orders', { key, body: orderBody(order) })
      .catch(() => undefined);
    if (reply && reply.status < 300) return reply.body;
    if (reply && reply.status < 500 && reply.status !== 409 && reply.status !== 429) {
      throw new Error(`refused: ${JSON.stringify(reply.body)}`);
    }
    await sleep(50);
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
       left join audit.events c on c.event_id::text = e.causation_id
       where e.causation_id is not null and (c.event_id is null or c.global_pos >= e.global_pos)`,
    'two sagas for one order': 'select order_id from audit.sagas group by order_id having count(*) > 1',
  };
  const found: string[] = [];
  for (const [what, sql] of Object.entries(checks)) {
    const rows = await database.query(sql);
    if (rows.length > 0) found.push(`${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
