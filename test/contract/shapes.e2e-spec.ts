import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/core/ids.js';
import { address, bankTransfer, card, eur } from '../builders.js';
import { openShop, type Shop } from '../shop.js';

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const text = expect.stringMatching(/./);
const count = expect.any(Number);

let shop: Shop;
let beforehand: string;
const get = (path: string) => shop.get(path);
const bodyOf = async (path: string) => (await get(path)).body;
const paymentsOf = async (id: string) => (await bodyOf(`/v1/orders/${id}/payments`)).items;

beforeAll(async () => {
  beforehand = new Date(Date.now() - 1_000).toISOString();
  shop = await openShop({ config: { GATEWAY_TIMEOUT_MS: 10_000, CARRIER_TIMEOUT_MS: 10_000 } });
  await shop.stocked('MUG', 50);
  await shop.stocked('POT', 50, 3500);
});
afterAll(() => shop.close());

describe('An order, as the contract has it', () => {
  const draft = () => ({
    ...{ id: uuid, customerId: shop.customerId, status: 'draft', version: 1, createdAt: time },
    items: [{ sku: 'MUG', name: 'A MUG', quantity: 2, unitPrice: eur(1250), lineTotal: eur(2500) }],
    total: eur(2500),
  });

  it('as a draft has its lines and total, and no word about what has not happened', async () => {
    const body = { customerId: shop.customerId, currency: 'EUR', items: [{ sku: 'MUG', quantity: 2 }] };
    const made = await shop.post('/v1/orders', body, { as: 'customer' });
    expect([made.status, made.body]).toEqual([201, draft()]);
    expect(made.headers.get('location')).toBe(`/v1/orders/${String(made.body['id'])}`);
    expect(await bodyOf(made.headers.get('location')!)).toEqual(made.body);
  });

  it('shipped has payment, shipment and every moment on its way', async () => {
    const made = await shop.post('/v1/orders', shop.order(), { as: 'customer' });
    expect([made.status, made.body['status'], made.body['confirmedAt']]).toEqual([202, 'confirmed', time]);
    expect(made.headers.get('location')).toBe(`/v1/orders/${String(made.body['id'])}`);
    const shipped = await shop.rest(String(made.body['id']), 'shipped');
    expect(shipped).toEqual({
      ...made.body,
      ...{ status: 'shipped', version: count, paymentId: uuid, shipmentId: uuid },
      ...{ trackingNumber: text, carrier: text, paidAt: time, shippedAt: time },
      ...{ shippingAddress: address, paymentMethod: card('tok_ok') },
    });
    const moments = ['createdAt', 'confirmedAt', 'paidAt', 'shippedAt'].map((moment) => shipped[moment]);
    expect(moments).toEqual([...moments].sort());
    const path = `/v1/orders/${String(shipped['id'])}`;
    const late = { status: 409, body: { code: 'order.already-shipped' } };
    expect(await shop.post(`${path}/cancel`, { reason: 'too late' })).toMatchObject(late);
    const elsewhere = { as: 'customer', body: { ...address, city: 'Leeds' } } as const;
    expect(await shop.send('PUT', `${path}/shipping-address`, elsewhere)).toMatchObject(late);
    const delivered = await shop.post(`${path}/deliver`);
    expect(delivered.body).toEqual({ ...shipped, status: 'delivered', deliveredAt: time, version: count });
    expect((await shop.post(`${path}/deliver`)).body).toEqual(delivered.body);
    expect((await shop.post(`${path}/cancel`, { reason: 'too late' })).status).toBe(409);
  });

  it.each([
    ['insufficient-stock', { items: [{ sku: 'POT', quantity: 51 }] }],
    ['payment-declined', { paymentMethod: card('tok_declined') }],
    ['payment-declined', { paymentMethod: card('tok_insufficient_funds') }],
    ['payment-timeout', { paymentMethod: bankTransfer }],
    ['shipment-refused', { shippingAddress: { ...address, country: 'XX' } }],
  ])('cancelled for %s says so, and leaves no goods, no money and no parcel behind', async (code, over) => {
    // What an order before this one took is off the shelf.
    const atRest = async (sku: string) =>
      (await shop.until(`/v1/stock/${sku}`, ({ reserved }) => reserved === 0)).body;
    const before = [await atRest('MUG'), await atRest('POT')];
    const id = await shop.place(over);
    if (code === 'payment-timeout') await shop.runOutOfPatience(id);
    const order = await shop.rest(id, 'cancelled');
    expect(order).toMatchObject({ cancellationReason: { code, detail: text }, cancelledAt: time });
    const after = [await atRest('MUG'), await atRest('POT')];
    const levels = (all: unknown[]) => all.map((each) => ({ ...(each as object), version: 0 }));
    expect(levels(after)).toEqual(levels(before));
    const { items: charges } = await bodyOf(`/v1/simulator/charges?orderId=${id}`);
    expect(charges.filter((charge) => charge['amountMinor'] !== charge['refundedMinor'])).toEqual([]);
    const { items: parcels } = await bodyOf(`/v1/simulator/parcels?orderId=${id}`);
    expect(parcels.filter(({ state }) => state !== 'cancelled')).toEqual([]);
  });

  it('is found by customer, status, SKU and time of creation', async () => {
    const id = await shop.place({ confirm: false, items: [{ sku: 'POT', quantity: 1 }] });
    const made = await bodyOf(`/v1/orders/${id}`);
    const { headers } = await shop.post(`/v1/orders/${id}/items`, { sku: 'POT', quantity: 1 });
    const fresh = { 'min-event-position': headers.get('event-position')! };
    const found = async (query: string) =>
      (await shop.get(`/v1/orders?limit=100&${query}`, 'operator', fresh)).body.items.some(
        (order) => order['id'] === id,
      );
    const created = String(made['createdAt']);
    const later = new Date(Date.parse(created) + 1).toISOString();
    expect(
      await found(`customerId=${shop.customerId}&status=draft&sku=POT&from=${created}&to=${later}`),
    ).toBe(true);
    for (const other of [
      `customerId=${newId()}`,
      'status=shipped',
      'sku=MUG',
      `from=${later}`,
      `to=${created}`,
    ]) {
      expect([other, await found(other)]).toEqual([other, false]);
    }
  });
});

describe('An order that costs nothing', () => {
  beforeAll(() => shop.stocked('GIFT', 20, 0));
  const free = { items: [{ sku: 'GIFT', quantity: 1 }] };

  it.each([
    ['a bank transfer nobody sends', bankTransfer],
    ['a card whose gateway is down', card('tok_down')],
    ['a card that is declined', card('tok_declined')],
  ])('is paid without anybody and shipped: %s', async (_, paymentMethod) => {
    const id = await shop.place({ ...free, paymentMethod });
    await shop.rest(id, 'shipped');
    expect(await paymentsOf(id)).toMatchObject([
      { state: 'captured', reference: 'nothing-to-pay', captured: eur(0) },
    ]);
    expect((await shop.get(`/v1/simulator/charges?include=attempts&orderId=${id}`)).body.items).toEqual([]);
  });

  it('is taken back without anybody when no carrier goes there', async () => {
    const id = await shop.place({ ...free, shippingAddress: { ...address, country: 'XX' } });
    expect(await shop.rest(id, 'cancelled')).toMatchObject({
      cancellationReason: { code: 'shipment-refused' },
    });
    expect(await paymentsOf(id)).toMatchObject([{ state: 'refunded' }]);
  });
});

describe('The rest', () => {
  it('a fulfilment tells its steps', async () => {
    const id = await shop.place({ shippingAddress: { ...address, country: 'XX' } });
    await shop.rest(id, 'cancelled');
    const { state, orderId, steps } = await bodyOf(`/v1/orders/${id}/fulfilment`);
    expect([state, orderId]).toEqual(['compensated', id]);
    const step = (name: string, direction: string, ended: string) =>
      expect.objectContaining({ name, direction, state: ended, attempts: 1, startedAt: time, endedAt: time });
    expect(steps).toEqual([
      step('reserve', 'forward', 'done'),
      step('pay', 'forward', 'done'),
      step('ship', 'forward', 'failed'),
      step('pay', 'compensate', 'done'),
      step('reserve', 'compensate', 'done'),
    ]);
  });

  it('a fulfilment that waits for money says until when', async () => {
    const id = await shop.place({ paymentMethod: bankTransfer });
    const { body } = await shop.until(
      `/v1/orders/${id}/fulfilment`,
      (now) => now['deadlineAt'] !== undefined,
    );
    expect(body).toMatchObject({ state: 'running', deadlineAt: time });
    expect(Date.parse(String(body['deadlineAt']))).toBeGreaterThan(Date.now() - 3_000);
  });

  it('a fulfilment of the past tells nothing of what is open today', async () => {
    const id = await shop.place({ paymentMethod: bankTransfer });
    const path = `/v1/orders/${id}/fulfilment`;
    const { body } = await shop.until(path, (now) => now['deadlineAt'] !== undefined);
    const then = `${path}?version=${String(body['version'])}`;
    const before = await bodyOf(then);
    expect(before).not.toHaveProperty('deadlineAt');
    const [payment] = await paymentsOf(id);
    const paid = { outcome: 'captured', reference: 'MT940' };
    expect(await shop.post(`/v1/payments/${String(payment!['id'])}/record`, paid)).toMatchObject({
      status: 200,
    });
    await shop.rest(id, 'shipped');
    expect(await bodyOf(then)).toEqual(before);
  });

  it('a timeline has order, saga, payment, stock, shipment and mails in one list', async () => {
    const id = await shop.place();
    await shop.rest(id, 'shipped');
    const { body } = await shop.until(
      `/v1/orders/${id}/timeline?limit=100`,
      ({ items }) =>
        items.some(({ type }) => type === 'StockConsumed') &&
        items.some(({ room }) => room === 'notifications'),
    );
    expect(new Set(body.items.map(({ room }) => room))).toEqual(
      new Set(['orders', 'fulfilment', 'inventory', 'payments', 'shipping', 'notifications']),
    );
  });

  it('money goes back in parts, up to what was taken', async () => {
    const order = await shop.rest(await shop.place(), 'shipped');
    const path = `/v1/payments/${String(order['paymentId'])}`;
    const refund = (amountMinor: number) => shop.post(`${path}/refunds`, { amountMinor, reason: 'late' });
    expect((await bodyOf(path))['state']).toBe('captured');
    expect([(await refund(1000)).status, (await bodyOf(path))['state']]).toEqual([201, 'partially-refunded']);
    expect((await refund(251)).status).toBe(422);
    expect([(await refund(250)).status, (await bodyOf(path))['state']]).toEqual([201, 'refunded']);
    expect((await refund(1)).status).toBe(422);
    expect(await bodyOf(path)).toMatchObject({
      ...{ id: uuid, orderId: order['id'], customerId: shop.customerId },
      ...{ amount: eur(1250), captured: eur(1250), refunded: eur(1250) },
    });
    expect((await bodyOf(`/v1/orders/${String(order['id'])}`))['status']).toBe('shipped');
  });

  it.each(['paypal', 'crypto'])(
    'an order paid by %s goes to its parcel, and its money back',
    async (type) => {
      const paymentMethod = { type, token: 'tok_ok' };
      const order = await shop.rest(await shop.place({ paymentMethod }), 'shipped');
      expect(order).toMatchObject({ paymentMethod, trackingNumber: text });
      const charged = async (id: unknown) =>
        (await bodyOf(`/v1/simulator/charges?orderId=${String(id)}`)).items.map(
          ({ method, amountMinor, refundedMinor }) => ({ method, amountMinor, refundedMinor }),
        );
      expect(await charged(order['id'])).toEqual([{ method: type, amountMinor: 1250, refundedMinor: 0 }]);
      const refunds = `/v1/payments/${String(order['paymentId'])}/refunds`;
      const back = await shop.post(refunds, { amountMinor: 1250, reason: 'late' });
      expect(back).toMatchObject({ status: 201, body: { state: 'refunded', method: { type } } });
      expect(await charged(order['id'])).toEqual([{ method: type, amountMinor: 1250, refundedMinor: 1250 }]);

      const nowhere = { paymentMethod, shippingAddress: { ...address, country: 'XX' } };
      const refused = await shop.rest(await shop.place(nowhere), 'cancelled');
      expect(await charged(refused['id'])).toEqual([
        { method: type, amountMinor: 1250, refundedMinor: 1250 },
      ]);
      const declined = await shop.place({ paymentMethod: { type, token: 'tok_declined' } });
      expect(await shop.rest(declined, 'cancelled')).toMatchObject({
        cancellationReason: { code: 'payment-declined' },
      });
    },
  );

  it('a product and its stock', async () => {
    expect(await bodyOf('/v1/products/MUG')).toMatchObject({
      ...{ sku: 'MUG', name: 'A MUG', category: 'things', price: eur(1250), version: 1 },
    });
    expect(await bodyOf('/v1/stock/POT')).toEqual({
      ...{ sku: 'POT', onHand: 50, reserved: 0, available: 50, version: count },
    });
    const mug = '/v1/products?category=things&minPrice=1250&maxPrice=1250&currency=EUR&q=mug';
    const { body } = await shop.until(mug, ({ items }) => items.length > 0);
    expect(body.items.map(({ sku }) => sku)).toEqual(['MUG']);
    expect((await bodyOf('/v1/products?currency=USD')).items).toEqual([]);
  });

  it('the log can be searched by stream, type and time', async () => {
    const id = await shop.place({ confirm: false });
    const events = async (query: string) => (await bodyOf(`/v1/ops/events?limit=100&${query}`)).items;
    expect(await events(`stream=order-${id}`)).toMatchObject([
      { type: 'OrderCreated', version: 1, stream: `order-${id}` },
    ]);
    expect(new Set((await events('type=OrderShipped')).map(({ type }) => type))).toEqual(
      new Set(['OrderShipped']),
    );
    expect(await events(`to=${beforehand}`)).toEqual([]);
    expect((await events(`from=${beforehand}`)).length).toBe(100);
  });

  it('operators see each subscription, with checkpoint, head, lag, state and owner', async () => {
    const { items } = await bodyOf('/v1/ops/subscriptions?limit=100');
    expect(items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['orders.order-list', 'fulfilment.saga']),
    );
    for (const item of items) {
      expect(item).toMatchObject({
        name: text,
        checkpoint: count,
        head: count,
        lag: count,
        state: 'running',
      });
      expect(item).toHaveProperty('owner');
    }
  });

  it.each([
    '/health/live',
    '/health/ready',
    '/metrics',
    '/docs',
    '/openapi.json',
    '/problems/order.not-found',
  ])('%s is served to anybody', async (path) => {
    expect((await shop.get(path, 'nobody')).status).toBe(200);
  });
});
