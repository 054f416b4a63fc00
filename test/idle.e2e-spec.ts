import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../src/platform/core/ids.js';
import { EventLog } from '../src/platform/event-store/event-log.js';
import { CLAIM, DUE } from '../src/platform/sagas/task-statements.js';
import { SubscriptionCoordinator } from '../src/platform/subscriptions/subscription-coordinator.js';
import { SubscriptionRegistry } from '../src/platform/subscriptions/subscription.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { order, product } from './builders.js';

jest.setTimeout(120_000);

const POLL_MS = 250;

describe('What an instance asks of its database', () => {
  let waybill: TestApp;
  const original = pg.Client.prototype.query as (...call: unknown[]) => unknown;
  beforeAll(async () => {
    waybill = await startApp({ config: { SUBSCRIPTION_POLL_MS: POLL_MS, LEASE_SECONDS: 5 } });
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => waybill.close());

  /** Every statement of the process from now on. */
  const watch = (): string[] => {
    const texts: string[] = [];
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...call: unknown[]
    ) {
      const [first] = call as [string | { text: string }];
      texts.push(typeof first === 'string' ? first : first.text);
      return Reflect.apply(original, this, call) as never;
    });
    return texts;
  };

  it('is short questions while it has nothing to do, and no more of them than its polls and leases need', async () => {
    const price = { amountMinor: 100, currency: 'EUR' };
    const body = { sku: 'IDLE-1', name: 'Thing', category: 'things', price };
    expect((await waybill.send('POST', '/v1/products', { body })).status).toBeLessThan(300);
    const all = waybill.app.get(SubscriptionRegistry, { strict: false }).all().length;
    await eventually(
      () => waybill.app.get(SubscriptionCoordinator, { strict: false }).running().length === all,
    );
    const texts = watch();
    const times = (part: string) => texts.filter((text) => text.includes(part)).length;
    await eventually(() => times(DUE) > 4);
    texts.length = 0;
    const began = performance.now();
    await sleep(6_000);
    const seconds = (performance.now() - began) / 1_000;
    expect(times(DUE)).toBeGreaterThan(1);
    const dear = { claims: CLAIM, pages: 'measured as', introductions: 'insert into platform.subscriptions' };
    for (const [name, text] of Object.entries(dear))
      expect({ name, isRare: times(text) <= 1 }).toEqual({ name, isRare: true });
    expect(texts.length).toBeLessThan(seconds * ((3 * 1_000) / POLL_MS + 3) + 10);
  });

  it('is asked ever more seldom then: a second costs a small part of what it costs while anything happens', async () => {
    const texts = watch();
    const looks: number[] = [];
    await eventually(() => {
      const times = texts.splice(0).filter((text) => text === DUE).length;
      for (let n = 0; n < times; n++) looks.push(performance.now());
      return looks.length > 2 && looks.at(-1)! - looks.at(-2)! > 6 * POLL_MS;
    }, 60_000);
    texts.length = 0;
    const began = performance.now();
    await sleep(8_000);
    const seconds = (performance.now() - began) / 1_000;
    // Two looks in two seconds, three statements for leases in five, a stretch of each pair of books (a lease and a
    // look) once in thirty, and what comes once in a while.
    const books = 12;
    expect(texts.length).toBeLessThan(3 * seconds + 10 + books);
  });

  it('is a claim as soon as anything is due', async () => {
    const texts = watch();
    await eventually(() => texts.filter((text) => text === DUE).length > 2);
    await waybill.database.query(
      `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, cause, correlation_id,
         due_at)
       values (gen_random_uuid(), 'left', 'idle', 'timeout', 'wait', 'do', 'idle', 1, gen_random_uuid(), 'idle',
         clock_timestamp() + interval '300 milliseconds')`,
    );
    await eventually(() => texts.includes(CLAIM));
  });

  describe('for orders that come together', () => {
    const ORDERS = 192;
    const AT_ONCE = 64;
    const shipped = `select count(*) as shipped from platform.events where type = 'OrderShipped'`;
    const typesOfOrders = 'select distinct type from platform.events where position > $1';
    /** In milliseconds: nobody sees it. */
    const unseen = 20;
    /** What customers and staff see at once, and what leads an order. */
    const prompt = ['catalog.product-availability', 'fulfilment.saga', 'orders.order-list'];
    let texts: string[];
    let seconds: number;
    let before: number;

    const place = (n: number) =>
      waybill.send('POST', '/v1/orders', { as: 'operator', key: newId(), body: orderOf(n) });
    const orderOf = (n: number) =>
      order(waybill.customerId, { items: [{ sku: `BUSY-${n % 20}`, quantity: 1 }] });

    beforeAll(async () => {
      for (let n = 0; n < 20; n++) {
        await waybill.send('POST', '/v1/products', { key: newId(), body: product(`BUSY-${n}`) });
        const stock = { key: newId(), body: { quantity: 1_000 } };
        expect((await waybill.send('POST', `/v1/stock/BUSY-${n}/receipts`, stock)).status).toBe(201);
      }
      before = await waybill.app.get(EventLog, { strict: false }).head();
      texts = watch();
      const began = performance.now();
      let left = ORDERS;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (left-- > 0) expect((await place(left)).status).toBe(202);
        }),
      );
      await eventually(async () => {
        const [row] = await waybill.database.query<{ shipped: number }>(shipped);
        return row!.shipped === ORDERS;
      });
      seconds = (performance.now() - began) / 1_000;
      jest.restoreAllMocks();
    });

    it('is few statements for each', () => {
      const own = texts.filter((text) => text !== shipped);
      // The second part is for those who look, or take a page, so many times a second, however many orders there are.
      expect(own.length).toBeLessThan(3.5 * ORDERS + 30 * seconds);
    });

    it('is a page for each of those who hear of an order and may not wait long, and they are known', async () => {
      const rows = await waybill.database.query<{ type: string }>(typesOfOrders, [before]);
      const types = new Set(rows.map(({ type }) => type));
      const hearing = waybill.app
        .get(SubscriptionRegistry, { strict: false })
        .all()
        .filter(
          ({ events, lingerMs = 0 }) => lingerMs <= unseen && events.some(({ type }) => types.has(type)),
        );
      expect(hearing.map(({ name }) => name).sort()).toEqual(prompt);
    });
  });
});
