import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/core/actor.js';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { projects } from '../platform/read-models/read-models.js';
import { RebuildStore } from '../platform/read-models/rebuild-store.js';
import { Rebuilder } from '../platform/read-models/rebuilder.js';
import { testDatabase, type TestDatabase } from '../platform/testing/database.js';
import { eventually } from '../platform/testing/eventually.js';
import { startInstance, type Instance } from '../platform/testing/instance.js';
import { ListOrders, orderFilter } from './contract.js';
import { ListOrdersHandler, orderList, OrderListRow } from './order-list.js';
import { order } from './order.decider.js';
import {
  OrderAddressChanged,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderItemAdded,
  OrderItemRemoved,
  OrderPaid,
  OrderShipped,
} from './order.events.js';
import { type OrderEvent } from './order.state.js';

const [ada, bob, cy] = [newId(), newId(), newId()];
const operator: Actor = { role: 'operator', id: 'ops' };
const item = (sku: string, quantity = 1) => ({
  sku,
  name: sku,
  quantity,
  unitPrice: { amountMinor: 500, currency: 'EUR' },
});
const shippingAddress = { name: "O'Brien", line1: '1 St', city: 'Łódź', postalCode: 'N1', country: 'PL' };
const paymentMethod = { type: 'card', token: 'tok_ok' } as const;

describe('The list of orders', () => {
  let db: TestDatabase;
  let waybill: Instance;
  let position = 0;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    db = await testDatabase();
    waybill = await startInstance(db.url, { providers: [projects(orderList)], entities: [OrderListRow] });
  });
  afterAll(async () => {
    await waybill.stop();
    await db.drop();
  });

  const happens = async (id: string, ...events: OrderEvent[]) => {
    for (const event of events) {
      const written = await waybill.store.execute(order, id, systemContext('spec'), () => [event]);
      position = written.position;
    }
  };
  const created = async (name: string, customerId: string, ...skus: string[]) => {
    const orderId = (ids[name] = newId());
    await happens(
      orderId,
      new OrderCreated({ orderId, customerId, currency: 'EUR', items: skus.map((sku) => item(sku)) }),
    );
    return orderId;
  };
  const list = async (query: object = {}, actor = operator) => {
    expect(await waybill.progress.waitFor(orderList.name, position, 5_000)).toBe(true);
    const rows = waybill.module.get(DataSource).getRepository(OrderListRow);
    return new ListOrdersHandler(rows).execute(new ListOrders(orderFilter.parse(query), actor));
  };
  const names = async (query: object = {}, actor = operator) =>
    (await list(query, actor)).items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));

  it('shows every order as a single read shows it, newest first', async () => {
    const first = await created('first', ada, 'MUG');
    await created('second', bob, 'POT', 'MUG');
    await created('third', ada);
    await happens(
      first,
      new OrderItemAdded({ orderId: first, ...item('JAR', 3) }),
      new OrderItemRemoved({ orderId: first, sku: 'JAR', quantity: 1 }),
      new OrderAddressChanged({ orderId: first, shippingAddress }),
    );
    expect(await names()).toEqual(['third', 'second', 'first']);
    const { items } = await list({ sku: 'JAR' });
    expect(items).toMatchObject([
      {
        ...{ id: first, customerId: ada, status: 'draft', shippingAddress, version: 4 },
        total: { amountMinor: 1500, currency: 'EUR' },
        items: [
          { sku: 'MUG' },
          { sku: 'JAR', quantity: 2, lineTotal: { amountMinor: 1000, currency: 'EUR' } },
        ],
      },
    ]);
  });

  it('finds by customer, status, SKU and time of creation, alone and together', async () => {
    const [first, second] = [ids['first']!, ids['second']!];
    const terms = { orderId: second, customerId: bob, currency: 'EUR', items: [item('POT'), item('MUG')] };
    const total = { amountMinor: 1000, currency: 'EUR' };
    await happens(second, new OrderConfirmed({ ...terms, total, shippingAddress, paymentMethod }));
    await happens(first, new OrderCancelled({ orderId: first, code: 'operator', detail: 'x' }));
    expect(await names({ status: 'confirmed' })).toEqual(['second']);
    expect(await names({ status: 'cancelled' })).toEqual(['first']);
    expect(await names({ status: 'returned' })).toEqual([]);
    expect(await names({ customerId: ada })).toEqual(['third', 'first']);
    expect(await names({ sku: 'MUG' })).toEqual(['second', 'first']);
    expect(await names({ sku: 'MU' })).toEqual([]);
    expect(await names({ sku: 'MUG', customerId: ada, status: 'cancelled' })).toEqual(['first']);
    const { createdAt } = (await list({ status: 'confirmed' })).items[0]!;
    expect(await names({ from: createdAt })).toEqual(['third', 'second']);
    expect(await names({ to: createdAt })).toEqual(['first']);
  });

  it('shows a customer nothing but their own, whatever the filter says', async () => {
    const asAda: Actor = { role: 'customer', id: ada };
    expect(await names({}, asAda)).toEqual(['third', 'first']);
    expect(await names({ customerId: bob }, asAda)).toEqual([]);
  });

  it('goes page by page, also when orders come in between', async () => {
    const seen: (string | undefined)[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id)));
      cursor = page.nextCursor;
      if (seen.length === 1) await created('late', bob, 'MUG');
    } while (cursor);
    expect(seen).toEqual(['third', 'second', 'first']);
  });

  it('is the same when it is computed again from the first event', async () => {
    const paymentId = newId();
    const second = ids['second']!;
    await happens(
      second,
      new OrderPaid({ orderId: second, paymentId }),
      new OrderShipped({ orderId: second, shipmentId: newId(), carrier: 'C', trackingNumber: 'T' }),
    );
    const live = await list();
    const rebuilder = waybill.module.get(Rebuilder);
    const why = { requestedBy: 'spec', reason: 'to compare' };
    const { id } = await rebuilder.request(waybill.database, orderList.name, 'verify', why);
    rebuilder.beat();
    const ended = await eventually(async () => {
      const rebuild = await waybill.module.get(RebuildStore).find(id);
      return rebuild?.state === 'running' ? undefined : rebuild;
    });
    expect(ended).toMatchObject({ state: 'done', comparison: { differences: 0 } });
    expect(await list()).toEqual(live);
  });

  it('and the auditor agree about every order', async () => {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    try {
      await client.query('set role waybill_auditor');
      const { rows } = await client.query('select * from audit.orders order by order_id');
      const shown = (await list()).items.map((one) => ({
        ...{ order_id: one.id, customer_id: one.customerId, status: one.status },
        ...{
          total_minor: one.total.amountMinor,
          currency: one.total.currency,
          version: one.version,
          cancelled_minor: 0,
        },
      }));
      expect(rows).toEqual(shown.sort((a, b) => (a.order_id < b.order_id ? -1 : 1)));
      await expect(client.query('select 1 from orders.order_heads')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('select 1 from orders.order_list')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  it('and even the database would not take an order that is shipped and cancelled', async () => {
    const orderId = ids['second']!;
    const cook = `update orders.order_heads set cancelled = true where order_id = $1`;
    await expect(waybill.database.query(cook, [orderId])).rejects.toMatchObject({
      constraint: 'never_shipped_and_cancelled',
    });
  });

  it('has short pages where orders are large, and comes to its end', async () => {
    const skus = Array.from({ length: 1_000 }, (_, i) => `LARGE-${i}`.padEnd(64, 'X'));
    const large = Array.from({ length: 12 }, (_, i) => `large-${i}`);
    for (const name of large) await created(name, cy, ...skus);
    const seen: unknown[] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page = await list({ limit: 100, customerId: cy, ...(cursor && { cursor }) });
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(1_000_000);
      expect(page.items.every(({ items }) => items.length === 1_000)).toBe(true);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(large.map((name) => ids[name]).reverse());
  });
});
