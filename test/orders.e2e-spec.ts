import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogModule } from '../src/catalog/catalog.module.js';
import { orderEventPage, orderPage, orderView } from '../src/orders/contract.js';
import { OrdersModule } from '../src/orders/orders.module.js';
import { newId } from '../src/platform/core/ids.js';
import { startApp, type SendOptions, type TestApp } from './app.js';
import { address, card, eur, product } from './builders.js';

const [shippingAddress, paymentMethod] = [address, card('tok_ok')];
const problem = (status: number, code: string, more: object = {}) => ({
  status,
  body: { status, code, ...more },
});

// Without the other rooms nobody reserves, charges or ships: an order stays where it is put.
let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp({ rooms: [CatalogModule, OrdersModule] });
  for (const [sku, amountMinor, currency] of [
    ['MUG', 500, 'EUR'],
    ['POT', 1999, 'EUR'],
    ['TEA', 100, 'GBP'],
    ['OLD', 100, 'EUR'],
  ] as const) {
    await waybill.send('POST', '/v1/products', {
      body: product(sku, { price: { amountMinor, currency } }),
      key: sku,
    });
  }
  await waybill.send('POST', '/v1/products/OLD/archive', { key: 'old' });
});
afterAll(() => waybill.close());

const as = (who: SendOptions['as']) => ({ as: who }) as const;
const customer = as('customer');
const draft = (over: object = {}) => ({
  customerId: waybill.customerId,
  currency: 'EUR',
  items: [{ sku: 'MUG', quantity: 2 }],
  ...over,
});
const post = (path: string, body: unknown, options: SendOptions = customer) =>
  waybill.send('POST', path, { key: newId(), body, ...options });
const create = async (over: object = {}) => String((await post('/v1/orders', draft(over))).body['id']);
const whole = { shippingAddress, paymentMethod };
const get = (path: string, options: SendOptions = customer) => waybill.send('GET', path, options);

describe('An order', () => {
  it('is made, filled, confirmed and read, with an answer that fits its schema each time', async () => {
    const made = await post('/v1/orders', draft());
    const id = String(made.body['id']);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toBe(`/v1/orders/${id}`);
    expect(made.headers.get('etag')).toBe('"1"');
    expect(orderView.strict().parse(made.body)).toMatchObject({
      ...{ customerId: waybill.customerId, status: 'draft', version: 1 },
      total: { amountMinor: 1000, currency: 'EUR' },
      items: [{ sku: 'MUG', name: 'A MUG', quantity: 2, lineTotal: { amountMinor: 1000, currency: 'EUR' } }],
    });
    const path = `/v1/orders/${id}`;
    expect((await post(`${path}/items`, { sku: 'POT', quantity: 3 })).status).toBe(201);
    expect((await post(`${path}/items`, { sku: 'MUG', quantity: 1 })).body.items).toMatchObject([
      { sku: 'MUG', quantity: 3 },
      { sku: 'POT', quantity: 3 },
    ]);
    const removed = await waybill.send('DELETE', `${path}/items/POT?quantity=2`, customer);
    expect([removed.status, removed.body['total']]).toEqual([200, { amountMinor: 3499, currency: 'EUR' }]);
    expect((await waybill.send('DELETE', `${path}/items/POT`, customer)).body.items).toHaveLength(1);
    const moved = await waybill.send('PUT', `${path}/shipping-address`, {
      ...customer,
      body: shippingAddress,
    });
    expect([moved.status, moved.body['shippingAddress']]).toEqual([200, shippingAddress]);
    const chosen = await waybill.send('PUT', `${path}/payment-method`, { ...customer, body: paymentMethod });
    expect([chosen.status, chosen.body['paymentMethod']]).toEqual([200, paymentMethod]);
    const confirmed = await post(`${path}/confirm`, undefined);
    expect([confirmed.status, confirmed.body['status']]).toEqual([202, 'confirmed']);
    const read = await get(path);
    expect(read.body).toEqual(confirmed.body);
    expect(read.headers.get('etag')).toBe('"8"');
    expect(Object.keys(read.body)).not.toContain('paidAt');
  });

  it('can be made and confirmed at once', async () => {
    const made = await post('/v1/orders', draft({ ...whole, confirm: true }));
    expect(made).toMatchObject({ status: 202, body: { status: 'confirmed', version: 2 } });
    expect((await post(`/v1/orders/${made.body['id']}/confirm`, undefined)).body).toEqual(made.body);
  });

  it('takes prices from the catalogue when a line is added, and keeps them', async () => {
    const id = await create({ items: [{ sku: 'POT', quantity: 1 }] });
    await waybill.send('PATCH', '/v1/products/POT', {
      body: { price: { amountMinor: 2500, currency: 'EUR' } },
    });
    expect((await get(`/v1/orders/${id}`)).body['total']).toEqual({ amountMinor: 1999, currency: 'EUR' });
    const later = await create({ items: [{ sku: 'POT', quantity: 1 }] });
    expect((await get(`/v1/orders/${later}`)).body['total']).toEqual({ amountMinor: 2500, currency: 'EUR' });
    await waybill.send('PATCH', '/v1/products/POT', {
      body: { price: { amountMinor: 1999, currency: 'EUR' } },
    });
  });

  it('that is a draft is cancelled at once, and stays so', async () => {
    const id = await create();
    const cancelled = await post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' });
    expect(cancelled).toMatchObject({
      status: 202,
      body: {
        status: 'cancelled',
        cancellationReason: { code: 'customer-request', detail: 'changed my mind' },
      },
    });
    const again = await post(`/v1/orders/${id}/cancel`, { reason: 'again' });
    expect(again.body).toEqual(cancelled.body);
    expect(await post(`/v1/orders/${id}/confirm`, undefined)).toMatchObject(
      problem(409, 'order.already-cancelled'),
    );
  });

  it('in fulfilment is only asked to be cancelled', async () => {
    const id = await create({ ...whole, confirm: true });
    const asked = await post(`/v1/orders/${id}/cancel`, { reason: 'late' }, as('operator'));
    expect(asked).toMatchObject({ status: 202, body: { status: 'confirmed', version: 3 } });
    expect(asked.body).not.toHaveProperty('cancellationReason');
    expect((await post(`/v1/orders/${id}/cancel`, { reason: 'late' })).headers.get('etag')).toBe('"3"');
    const trail = orderEventPage.parse((await get(`/v1/orders/${id}/events`, as('operator'))).body);
    expect(trail.items.at(-1)).toMatchObject({
      ...{ type: 'OrderCancellationRequested', version: 3, actor: 'operator:demo-operator', reason: 'late' },
      data: { code: 'operator', detail: 'The shop cancelled the order.', internal: 'late' },
    });
  });

  it('holds 1,000 lines of the longest SKUs', async () => {
    const skus = Array.from({ length: 1000 }, (_, n) => `S${n}-`.padEnd(64, 'X'));
    for (let n = 0; n < skus.length; n += 50) {
      await Promise.all(
        skus
          .slice(n, n + 50)
          .map((sku) =>
            waybill.send('POST', '/v1/products', { body: product(sku, { price: eur(1) }), key: sku }),
          ),
      );
    }
    const items = skus.map((sku) => ({ sku, quantity: 10_000 }));
    const made = await post('/v1/orders', draft({ ...whole, items, confirm: true }));
    expect(made).toMatchObject({ status: 202, body: { total: { amountMinor: 10_000_000 } } });
    expect(made.body.items).toHaveLength(1000);
  }, 60_000);
});

describe('Refused with a problem that says what and where', () => {
  const to = (over: object) => ({ shippingAddress: { ...shippingAddress, ...over } });
  const errors = (...pointers: string[]) => ({
    errors: pointers.map((pointer) => expect.objectContaining({ pointer })),
  });

  it.each<[string, object, object]>([
    ['an unknown property', { price: 1 }, errors('/price')],
    ['a missing customer', { customerId: undefined }, errors('/customerId')],
    ['a currency that is none', { currency: 'euro' }, errors('/currency')],
    ['no units', { items: [{ sku: 'MUG', quantity: 0 }] }, errors('/items/0/quantity')],
    ['half a unit', { items: [{ sku: 'MUG', quantity: 1.5 }] }, errors('/items/0/quantity')],
    ['too many units', { items: [{ sku: 'MUG', quantity: 10_001 }] }, errors('/items/0/quantity')],
    [
      'a price in a line',
      { items: [{ sku: 'MUG', quantity: 1, unitPrice: 1 }] },
      errors('/items/0/unitPrice'),
    ],
    ['an SKU that is none', { items: [{ sku: 'a b', quantity: 1 }] }, errors('/items/0/sku')],
    ['a country that is none', to({ country: 'gb' }), errors('/shippingAddress/country')],
    ['a currency of no country', { currency: 'ZZZ' }, errors('/currency')],
    ['a country as people write it', to({ country: 'UK' }), errors('/shippingAddress/country')],
    [
      'a blank name and a street of zero width',
      to({ name: '  ', line1: '\u200B\u200B' }),
      errors('/shippingAddress/name', '/shippingAddress/line1'),
    ],
    ['an address without a city', to({ city: undefined }), errors('/shippingAddress/city')],
    ['a card without a token', { paymentMethod: { type: 'card' } }, errors('/paymentMethod/token')],
    ['a payment method that is none', { paymentMethod: { type: 'gold' } }, errors('/paymentMethod/type')],
  ])('%s (400)', async (_what, over, more) => {
    expect(await post('/v1/orders', draft(over))).toMatchObject(problem(400, 'invalid-request', more));
  });

  it.each<[string, object, string, object]>([
    [
      'an unknown product',
      { items: [{ sku: 'NIX', quantity: 1 }] },
      'order.unknown-product',
      errors('/items/0/sku'),
    ],
    [
      'an archived product',
      { items: [{ sku: 'OLD', quantity: 1 }] },
      'order.product-archived',
      errors('/items/0/sku'),
    ],
    [
      'a product in another currency',
      { items: ['MUG', 'TEA'].map((sku) => ({ sku, quantity: 1 })) },
      'order.currency-mismatch',
      errors('/items/1/sku'),
    ],
    [
      'a line whose mentions sum up too high',
      { items: ['MUG', 'MUG'].map((sku) => ({ sku, quantity: 6000 })) },
      'order.quantity-too-large',
      errors('/items/0/quantity'),
    ],
    [
      'a confirmation without address and payment',
      { confirm: true },
      'order.incomplete',
      errors('/shippingAddress', '/paymentMethod'),
    ],
    [
      'a confirmation that an account pays, where nobody keeps accounts',
      { ...whole, paymentMethod: { type: 'wallet', accountId: newId() }, confirm: true },
      'order.wallet-unavailable',
      errors('/paymentMethod/accountId'),
    ],
  ])('%s (422)', async (_what, over, code, more) => {
    expect(await post('/v1/orders', draft(over))).toMatchObject(problem(422, code, more));
  });

  it('whatever comes too late or too early (409)', async () => {
    const id = await create({ ...whole, confirm: true });
    const late = problem(409, 'order.not-draft');
    expect(await post(`/v1/orders/${id}/items`, { sku: 'MUG', quantity: 1 })).toMatchObject(late);
    expect(await waybill.send('DELETE', `/v1/orders/${id}/items/MUG`, customer)).toMatchObject(late);
    expect(
      await waybill.send('PUT', `/v1/orders/${id}/payment-method`, { ...customer, body: paymentMethod }),
    ).toMatchObject(late);
    expect(await post(`/v1/orders/${id}/deliver`, undefined, as('service'))).toMatchObject(
      problem(409, 'order.not-shipped'),
    );
  });

  it('an order without a reason to cancel (400), or without a key to repeat by (400)', async () => {
    const id = await create();
    expect(await post(`/v1/orders/${id}/cancel`, {})).toMatchObject(
      problem(400, 'invalid-request', errors('/reason')),
    );
    expect(await waybill.send('POST', '/v1/orders', { ...customer, body: draft() })).toMatchObject(
      problem(400, 'idempotency-key-required'),
    );
  });

  it('each code is explained under its type', async () => {
    const { body } = await post('/v1/orders', draft({ confirm: true }));
    expect(body['type']).toBe('/problems/order.incomplete');
    expect((await get(String(body['type']), as('nobody'))).status).toBe(200);
  });
});

describe('Whose order it is', () => {
  it('hides an order from every other customer, on every route', async () => {
    const id = await create({ ...whole });
    const path = `/v1/orders/${id}`;
    const stranger = as('otherCustomer');
    const hidden = problem(404, 'order.not-found');
    for (const [method, to, body] of [
      ['GET', path],
      ['GET', `${path}/events`],
      ['GET', `${path}?version=1`],
      ['POST', `${path}/items`, { sku: 'MUG', quantity: 1 }],
      ['DELETE', `${path}/items/MUG`],
      ['PUT', `${path}/shipping-address`, shippingAddress],
      ['PUT', `${path}/payment-method`, paymentMethod],
      ['POST', `${path}/confirm`],
      ['POST', `${path}/cancel`, { reason: 'x' }],
    ] as const) {
      const reply = await waybill.send(method, to, { ...stranger, body, key: newId() });
      expect({ method, to, ...reply }).toMatchObject(hidden);
      expect(reply.text).not.toContain(waybill.customerId);
    }
    expect((await get(path)).headers.get('etag')).toBe('"1"');
    expect((await get(path, as('operator'))).status).toBe(200);
    expect(await get(`/v1/orders/${newId()}`)).toMatchObject(hidden);
    expect((await post(`${path}/deliver`, undefined)).status).toBe(403);
    expect((await get(path, as('nobody'))).status).toBe(401);
  });

  it('lets nobody but staff order for somebody else', async () => {
    const forOther = { customerId: waybill.otherCustomerId };
    expect(await post('/v1/orders', draft(forOther))).toMatchObject(problem(403, 'order.not-your-customer'));
    const made = await post('/v1/orders', draft(forOther), as('service'));
    expect(made).toMatchObject({ status: 201, body: forOther });
    expect((await get(`/v1/orders/${made.body['id']}`, as('otherCustomer'))).status).toBe(200);
  });

  it('lists to a customer only their own', async () => {
    await post('/v1/orders', draft({ customerId: waybill.otherCustomerId }), as('operator'));
    const { headers } = await post('/v1/orders', draft());
    const fresh = { headers: { 'min-event-position': headers.get('event-position')! } };
    const mine = orderPage.parse((await get('/v1/orders?limit=100', { ...customer, ...fresh })).body);
    expect(new Set(mine.items.map(({ customerId }) => customerId))).toEqual(new Set([waybill.customerId]));
    const all = orderPage.parse((await get('/v1/orders?limit=100', { ...as('operator'), ...fresh })).body);
    expect(all.items.length).toBeGreaterThan(mine.items.length);
    const path = `/v1/customers/${waybill.otherCustomerId}/orders`;
    expect(await get(path, customer)).toMatchObject(problem(404, 'order.customer-not-found'));
    expect((await get(path, as('otherCustomer'))).body.items.length).toBeGreaterThan(0);
    expect((await get(`/v1/orders?customerId=${waybill.otherCustomerId}`, customer)).body.items).toEqual([]);
  });
});

describe('Versions and time', () => {
  it('refuses a change of what has changed since it was read', async () => {
    const id = await create();
    const add = (etag: string) =>
      post(
        `/v1/orders/${id}/items`,
        { sku: 'POT', quantity: 1 },
        { ...customer, headers: { 'if-match': etag } },
      );
    expect((await add('"1"')).status).toBe(201);
    const late = await add('"1"');
    expect(late).toMatchObject(problem(412, 'precondition-failed', { currentVersion: 2 }));
    const since = { type: 'OrderItemAdded', version: 2, actor: `customer:${waybill.customerId}` };
    expect(late.body['eventsSince']).toMatchObject([since]);
    expect((await add('"2"')).headers.get('etag')).toBe('"3"');
    const same = await get(`/v1/orders/${id}`, { ...customer, headers: { 'if-none-match': '"3"' } });
    expect([same.status, same.text]).toEqual([304, '']);
  });

  it('shows an order as it was, by version and by time', async () => {
    const id = await create();
    const path = `/v1/orders/${id}`;
    const before = (await get(path)).body;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await post(`${path}/items`, { sku: 'POT', quantity: 1 });
    expect((await get(`${path}?version=1`)).body).toEqual(before);
    const [first] = orderEventPage.parse((await get(`${path}/events`)).body).items;
    expect((await get(`${path}?asOf=${first!.recordedAt}`)).body).toEqual(before);
    expect((await get(`${path}?version=2`)).body['version']).toBe(2);
    expect(await get(`${path}?asOf=2000-01-01T00:00:00Z`)).toMatchObject(problem(404, 'order.not-found'));
    expect(await get(`${path}?version=0`)).toMatchObject(problem(400, 'invalid-request'));
  });

  it('tells the whole story, oldest first, page by page', async () => {
    const id = await create(whole);
    await post(`/v1/orders/${id}/items`, { sku: 'POT', quantity: 1 });
    await post(`/v1/orders/${id}/confirm`, undefined);
    const all = orderEventPage.parse((await get(`/v1/orders/${id}/events`)).body);
    expect(all.items.map(({ type }) => type)).toEqual(['OrderCreated', 'OrderItemAdded', 'OrderConfirmed']);
    expect(all.items.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(all.items[0]).toMatchObject({ actor: `customer:${waybill.customerId}`, causationId: null });
    const first = (await get(`/v1/orders/${id}/events?limit=2`)).body;
    const rest = (await get(`/v1/orders/${id}/events?limit=2&cursor=${String(first['nextCursor'])}`)).body;
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(rest['nextCursor']).toBeNull();
    const other = await create();
    expect(await get(`/v1/orders/${other}/events?cursor=${String(first['nextCursor'])}`)).toMatchObject(
      problem(400, 'invalid-cursor'),
    );
  });
});

describe('Repeats', () => {
  it('get the first answer again, and change nothing', async () => {
    const id = await create();
    const again = { ...customer, key: newId(), body: { sku: 'POT', quantity: 1 } };
    const first = await waybill.send('POST', `/v1/orders/${id}/items`, again);
    const second = await waybill.send('POST', `/v1/orders/${id}/items`, again);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(
      await waybill.send('POST', `/v1/orders/${id}/items`, { ...again, body: { sku: 'POT', quantity: 2 } }),
    ).toMatchObject(problem(422, 'idempotency-key-reused'));
    expect((await get(`/v1/orders/${id}`)).headers.get('etag')).toBe('"2"');
  });

  it('of 20 copies at once one makes the order, on one instance and across two', async () => {
    const second = await startApp({
      rooms: [CatalogModule, OrdersModule],
      databaseUrl: waybill.config.DATABASE_URL,
    });
    try {
      const body = draft({ ...whole, items: [{ sku: 'MUG', quantity: 7 }], confirm: true });
      const copy = { ...customer, key: newId(), body };
      const once = (instance: TestApp) => instance.send('POST', '/v1/orders', copy);
      const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => once(n % 2 ? second : waybill)));
      const made = replies.filter(({ status }) => status === 202);
      const waiting = replies.filter(({ status }) => status === 409);
      expect(made.length + waiting.length).toBe(20);
      for (const { body: refusal, headers } of waiting) {
        expect(refusal['code']).toBe('idempotency-in-progress');
        expect(headers.get('retry-after')).toBeTruthy();
      }
      const last = await once(second);
      expect(new Set([...made, last].map(({ text }) => text)).size).toBe(1);
      const stored = await waybill.database.query(
        `select 1 from platform.events where type = 'OrderCreated' and data->'items'->0->>'quantity' = '7'`,
      );
      expect(stored).toHaveLength(1);
    } finally {
      await second.close();
    }
  });
});
