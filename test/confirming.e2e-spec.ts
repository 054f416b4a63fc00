import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';
import { eur } from './builders.js';
import { openShop, type Shop } from './shop.js';

describe('What an order promises before it is on its way', () => {
  const limits = {
    PRICE_HOLD_SECONDS: 4,
    UNPAID_TRANSFERS_PER_CUSTOMER: 3,
    UNPAID_TRANSFER_UNITS_PER_SKU: 10,
  };
  let shop: Shop;
  let second: TestApp;
  beforeAll(async () => {
    shop = await openShop({ config: limits });
    second = await startApp({ databaseUrl: shop.config.DATABASE_URL, config: limits });
    for (const sku of ['MUG', 'POT', 'PAN', 'JAR']) await shop.stocked(sku, 1_000);
  });
  afterAll(async () => {
    await second.close();
    await shop.close();
  });

  const transfer = (sku: string, quantity: number, over: object = {}) =>
    shop.order({ items: [{ sku, quantity }], paymentMethod: { type: 'bank_transfer' }, ...over });
  const draft = async (body: object) =>
    `/v1/orders/${String((await shop.post('/v1/orders', { ...body, confirm: false }, { as: 'customer' })).body['id'])}`;
  const statuses = (replies: readonly { status: number }[]) => replies.map(({ status }) => status).sort();
  const heldPots = () => shop.database.query(`select units from orders.unpaid_units where sku = 'POT'`);

  describe('Confirming a draft', () => {
    it('is refused when a product went off sale in the meantime', async () => {
      const path = await draft(shop.order({ items: [{ sku: 'PAN', quantity: 1 }] }));
      await shop.post('/v1/products/PAN/archive');
      expect(await shop.post(`${path}/confirm`, undefined, { as: 'customer' })).toMatchObject({
        status: 422,
        body: { code: 'order.product-archived', errors: [{ pointer: '/items/0/sku' }] },
      });
    });

    it('keeps the price that was shown for a while, and then tells what has changed', async () => {
      const [young, old] = [await draft(shop.order()), await draft(shop.order())];
      await shop.send('PATCH', '/v1/products/MUG', { body: { price: eur(1300) } });
      expect((await shop.post(`${young}/confirm`, undefined, { as: 'customer' })).body).toMatchObject({
        status: 'confirmed',
        total: eur(1250),
      });
      await sleep(4_100);
      expect(await shop.post(`${old}/confirm`, undefined, { as: 'customer' })).toMatchObject({
        status: 409,
        body: { code: 'order.price-changed', detail: expect.stringContaining('13.00 EUR') },
      });
      expect((await shop.post(`${old}/reprice`, undefined, { as: 'customer' })).body['total']).toEqual(
        eur(1300),
      );
      expect(await shop.post(`${old}/confirm`, undefined, { as: 'customer' })).toMatchObject({ status: 202 });
    });
  });

  describe('Unpaid bank transfers of one customer', () => {
    it('hold at most so many units of a SKU, however they race on two instances', async () => {
      const drafts = await Promise.all(Array.from({ length: 6 }, () => draft(transfer('POT', 4))));
      const replies = await Promise.all(
        drafts.map((path, i) =>
          (i % 2 ? second : shop).send('POST', `${path}/confirm`, { as: 'customer', key: path.slice(-36) }),
        ),
      );
      expect(statuses(replies)).toEqual([202, 202, 409, 409, 409, 409]);
      expect(replies.find(({ status }) => status === 409)!.body).toMatchObject({
        code: 'order.too-many-unpaid-units',
        maxUnits: 10,
      });
      expect(await heldPots()).toEqual([{ units: 8 }]);
    });

    it('are at most so many, whatever they hold; staff is not limited, nor are other customers', async () => {
      const replies = await Promise.all(
        Array.from({ length: 4 }, () => shop.post('/v1/orders', transfer('JAR', 1), { as: 'customer' })),
      );
      expect(statuses(replies)).toEqual([202, 409, 409, 409]);
      expect(replies.find(({ status }) => status === 409)!.body['code']).toBe('order.too-many-unpaid');
      expect(await shop.post('/v1/orders', transfer('JAR', 500))).toMatchObject({ status: 202 });
      const { otherCustomerId: customerId } = shop;
      const others = transfer('JAR', 10, { customerId });
      expect(await shop.post('/v1/orders', others, { as: 'otherCustomer' })).toMatchObject({ status: 202 });
    });

    it('make room for others when they are paid or cancelled', async () => {
      const bothListed = ({ items }: { items: readonly unknown[] }) => items.length === 2;
      const { items } = (await shop.until('/v1/orders?status=confirmed&sku=POT', bothListed)).body;
      const [paid, cancelled] = items.map(({ id }) => String(id));
      await shop.until(`/v1/orders/${paid}/payments`, (now) => now.items.length === 1);
      const [payment] = (await shop.get(`/v1/orders/${paid}/payments`)).body.items;
      await shop.post(`/v1/payments/${String(payment!['id'])}/record`, {
        outcome: 'captured',
        reference: 'SEPA',
      });
      await shop.post(`/v1/orders/${cancelled}/cancel`, { reason: 'changed my mind' }, { as: 'customer' });
      await shop.rest(paid!, 'shipped');
      await shop.rest(cancelled!, 'cancelled');
      expect(await heldPots()).toEqual([]);
      expect(await shop.post('/v1/orders', transfer('MUG', 10), { as: 'customer' })).toMatchObject({
        status: 202,
      });
    });
  });
});
