import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { CatalogModule } from '../src/catalog/catalog.module.js';
import { ReserveStock } from '../src/inventory/contract.js';
import { InventoryModule } from '../src/inventory/inventory.module.js';
import { newId } from '../src/platform/core/ids.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { ShopWindowModule } from '../src/shop-window.module.js';
import { startApp, type TestApp } from './app.js';

const mug = {
  sku: 'MUG-BLUE',
  name: 'Blue mug',
  category: 'kitchen',
  price: { amountMinor: 1999, currency: 'EUR' },
};
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe('The catalogue over HTTP', () => {
  let shop: TestApp;
  beforeAll(async () => {
    shop = await startApp({ rooms: [CatalogModule, InventoryModule, ShopWindowModule] });
  });
  afterAll(() => shop.close());

  it('puts a product on sale and says where it is', async () => {
    const created = await shop.send('POST', '/v1/products', { as: 'operator', body: mug });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe('/v1/products/MUG-BLUE');
    expect(created.headers.get('etag')).toBe('"1"');
    expect(Number(created.headers.get('event-position'))).toBeGreaterThan(0);
    const shown = {
      ...mug,
      description: null,
      archived: false,
      createdAt: time,
      updatedAt: time,
      version: 1,
    };
    expect(created.body).toEqual(shown);
    expect((await shop.send('GET', '/v1/products/MUG-BLUE', { as: 'customer' })).body).toEqual(shown);
  });

  it('answers a repeat like the first time, and another product under the SKU with 409', async () => {
    expect(await shop.send('POST', '/v1/products', { as: 'service', body: mug })).toMatchObject({
      status: 201,
    });
    const taken = await shop.send('POST', '/v1/products', {
      as: 'operator',
      body: { ...mug, name: 'Red mug' },
    });
    expect(taken).toMatchObject({ status: 409, body: { code: 'product.already-exists' } });
  });

  it('changes only what is named, unless somebody else was faster', async () => {
    const price = { amountMinor: 2499, currency: 'EUR' };
    const path = '/v1/products/MUG-BLUE';
    const changed = await shop.send('PATCH', path, {
      as: 'operator',
      body: { price },
      headers: { 'if-match': '"1"' },
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Blue mug', price, version: 2 } });
    const late = await shop.send('PATCH', path, {
      as: 'operator',
      body: { name: 'Mug' },
      headers: { 'if-match': '"1"' },
    });
    expect(late).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
  });

  it('shows a product as it was', async () => {
    const before = await shop.send('GET', '/v1/products/MUG-BLUE?version=1', { as: 'customer' });
    expect(before.body).toMatchObject({ price: mug.price, version: 1 });
    const long = await shop.send('GET', '/v1/products/MUG-BLUE?asOf=2020-01-01T00:00:00Z', {
      as: 'customer',
    });
    expect(long).toMatchObject({ status: 404, body: { code: 'product.not-found' } });
  });

  it('lists what a write has just added, with Min-Event-Position', async () => {
    const pot = { ...mug, sku: 'POT', name: 'Tea pot', price: { amountMinor: 3500, currency: 'EUR' } };
    const created = await shop.send('POST', '/v1/products', { as: 'operator', body: pot });
    const headers = { 'min-event-position': created.headers.get('event-position')! };
    const list = (query: string) => shop.send('GET', `/v1/products${query}`, { as: 'customer', headers });
    const skus = async (query: string) => (await list(query)).body.items.map(({ sku }) => sku);
    expect(await skus('')).toEqual(['POT', 'MUG-BLUE']);
    expect(await skus('?q=TEA')).toEqual(['POT']);
    expect(await skus('?minPrice=2000&maxPrice=3000&currency=EUR&category=kitchen')).toEqual(['MUG-BLUE']);
    const first = await list('?limit=1');
    expect(await skus(`?limit=1&cursor=${String(first.body['nextCursor'])}`)).toEqual(['MUG-BLUE']);
  });

  it('knows what is in stock, as soon as the write that changed it asks for it', async () => {
    const stocked = async (inStock: boolean, written: { headers: Headers }) => {
      const headers = { 'min-event-position': written.headers.get('event-position')! };
      const path = `/v1/products?inStock=${inStock}&sort=name&facets=true`;
      const { body } = await shop.send('GET', path, { as: 'customer', headers });
      return body.items.map(({ sku }) => sku);
    };
    const change = (what: string, body: object) =>
      shop.send('POST', `/v1/stock/MUG-BLUE/${what}`, { as: 'service', key: newId(), body });
    const received = await change('receipts', { quantity: 2 });
    expect(await stocked(true, received)).toEqual(['MUG-BLUE']);
    expect(await stocked(false, received)).toEqual(['POT']);
    const lost = await change('adjustments', { delta: -2, reason: 'broken' });
    expect(await stocked(true, lost)).toEqual([]);
    expect(await stocked(false, lost)).toEqual(['MUG-BLUE', 'POT']);
  });

  it.each([
    'sort=cheapest',
    'inStock=yes',
    'facets=1',
    'q=',
    'q=%20',
    `q=${'a'.repeat(201)}`,
    'minPrice=-1',
    'colour=blue',
  ])('refuses ?%s', async (query) => {
    const refused = await shop.send('GET', `/v1/products?${query}`, { as: 'customer' });
    expect([refused.status, refused.body['code']]).toEqual([400, 'invalid-request']);
  });

  it('takes a product off sale for good, and says so again without complaint', async () => {
    const archive = () => shop.send('POST', '/v1/products/POT/archive', { as: 'operator' });
    const archived = await archive();
    expect([archived.status, archived.text]).toEqual([204, '']);
    expect((await archive()).status).toBe(204);
    const headers = { 'min-event-position': archived.headers.get('event-position')! };
    const { body } = await shop.send('GET', '/v1/products', { as: 'customer', headers });
    expect(body.items.map(({ sku }) => sku)).toEqual(['MUG-BLUE']);
    expect((await shop.send('GET', '/v1/products/POT', { as: 'customer' })).body).toMatchObject({
      archived: true,
    });
    const change = await shop.send('PATCH', '/v1/products/POT', { as: 'operator', body: { name: 'Pot' } });
    expect(change).toMatchObject({ status: 409, body: { code: 'product.archived' } });
  });

  it.each([
    ['an unknown property', { ...mug, colour: 'blue' }],
    ['a negative price', { ...mug, price: { amountMinor: -1, currency: 'EUR' } }],
    ['a broken price', { ...mug, price: { amountMinor: 19.99, currency: 'EUR' } }],
    ['a currency that is none', { ...mug, price: { amountMinor: 1, currency: 'euro' } }],
    ['a SKU with a space', { ...mug, sku: 'MUG BLUE' }],
    ['a NUL in the name', { ...mug, name: 'a\u0000b' }],
    ['no name', { ...mug, name: undefined }],
  ])('refuses %s', async (_what, body) => {
    const refused = await shop.send('POST', '/v1/products', { as: 'operator', body });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.body['errors']).toEqual([
      expect.objectContaining({ pointer: expect.stringMatching(/^\//) }),
    ]);
  });

  it('refuses an empty change', async () => {
    expect(await shop.send('PATCH', '/v1/products/MUG-BLUE', { as: 'operator', body: {} })).toMatchObject({
      status: 400,
    });
  });

  it.each([
    ['POST', '/v1/products'],
    ['PATCH', '/v1/products/MUG-BLUE'],
    ['POST', '/v1/products/MUG-BLUE/archive'],
  ])('lets only operators and services %s %s', async (method, path) => {
    expect((await shop.send(method, path, { as: 'customer', body: mug })).status).toBe(403);
    expect((await shop.send(method, path, { as: 'nobody', body: mug })).status).toBe(401);
  });
});

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
