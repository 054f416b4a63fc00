import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/platform/core/ids.js';
import { startTwo, type Cluster } from './cluster.js';
import { startInstance } from './instance.js';
import type { Reply } from '../client.js';
import { allRested, answered, orderBody, stocked, violations, type Met, type OrderBody } from './orders.js';

const isReply = (met: Met): met is Reply<OrderBody> => met.status !== 'broken';
const times = <Item>(n: number, make: (i: number) => Item): Item[] =>
  Array.from({ length: n }, (_, i) => make(i));

/** As many as `npm run chaos` sends; fewer are a crowd as well. */
const buyers = process.env['WAYBILL_CHAOS_SECONDS'] === undefined ? 250 : 1_000;

jest.setTimeout(120_000);

describe('A crowd before two instances', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startTwo();
  });
  afterAll(() => cluster.close());

  it(`${buyers} buyers for ten units: ten get one, all others hear why not`, async () => {
    await stocked(cluster.next(), 'RUSH', 10);
    const met: Met[] = [];
    const buyer = () => answered(cluster.next, { sku: 'RUSH' }, (reply) => met.push(reply));
    const orders = await Promise.all(times(buyers, buyer));
    expect(new Set(orders.map(({ body }) => body.id)).size).toBe(buyers);
    expect(await allRested(cluster.database)).toEqual({ 'insufficient-stock': buyers - 10, shipped: 10 });
    const odd = met.filter((reply) => reply.status !== 202 && reply.status !== 503);
    expect(odd).toEqual([]);
    for (const { headers } of met.filter(isReply).filter(({ status }) => status === 503)) {
      expect(headers.get('content-type')).toMatch(/problem\+json/);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const stock = await cluster.next().call('GET', '/v1/stock/RUSH');
    expect(stock.body).toMatchObject({ onHand: 0, reserved: 0, available: 0 });
    expect(await violations(cluster.database)).toEqual([]);
  });

  it('five copies of each request at once, and the death of an instance in between: one order for each key', async () => {
    await stocked(cluster.next(), 'COPY', 100_000);
    const keys = times(60, () => newId());
    const before = await cluster.database.query('select 1 from audit.orders');
    let heard = 0;
    const copies = keys.map(async (key, i) => {
      await sleep(i * 15);
      return Promise.all(
        times(5, async () => {
          const reply = await answered(cluster.next, { sku: 'COPY', key });
          heard++;
          return reply;
        }),
      );
    });
    const death = (async () => {
      while (heard < 40) await sleep(5);
      await cluster.instances[0]!.kill();
      cluster.instances[0] = await startInstance(cluster.url);
    })();
    const answers = await Promise.all(copies);
    await death;
    for (const [first, ...others] of answers) {
      for (const other of others) {
        expect([other.status, other.text]).toEqual([first!.status, first!.text]);
        expect(other.headers.get('location')).toBe(first!.headers.get('location'));
      }
    }
    await allRested(cluster.database);
    const after = await cluster.database.query('select 1 from audit.orders');
    expect(after.length - before.length).toBe(keys.length);
    expect(await violations(cluster.database)).toEqual([]);
    await keysKeepTheirPromise(
      keys,
      answers.map(([first]) => first!),
    );
  });

  /** INVARIANTS H1, H2, H4: long after the crash. */
  async function keysKeepTheirPromise(keys: string[], answers: Reply<OrderBody>[]) {
    const post = (body: object, key?: string, as?: { customer: string }) =>
      cluster.next().call<OrderBody>('POST', '/v1/orders', { body, ...(key && { key }), ...(as && { as }) });
    const body = orderBody({ sku: 'COPY' });
    const replays = await Promise.all(keys.map((key) => post(body, key)));
    expect(replays.map(({ text }) => text)).toEqual(answers.map(({ text }) => text));
    expect(replays.every(({ headers }) => headers.get('idempotency-replayed') === 'true')).toBe(true);
    const [key] = keys;
    expect((await post(orderBody({ sku: 'COPY', quantity: 2 }), key)).status).toBe(422);
    expect((await post(body)).status).toBe(400);
    const another = await post(body, key, { customer: body.customerId });
    expect(another.status).toBe(202);
    expect(another.body.id).not.toBe(answers[0]!.body.id);
  }
});
