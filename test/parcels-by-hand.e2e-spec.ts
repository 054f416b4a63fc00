import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../src/payments/gateway/payment-gateway.js';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
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
  async function waiting(over: object = {}) {
    const orderId = await shop.place(over);
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

  it('are called back of an order whose money no gateway can give back, which ends once it is paid out', async () => {
    const orderId = await shop.place({ paymentMethod: { type: 'bank_transfer' } });
    const payment = `/v1/payments/${derivedId(orderId, 'payment')}`;
    await shop.until(payment, ({ state }) => state === 'requested');
    await shop.post(`${payment}/record`, { outcome: 'captured', reference: 'SEPA-1' });
    await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'paid');
    const gateway = shop.app.get<PaymentGateway>(PAYMENT_GATEWAY);
    const { refund } = gateway;
    gateway.refund = ({ key }) => Promise.resolve({ outcome: 'refused', key, detail: 'never had it' });
    await shop.post(`/v1/orders/${orderId}/cancel`, { reason: 'changed my mind' }, { as: 'customer' });
    const saga = `/v1/orders/${orderId}/fulfilment`;
    await shop.until(saga, ({ state }) => state === 'needs-attention');
    gateway.refund = refund.bind(gateway);

    const refunds = (await shop.get(payment)).body['refunds'] as { id: string; state: string }[];
    expect(new Set(refunds.map(({ state }) => state))).toEqual(new Set(['refused']));
    const attention = async () =>
      (await shop.get('/v1/ops/attention?limit=100')).body.items.filter(({ object }) => object === orderId);
    expect((await attention()).map(({ kind }) => kind)).toContain('refund');
    const record = `${payment}/refunds/${refunds[0]!.id}/record`;
    const told = { reference: 'SEPA-2', reason: 'paid out at the bank' };
    expect(await shop.post(record, told)).toMatchObject({ status: 200, body: { state: 'refunded' } });
    await shop.rest(orderId, 'cancelled');
    expect(await shop.post(record, told)).toMatchObject({ status: 200 });
    expect(await shop.post(record, { ...told, reference: 'SEPA-3' })).toMatchObject(
      problem(409, 'payment.already-settled'),
    );
    expect(await shop.post(`${payment}/refunds/${newId()}/record`, told)).toMatchObject(
      problem(404, 'payment.refund-not-found'),
    );
    expect(await attention()).toEqual([]);
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

  describe('and lose some of their units', () => {
    const cancel = (orderId: string, items: object[], options: object = {}) =>
      shop.post(
        `/v1/orders/${orderId}/cancel`,
        { reason: 'too many', items },
        { as: 'customer', ...options },
      );
    const two = { items: [{ sku: 'MUG', quantity: 3 }] };
    const unit = [{ sku: 'MUG', quantity: 1 }];

    it('go with the rest: stock, money and order agree', async () => {
      const { available } = (await shop.get('/v1/stock/MUG')).body;
      const { orderId, shipment } = await waiting(two);
      const key = newId();
      const cut = await cancel(orderId, unit, { key });
      expect(cut).toMatchObject({
        status: 202,
        body: {
          ...{ status: 'paid', items: [{ sku: 'MUG', quantity: 2 }], total: { amountMinor: 2_500 } },
          cancelledUnits: [
            {
              items: [{ sku: 'MUG', quantity: 1, lineTotal: { amountMinor: 1_250 } }],
              ...{ amount: { amountMinor: 1_250 }, reason: { code: 'customer-request', detail: 'too many' } },
            },
          ],
        },
      });
      expect((await cancel(orderId, unit, { key })).text).toBe(cut.text);
      expect((await shop.get(shipment)).body['lines']).toEqual([{ sku: 'MUG', quantity: 2 }]);
      expect((await shop.get('/v1/stock/MUG')).body['available']).toBe(Number(available) - 2);
      const payment = `/v1/payments/${derivedId(orderId, 'payment')}`;
      await shop.until(
        payment,
        ({ refunded }) => (refunded as { amountMinor: number }).amountMinor === 1_250,
      );
      expect(await cancel(orderId, [{ sku: 'MUG', quantity: 3 }])).toMatchObject({
        status: 422,
        body: {
          ...{ code: 'order.too-few-units', left: [{ sku: 'MUG', quantity: 2 }] },
          errors: [{ pointer: '/items/0/quantity' }],
        },
      });
      await shop.post(`${shipment}/dispatch`, parcel);
      expect(await shop.rest(orderId, 'shipped')).toMatchObject({ total: { amountMinor: 2_500 } });
      expect(await cancel(orderId, unit)).toMatchObject(problem(409, 'order.already-shipped'));
      expect(await violations(shop.database)).toEqual([]);
    });

    it('are paid by an account without them: what was set aside for them is free at once', async () => {
      const opening = { ownerId: shop.customerId, currency: 'EUR', initialDepositMinor: 4_000 };
      const account = `/v1/accounts/${String((await shop.post('/v1/accounts', opening)).body['id'])}`;
      const accountId = account.split('/').at(-1)!;
      const { orderId, shipment } = await waiting({ ...two, paymentMethod: { type: 'wallet', accountId } });
      expect((await shop.get(account)).body).toMatchObject({ balanceMinor: 4_000, heldMinor: 3_750 });
      await cancel(orderId, unit);
      expect((await shop.get(account)).body).toMatchObject({ balanceMinor: 4_000, heldMinor: 2_500 });
      await shop.post(`${shipment}/dispatch`, parcel);
      await shop.rest(orderId, 'shipped');
      await shop.until(account, ({ balanceMinor, heldMinor }) => balanceMinor === 1_500 && heldMinor === 0);
      expect(await violations(shop.database)).toEqual([]);
    });

    it('end with the last of them, and everything goes back', async () => {
      const { orderId } = await waiting(two);
      await cancel(orderId, unit);
      const both = await Promise.all([cancel(orderId, unit), cancel(orderId, [{ sku: 'MUG', quantity: 2 }])]);
      expect(both.map(({ status }) => status).sort()[0]).toBe(202);
      await cancel(orderId, unit);
      await shop.rest(orderId, 'cancelled');
      expect((await shop.get(`/v1/payments/${derivedId(orderId, 'payment')}`)).body).toMatchObject({
        ...{ state: 'refunded', refunded: { amountMinor: 3_750 } },
      });
      expect(await violations(shop.database)).toEqual([]);
    });

    it('lose them or are gone, never both, when people and customers are equally fast', async () => {
      const placed = await Promise.all(Array.from({ length: 4 }, () => waiting(two)));
      await Promise.all(
        placed.map(async ({ orderId, shipment }) => {
          const [cut] = await Promise.all([cancel(orderId, unit), shop.post(`${shipment}/dispatch`, parcel)]);
          const order = await shop.rest(orderId, 'shipped');
          const left = cut.status === 202 ? 2 : 3;
          expect(order).toMatchObject({ items: [{ quantity: left }] });
          expect((await shop.get(shipment)).body['lines']).toEqual([{ sku: 'MUG', quantity: left }]);
        }),
      );
      await shop.until('/v1/payments/' + derivedId(placed[0]!.orderId, 'payment'), () => true);
      expect(await violations(shop.database)).toEqual([]);
    });
  });

  describe('and are lost', () => {
    /** Shipped, and then nowhere. */
    async function lost(over: object = {}) {
      const { orderId, shipment } = await waiting(over);
      await shop.post(`${shipment}/dispatch`, parcel);
      await shop.rest(orderId, 'shipped');
      await track(shipment, 'lost');
      return { orderId, shipment };
    }
    const track = (shipment: string, status: string) =>
      shop.post(`${shipment}/tracking`, { status, at: new Date().toISOString() }, { as: 'service' });
    const why = { reason: 'the carrier says so' };
    const attention = async (shipment: string) =>
      (await shop.get('/v1/ops/attention?limit=100')).body.items.find(
        ({ kind, id }) => kind === 'lost-parcel' && shipment.endsWith(String(id)),
      );
    const stock = async () => (await shop.get('/v1/stock/MUG')).body as unknown as Record<string, number>;

    it('go again from stock, to the same address, and nothing is charged', async () => {
      const { orderId, shipment } = await lost();
      expect((await attention(shipment))!['actions']).toMatchObject([
        { rel: 'look' },
        { rel: 'found' },
        { rel: 'send-again', href: `${shipment}/send-again` },
        { rel: 'refund', href: `${shipment}/refund` },
      ]);
      const before = await stock();
      const again = await shop.post(`${shipment}/send-again`, why);
      expect(again).toMatchObject({ status: 202, body: { outcome: 'sent-again' } });
      const second = `/v1/shipments/${String(again.body['replacementId'])}`;
      expect(await stock()).toMatchObject({ onHand: before['onHand'], reserved: before['reserved']! + 1 });
      expect((await shop.post(`${shipment}/send-again`, why)).body).toEqual(again.body);
      expect(await attention(shipment)).toBeUndefined();
      expect((await shop.get(second, 'customer')).body).toMatchObject({ orderId, state: 'requested' });
      await shop.post(`${second}/dispatch`, { ...parcel, trackingNumber: 'JJD0009' });
      await shop.until('/v1/stock/MUG', ({ onHand }) => onHand === before['onHand']! - 1);
      await track(second, 'delivered');
      await shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'delivered');
      expect(await track(shipment, 'delivered')).toMatchObject({ status: 200 });
      expect((await shop.get(`/v1/orders/${orderId}/payments`)).body.items).toMatchObject([
        { state: 'captured', refunded: { amountMinor: 0 } },
      ]);
      expect(await violations(shop.database)).toEqual([]);
    });

    it('are sent again or paid back, never both, whoever decides at the same moment', async () => {
      const { orderId, shipment } = await lost();
      const both = await Promise.all([
        shop.post(`${shipment}/send-again`, why),
        shop.post(`${shipment}/refund`, why),
        shop.post(`${shipment}/refund`, why),
      ]);
      const { loss } = (await shop.get(shipment)).body as { loss?: { outcome: string } };
      const statuses = both.map(({ status }) => status);
      expect(statuses).toEqual(loss!.outcome === 'refunded' ? [409, 202, 202] : [202, 409, 409]);
      expect(both.find(({ status }) => status === 409)!.body['code']).toBe('shipment.loss-settled');
      const payment = `/v1/payments/${derivedId(orderId, 'payment')}`;
      if (loss!.outcome === 'refunded') await shop.until(payment, ({ state }) => state === 'refunded');
      else expect((await shop.get(payment)).body).toMatchObject({ state: 'captured' });
      expect(await attention(shipment)).toBeUndefined();
    });

    it('are paid back once', async () => {
      const { orderId, shipment } = await lost();
      await shop.post(`${shipment}/refund`, why);
      await shop.until(`/v1/payments/${derivedId(orderId, 'payment')}`, ({ state }) => state === 'refunded');
      expect(await shop.post(`${shipment}/refund`, why)).toMatchObject({ status: 202 });
      expect((await shop.get(`/v1/orders/${orderId}/payments`)).body.items).toMatchObject([
        { refunds: [{ amount: { amountMinor: 1_250 }, state: 'refunded' }] },
      ]);
      expect(await attention(shipment)).toBeUndefined();
    });

    it('are nobody’s work any more once it was said of a free order that it is paid back', async () => {
      await shop.stocked('GIFT', 10, 0);
      const { orderId, shipment } = await lost({ items: [{ sku: 'GIFT', quantity: 1 }] });
      expect(await attention(shipment)).toMatchObject({ object: orderId });
      expect(await shop.post(`${shipment}/refund`, why)).toMatchObject({ status: 202 });
      expect(await attention(shipment)).toBeUndefined();
    });

    it('are paid back what is left, once it is known what became of a refund under way', async () => {
      const { orderId, shipment } = await lost();
      const payment = `/v1/payments/${derivedId(orderId, 'payment')}`;
      const gateway = shop.app.get<PaymentGateway>(PAYMENT_GATEWAY);
      const { refund } = gateway;
      gateway.refund = () => Promise.reject(new Error('503'));
      expect(await shop.post(`${payment}/refunds`, { amountMinor: 250, ...why })).toMatchObject({
        body: { refunds: [{ state: 'requested' }] },
      });
      await shop.post(`${shipment}/refund`, why);
      const stream = `shipment-${shipment.split('/').at(-1)}`;
      const waits = async () =>
        shop.database.query<{ reason: string }>(
          'select reason from platform.parked where stream_id = $1 and resolved_at is null',
          [stream],
        );
      expect(await eventually(waits, (all) => all.length > 0)).toEqual([{ reason: 'not-yet' }]);
      gateway.refund = refund.bind(gateway);
      await shop.database.query(
        'update payments.payments set refund_due_at = now() where refund_due_at is not null',
      );
      await shop.until(payment, ({ state }) => state === 'refunded');
      expect((await shop.get(payment)).body).toMatchObject({
        refunds: [{ amount: { amountMinor: 250 } }, { amount: { amountMinor: 1_000 } }],
      });
    });

    it('wait for another decision where the goods are gone, or the carrier refuses', async () => {
      await shop.stocked('LAST', 1);
      const { shipment } = await lost({ items: [{ sku: 'LAST', quantity: 1 }] });
      expect(await shop.post(`${shipment}/send-again`, why)).toMatchObject(
        problem(409, 'shipment.cannot-send-again'),
      );
      await shop.post('/v1/stock/LAST/receipts', { quantity: 1 });
      const again = await shop.post(`${shipment}/send-again`, why);
      expect(again).toMatchObject({ status: 202, body: { outcome: 'sent-again' } });
      const second = String(again.body['replacementId']);
      await shop.post(`/v1/shipments/${second}/refuse`, { reason: 'no such street' });
      await shop.until(shipment, (now) => now['loss'] === undefined);
      expect((await shop.get('/v1/stock/LAST')).body).toMatchObject({ onHand: 1, reserved: 0 });
      expect(await attention(shipment)).toBeDefined();
      const third = await shop.post(`${shipment}/send-again`, why);
      expect(third.body['replacementId']).not.toBe(second);
      await shop.post(`/v1/shipments/${String(third.body['replacementId'])}/dispatch`, parcel);
      await shop.until('/v1/stock/LAST', ({ onHand }) => onHand === 0);
    });

    it('and others that are not lost are left to their carrier, and to staff', async () => {
      const { shipment } = await waiting();
      for (const verb of ['send-again', 'refund']) {
        expect(await shop.post(`${shipment}/${verb}`, why)).toMatchObject(problem(409, 'shipment.not-lost'));
        expect(await shop.post(`${shipment}/${verb}`, why, { as: 'customer' })).toMatchObject({
          status: 403,
        });
        expect(await shop.post(`/v1/shipments/${newId()}/${verb}`, why)).toMatchObject(
          problem(404, 'shipment.not-found'),
        );
      }
    });
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
