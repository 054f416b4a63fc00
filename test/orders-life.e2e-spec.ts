import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { orderView, type OrderView } from '../src/orders/contract.js';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';

const shippingAddress = { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' };

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp();
  const product = { sku: 'MUG', name: 'Mug', category: 'x', price: { amountMinor: 500, currency: 'EUR' } };
  await waybill.send('POST', '/v1/products', { body: product });
  await waybill.send('POST', '/v1/stock/MUG/receipts', { body: { quantity: 10 }, key: newId() });
});
afterAll(() => waybill.close());

const post = (path: string, body?: unknown, as: 'customer' | 'operator' = 'customer') =>
  waybill.send('POST', path, { as, key: newId(), body });
const order = async (token: string, quantity = 1): Promise<string> => {
  const reply = await post('/v1/orders', {
    ...{ customerId: waybill.customerId, currency: 'EUR', items: [{ sku: 'MUG', quantity }] },
    ...{ shippingAddress, paymentMethod: { type: 'card', token }, confirm: true },
  });
  return `/v1/orders/${String(reply.body['id'])}`;
};
const settled = (path: string, ...statuses: string[]): Promise<OrderView> =>
  eventually(async () => {
    const view = orderView.strict().parse((await waybill.send('GET', path, { as: 'customer' })).body);
    return statuses.includes(view.status) ? view : undefined;
  });

describe('In the whole application, an order', () => {
  it('is paid, shipped and delivered, and says when, by whom and under which number', async () => {
    const path = await order('tok_ok', 2);
    const shipped = await settled(path, 'shipped');
    expect(shipped).toMatchObject({
      ...{ paymentId: expect.any(String), shipmentId: expect.any(String), carrier: expect.any(String) },
      ...{ trackingNumber: expect.any(String), total: { amountMinor: 1000, currency: 'EUR' } },
    });
    const times = [shipped.createdAt, shipped.confirmedAt, shipped.paidAt, shipped.shippedAt];
    expect(times).toEqual([...times].sort());
    expect(await post(`${path}/cancel`, { reason: 'late' })).toMatchObject({
      ...{ status: 409, body: { code: 'order.already-shipped' } },
    });
    const late = { as: 'customer', body: { ...shippingAddress, city: 'Leeds' } } as const;
    expect(await waybill.send('PUT', `${path}/shipping-address`, late)).toMatchObject({ status: 409 });
    const delivered = await post(`${path}/deliver`, undefined, 'operator');
    expect(delivered).toMatchObject({ status: 200, body: { status: 'delivered' } });
    expect((await post(`${path}/deliver`, undefined, 'operator')).body).toEqual(delivered.body);
  });

  it.each([
    ['payment-declined', 'tok_declined', 1],
    ['insufficient-stock', 'tok_ok', 100],
  ])('ends cancelled because of %s', async (code, token, quantity) => {
    const view = await settled(await order(token, quantity), 'cancelled', 'shipped');
    expect(view).toMatchObject({ status: 'cancelled', cancellationReason: { code } });
  });

  it('that is cancelled in the middle ends one way, never both', async () => {
    const path = await order('tok_slow_300');
    await post(`${path}/cancel`, { reason: 'changed my mind' });
    const view = await settled(path, 'cancelled', 'shipped');
    expect(view).toMatchObject({ status: 'cancelled', cancellationReason: { code: 'customer-request' } });
    const { items } = (await waybill.send('GET', `${path}/events`)).body;
    expect(items.map(({ type }) => type)).not.toContain('OrderShipped');
  });
});
