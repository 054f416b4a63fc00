import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { violations } from './faults/orders.js';
import { openShop, type Shop } from './shop.js';

const problem = (status: number, code: string) => ({ status, body: { status, code } });

describe('Parcels that people move', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({ config: { CARRIER: 'manual' } });
    await shop.stocked('MUG', 100);
  });
  afterAll(() => shop.close());

  /** An order whose parcel waits for somebody. */
  async function waiting() {
    const orderId = await shop.place();
    const path = `/v1/shipments?orderId=${orderId}&state=requested`;
    const { body } = await shop.until(path, ({ items }) => items.length === 1);
    await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'paid');
    return { orderId, shipment: `/v1/shipments/${String(body.items[0]!['id'])}` };
  }
  const parcel = { carrier: 'DHL', trackingNumber: 'JJD0001' };

  it('wait in the list until they are handed over, and the order says with what', async () => {
    const { orderId, shipment } = await waiting();
    expect(await shop.post(`${shipment}/dispatch`, parcel, { as: 'service' })).toMatchObject({
      status: 200,
      body: { state: 'dispatched', ...parcel },
    });
    expect(await shop.rest(orderId, 'shipped')).toMatchObject(parcel);
    expect((await shop.get(`/v1/shipments?state=requested&orderId=${orderId}`)).body.items).toEqual([]);
    expect(await shop.post(`${shipment}/dispatch`, parcel)).toMatchObject({ status: 200 });
    const other = { ...parcel, trackingNumber: 'JJD0002' };
    expect(await shop.post(`${shipment}/dispatch`, other)).toMatchObject(
      problem(409, 'shipment.not-awaited'),
    );
    expect(await violations(shop.database)).toEqual([]);
  });

  it('are refused, and the order is taken back', async () => {
    const { orderId, shipment } = await waiting();
    expect(await shop.post(`${shipment}/refuse`, { reason: 'too heavy' })).toMatchObject({
      status: 200,
      body: { state: 'refused', detail: 'too heavy' },
    });
    const order = await shop.rest(orderId, 'cancelled');
    expect(order).toMatchObject({ cancellationReason: { code: 'shipment-refused' } });
    expect(await violations(shop.database)).toEqual([]);
  });

  it('are not handed over once the order is cancelled', async () => {
    const { orderId, shipment } = await waiting();
    await shop.post(`/v1/orders/${orderId}/cancel`, { reason: 'changed my mind' }, { as: 'customer' });
    await shop.rest(orderId, 'cancelled');
    expect(await shop.post(`${shipment}/dispatch`, parcel)).toMatchObject(
      problem(409, 'shipment.not-awaited'),
    );
    expect(await violations(shop.database)).toEqual([]);
  });

  it('end once when handing over and cancelling meet', async () => {
    const both = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { orderId, shipment } = await waiting();
        await Promise.all([
          shop.post(`/v1/orders/${orderId}/cancel`, { reason: 'changed my mind' }, { as: 'customer' }),
          shop.post(`${shipment}/dispatch`, parcel),
        ]);
        return orderId;
      }),
    );
    for (const orderId of both) {
      const { body } = await shop.until(`/v1/orders/${orderId}/fulfilment`, ({ state }) =>
        ['completed', 'compensated'].includes(String(state)),
      );
      const order = await shop.get(`/v1/orders/${orderId}`);
      expect(order.body['status']).toBe(body['state'] === 'completed' ? 'shipped' : 'cancelled');
    }
    expect(await violations(shop.database)).toEqual([]);
  });

  it('are the business of staff, and customers see their own', async () => {
    const { orderId, shipment } = await waiting();
    expect(await shop.post(`${shipment}/dispatch`, parcel, { as: 'customer' })).toMatchObject({
      status: 403,
    });
    expect(await shop.post(`${shipment}/refuse`, {})).toMatchObject({ status: 400 });
    expect(await shop.post(`/v1/shipments/${newId()}/dispatch`, parcel)).toMatchObject(
      problem(404, 'shipment.not-found'),
    );
    const listed = async (as: 'customer' | 'otherCustomer') =>
      (await shop.get('/v1/shipments?limit=100', as)).body.items.map((one) => one['orderId']);
    expect(await listed('customer')).toContain(orderId);
    expect(await listed('otherCustomer')).toEqual([]);
    const { body } = await shop.get('/v1/shipments?limit=1');
    const next = await shop.get(`/v1/shipments?limit=1&cursor=${String(body['nextCursor'])}`);
    expect(next.body.items).toHaveLength(1);
    expect(next.body.items[0]!['id']).not.toBe(body.items[0]!['id']);
  });
});
