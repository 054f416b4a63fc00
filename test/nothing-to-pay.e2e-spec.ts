import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { address, card, openShop, type Shop } from './contract/shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await shop.stocked('GIFT', 20, 0);
});
afterAll(() => shop.close());

const free = { items: [{ sku: 'GIFT', quantity: 1 }] };
const paymentsOf = async (id: string) => (await shop.get(`/v1/orders/${id}/payments`)).body.items;

describe('An order that costs nothing', () => {
  it.each([
    ['a bank transfer nobody sends', { type: 'bank_transfer' }],
    ['a card whose gateway is down', card('tok_down')],
    ['a card that is declined', card('tok_declined')],
  ])('is paid without anybody and shipped: %s', async (_, paymentMethod) => {
    const id = await shop.place({ ...free, paymentMethod });
    await shop.rest(id, 'shipped');
    expect(await paymentsOf(id)).toMatchObject([
      { state: 'captured', reference: 'nothing-to-pay', captured: { amountMinor: 0, currency: 'EUR' } },
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
