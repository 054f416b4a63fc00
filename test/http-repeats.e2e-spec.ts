import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { startApp, type TestApp } from './app.js';
import type { Reply } from './client.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp();
  for (const sku of ['MUG', 'POT']) {
    await waybill.send('POST', '/v1/products', {
      body: { sku, name: `A ${sku}`, category: 'kitchen', price: { amountMinor: 500, currency: 'EUR' } },
    });
  }
});
afterAll(() => waybill.close());

const draft = async (quantity: number): Promise<string> => {
  const items = [
    { sku: 'MUG', quantity },
    { sku: 'POT', quantity: 1 },
  ];
  const made = await waybill.send('POST', '/v1/orders', {
    as: 'customer',
    key: newId(),
    body: { customerId: waybill.customerId, currency: 'EUR', items },
  });
  return `/v1/orders/${String(made.body['id'])}`;
};
const mugsIn = async (path: string): Promise<unknown> => {
  const { body } = await waybill.send('GET', path, { as: 'customer' });
  return (body['items'] as unknown as { sku: string; quantity: number }[]).find(({ sku }) => sku === 'MUG')
    ?.quantity;
};
const sameAnswer = (again: Reply, first: Reply) => {
  expect([again.status, again.text]).toEqual([first.status, first.text]);
  for (const name of ['etag', 'event-position', 'location']) {
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  }
  expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
    null,
    'true',
  ]);
};
const twice = async (method: string, path: string, options: Parameters<TestApp['send']>[2]) => {
  const send = () => waybill.send(method, path, { key: 'the-same', as: 'customer', ...options });
  const first = await send();
  const again = await send();
  sameAnswer(again, first);
  return first;
};

describe('under the same Idempotency-Key', () => {
  it('DELETE of one unit takes out one unit, however often it is sent', async () => {
    const path = await draft(5);
    const first = await twice('DELETE', `${path}/items/MUG?quantity=1`, { key: newId() });
    expect(first.status).toBe(200);
    expect(await mugsIn(path)).toBe(4);
  });

  it('DELETE of a whole line answers a repeat as the first time, though the line is gone', async () => {
    const path = await draft(5);
    expect((await twice('DELETE', `${path}/items/MUG`, { key: newId() })).status).toBe(200);
  });

  it('a refused DELETE stays refused', async () => {
    const path = await draft(5);
    const gone = `${path}/items/TEAPOT`;
    expect((await twice('DELETE', gone, { key: newId() })).status).toBe(404);
  });

  it('PUT that was overtaken by another does not undo it', async () => {
    const path = await draft(1);
    const address = (city: string) => ({ name: 'Ada', line1: '1 St', city, postalCode: 'N1', country: 'GB' });
    const put = (city: string, key: string) =>
      waybill.send('PUT', `${path}/shipping-address`, { as: 'customer', key, body: address(city) });
    const first = await put('London', `${path}-1`);
    await put('Leeds', `${path}-2`);
    sameAnswer(await put('London', `${path}-1`), first);
    const { body } = await waybill.send('GET', path, { as: 'customer' });
    expect(body['shippingAddress']).toMatchObject({ city: 'Leeds' });
  });

  it('PATCH changes once', async () => {
    const first = await twice('PATCH', '/v1/products/POT', {
      as: 'operator',
      key: newId(),
      body: { name: 'A jug' },
    });
    expect([first.status, first.body['version']]).toEqual([200, 2]);
  });

  it("an operator's verb has one effect and one entry in the log of operators", async () => {
    const body = { reason: 'to see what happens' };
    const pause = '/v1/ops/subscriptions/orders.order-list/pause';
    await twice('POST', pause, { as: 'operator', key: newId(), body });
    const [row] = await waybill.database.query<{ n: number }>(
      `select count(*) as n from audit.log where reason = $1`,
      [body.reason],
    );
    expect(Number(row!.n)).toBe(1);
    await waybill.send('POST', '/v1/ops/subscriptions/orders.order-list/resume', { body });
  });

  it('another query is another request: 422', async () => {
    const path = await draft(5);
    const key = newId();
    const remove = (quantity: number) =>
      waybill.send('DELETE', `${path}/items/MUG?quantity=${quantity}`, { as: 'customer', key });
    expect([(await remove(1)).status, (await remove(2)).status, await mugsIn(path)]).toEqual([200, 422, 4]);
  });
});

describe('without a key', () => {
  it('DELETE of a number of units removes again, and of a line finds nothing the second time', async () => {
    const path = await draft(5);
    const remove = async (query = '') =>
      (await waybill.send('DELETE', `${path}/items/MUG${query}`, { as: 'customer' })).status;
    expect([await remove('?quantity=1'), await remove('?quantity=1'), await mugsIn(path)]).toEqual([
      200, 200, 3,
    ]);
    expect([await remove(), await remove()]).toEqual([200, 404]);
  });
});
