import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { InventoryModule } from '../src/inventory/inventory.module.js';
import { ReserveStock } from '../src/inventory/contract.js';
import { newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { startApp, type TestApp } from './app.js';

describe('Stock over HTTP', () => {
  let shop: TestApp;
  beforeAll(async () => {
    shop = await startApp({ rooms: [InventoryModule] });
  });
  afterAll(() => shop.close());

  const receive = (sku: string, quantity: number, key: string = newId()) =>
    shop.send('POST', `/v1/stock/${sku}/receipts`, {
      as: 'service',
      key,
      body: { quantity, reference: 'DN-1' },
    });
  const adjust = (sku: string, delta: number) =>
    shop.send('POST', `/v1/stock/${sku}/adjustments`, {
      as: 'operator',
      key: newId(),
      body: { delta, reason: 'counted' },
    });
  const stock = (sku: string, query = '') => shop.send('GET', `/v1/stock/${sku}${query}`, { as: 'customer' });

  it('is received, counted and shown', async () => {
    const received = await receive('MUG', 10);
    expect(received.status).toBe(201);
    expect(received.headers.get('location')).toBe('/v1/stock/MUG');
    expect(received.headers.get('etag')).toBe('"1"');
    expect(received.body).toEqual({ sku: 'MUG', onHand: 10, reserved: 0, available: 10, version: 1 });
    expect(await adjust('MUG', -3)).toMatchObject({ status: 201, body: { onHand: 7, version: 2 } });
    expect((await stock('MUG')).body).toEqual({
      sku: 'MUG',
      onHand: 7,
      reserved: 0,
      available: 7,
      version: 2,
    });
  });

  it('is shown as it was', async () => {
    expect((await stock('MUG', '?version=1')).body).toMatchObject({ onHand: 10, version: 1 });
    expect((await stock('MUG', '?asOf=2020-01-01T00:00:00Z')).status).toBe(404);
  });

  it('is received once, however often the same receipt is sent', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive('ONCE', 5, key)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const again = await receive('ONCE', 5, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toMatchObject({ onHand: 5, version: 1 });
    expect((await stock('ONCE')).body).toMatchObject({ onHand: 5, version: 1 });
    expect((await receive('ONCE', 6, key)).status).toBe(422);
  });

  it('needs an Idempotency-Key to change', async () => {
    const body = { quantity: 1 };
    expect((await shop.send('POST', '/v1/stock/MUG/receipts', { as: 'service', body })).status).toBe(400);
  });

  it('cannot be written off below what orders hold', async () => {
    await receive('HELD', 5);
    const lines = [{ sku: 'HELD', quantity: 4 }];
    await shop.app
      .get(CommandBus)
      .execute(new ReserveStock({ orderId: newId(), lines }, systemContext('spec')));
    expect((await stock('HELD')).body).toMatchObject({ onHand: 5, reserved: 4, available: 1 });
    expect(await adjust('HELD', -2)).toMatchObject({
      status: 409,
      body: { code: 'stock.insufficient', type: '/problems/stock.insufficient', available: 1 },
    });
    expect((await adjust('HELD', -1)).status).toBe(201);
  });

  it('is listed newest first, at once', async () => {
    await receive('NEWEST', 1);
    const first = await shop.send('GET', '/v1/stock?limit=2', { as: 'operator' });
    expect(first.body.items.map(({ sku }) => sku)).toEqual(['NEWEST', 'HELD']);
    const cursor = String(first.body['nextCursor']);
    const next = await shop.send('GET', `/v1/stock?limit=2&cursor=${cursor}`, { as: 'operator' });
    expect(next.body).toMatchObject({ items: [{ sku: 'ONCE' }, { sku: 'MUG' }], nextCursor: null });
  });

  it('of an unknown SKU does not exist', async () => {
    expect(await stock('NOTHING')).toMatchObject({ status: 404, body: { code: 'stock.not-found' } });
  });

  it.each([
    ['receipts', { quantity: 0 }],
    ['receipts', { quantity: 1.5 }],
    ['receipts', { quantity: '1' }],
    ['receipts', { quantity: 1, colour: 'blue' }],
    ['adjustments', { delta: 0, reason: 'x' }],
    ['adjustments', { delta: 1 }],
  ])('refuses %s of %j', async (what, body) => {
    const refused = await shop.send('POST', `/v1/stock/MUG/${what}`, { as: 'service', key: newId(), body });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ detail: expect.any(String) }] } });
  });

  it('is changed by operators and services only', async () => {
    const send = (as: 'customer' | 'nobody') =>
      shop.send('POST', '/v1/stock/MUG/receipts', { as, key: newId(), body: { quantity: 1 } });
    expect([(await send('customer')).status, (await send('nobody')).status]).toEqual([403, 401]);
  });
});
