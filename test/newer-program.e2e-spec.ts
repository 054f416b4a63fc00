import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { violations } from './contract/violations.js';
import { startApp, type TestApp } from './app.js';
import { address, order, product } from './builders.js';

describe('While a newer program runs beside this one', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp();
    for (const sku of ['MUG', 'CUP']) {
      await waybill.send('POST', '/v1/products', { body: product(sku) });
      await waybill.send('POST', `/v1/stock/${sku}/receipts`, { body: { quantity: 10 }, key: newId() });
    }
  });
  afterAll(() => waybill.close());

  const draft = async (): Promise<string> => {
    const body = order(waybill.customerId, { confirm: false });
    return String(
      (await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body })).body['id'],
    );
  };

  /** What the other program would store: an event of its own at the end of the stream. */
  const written = (stream: string, type: string, version: number) =>
    waybill.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select stream_id, version + 1, gen_random_uuid(), gen_random_uuid(), 0, $2, $3, data, metadata, occurred_at
       from platform.events where stream_id = $1 order by version desc limit 1`,
      [stream, type, version],
    );

  it.each([
    ['an event it does not know', 'OrderGiftWrapped', 1],
    ['a version it does not know', 'OrderItemAdded', 9],
  ])(
    'an order with %s answers 503 on every route, and says that an upgrade ends it',
    async (_, type, version) => {
      const id = await draft();
      await written(`order-${id}`, type, version);
      const as = 'customer';
      const replies = await Promise.all([
        waybill.send('GET', `/v1/orders/${id}`, { as }),
        waybill.send('GET', `/v1/orders/${id}/timeline`, { as }),
        waybill.send('GET', `/v1/orders/${id}/fulfilment`, { as }),
        waybill.send('GET', `/v1/orders/${id}/live`, { as }),
        waybill.send('POST', `/v1/orders/${id}/items`, {
          as,
          key: newId(),
          body: { sku: 'CUP', quantity: 1 },
        }),
        waybill.send('PUT', `/v1/orders/${id}/shipping-address`, { as, body: address }),
        waybill.send('POST', `/v1/orders/${id}/confirm`, { as, key: newId() }),
        waybill.send('POST', `/v1/orders/${id}/cancel`, { as, key: newId(), body: { reason: 'no' } }),
      ]);
      for (const { status, headers, body } of replies) {
        expect(body).toMatchObject({
          ...{ status: 503, code: 'written-by-newer-program', retryable: true },
          needs: { eventType: type, version },
        });
        expect([status, headers.get('retry-after')]).toEqual([503, '30']);
      }
    },
  );

  it('the same holds for a product and for stock', async () => {
    await written('product-CUP', 'ProductUpdated', 7);
    await written('stock-CUP', 'StockGuessed', 1);
    for (const path of ['/v1/products/CUP', '/v1/stock/CUP']) {
      expect((await waybill.send('GET', path)).body['code']).toBe('written-by-newer-program');
    }
    const body = { quantity: 1 };
    const receipt = await waybill.send('POST', '/v1/stock/CUP/receipts', { key: newId(), body });
    expect([receipt.status, receipt.body['code']]).toEqual([503, 'written-by-newer-program']);
  });

  it('an auditor finds what no program can read and nobody waits with, and nothing else', async () => {
    const [, rule] = violations.find(([name]) => name.startsWith('E11'))!;
    const id = await draft();
    await eventually(async () => (await waybill.database.query(rule)).length === 0);
    await written(`order-${id}`, 'OrderAddressChanged', 1);
    await written(`order-${id}`, 'OrderItemAdded', 7);
    await written(`order-${id}`, 'OrderAddressChanged', 1);
    // Nobody asks for this one, except perhaps in the program that wrote it.
    await written('stock-MUG', 'StockReceived', 7);
    await eventually(async () => (await waybill.database.query(rule)).length === 0);
    await waybill.database.query(
      `delete from platform.parked where stream_id = $1 and reason = 'newer-program'`,
      [`order-${id}`],
    );
    const lost = await waybill.database.query(
      `select event_id from platform.events where stream_id = $1 and schema_version = 7`,
      [`order-${id}`],
    );
    expect(lost).toHaveLength(1);
    expect(await waybill.database.query(rule)).toEqual(lost);
    await waybill.database.query('delete from platform.programs');
    expect(await waybill.database.query(rule)).toEqual([]);
  });

  it('the problem has a page that says what to do, and other orders are served', async () => {
    const { body } = await waybill.send('GET', '/problems/written-by-newer-program', {
      headers: { accept: 'application/json' },
    });
    expect(body).toMatchObject({ status: 503, fix: expect.stringContaining('upgrade') });
    const other = await draft();
    expect((await waybill.send('GET', `/v1/orders/${other}`)).status).toBe(200);
  });
});
