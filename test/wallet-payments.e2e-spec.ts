import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { address, eur } from './builders.js';
import { violations } from './contract/violations.js';
import { openShop, type Shop } from './shop.js';

const why = { reason: 'asked for at the desk' };

interface Part {
  readonly amountMinor?: number;
  readonly token?: string;
}

describe('An order that an account pays', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.stocked('MUG', 100, 1_000);
  });
  afterAll(() => shop.close());

  const open = async (initialDepositMinor: number, over: object = {}) => {
    const body = { ownerId: shop.customerId, currency: 'EUR', initialDepositMinor, ...over };
    return String((await shop.post('/v1/accounts', body)).body['id']);
  };
  const paidBy = (accountId: string) => ({ paymentMethod: { type: 'wallet', accountId } });
  const account = async (id: string) => (await shop.get(`/v1/accounts/${id}`)).body;
  const paymentOf = (orderId: string) => `/v1/payments/${derivedId(orderId, 'payment')}`;
  const shipped = async (accountId: string) => {
    const orderId = await shop.place(paidBy(accountId));
    await shop.rest(orderId, 'shipped');
    await shop.until(`/v1/accounts/${accountId}`, ({ heldMinor }) => heldMinor === 0);
    return orderId;
  };

  it('is held when it is paid and taken when the parcel is handed over', async () => {
    const id = await open(2_500);
    const orderId = await shipped(id);
    expect(await account(id)).toMatchObject({ balanceMinor: 1_500, heldMinor: 0, availableMinor: 1_500 });
    const { body } = await shop.get(`/v1/accounts/${id}/holds`, 'customer');
    expect(body.items).toMatchObject([
      { orderId, state: 'captured', amountMinor: 1_000, capturedMinor: 1_000 },
    ]);
    const entries = await shop.get(`/v1/accounts/${id}/entries`, 'customer');
    expect(entries.body.items[0]).toMatchObject({
      ...{ kind: 'payment', amountMinor: -1_000, balanceAfterMinor: 1_500, orderId },
    });
    const { body: payment } = await shop.get(paymentOf(orderId));
    expect(payment).toMatchObject({ state: 'captured', method: { type: 'wallet' } });
    expect(payment).not.toHaveProperty('held');
    const paid = await shop.get(`${paymentOf(orderId)}?version=2`, 'customer');
    expect(paid.body).toMatchObject({ state: 'captured', held: eur(1_000) });
  });

  it('is cancelled, and its goods are free again, when there is not enough', async () => {
    const id = await open(999);
    const { available } = (await shop.get('/v1/stock/MUG')).body;
    const orderId = await shop.place(paidBy(id));
    const order = await shop.rest(orderId, 'cancelled');
    expect(order['cancellationReason']).toMatchObject({ code: 'payment-declined' });
    expect((await shop.get(paymentOf(orderId))).body).toMatchObject({
      ...{ state: 'declined', declineCode: 'insufficient-funds' },
    });
    expect(await account(id)).toMatchObject({ balanceMinor: 999, heldMinor: 0 });
    expect((await shop.get('/v1/stock/MUG')).body).toMatchObject({ available });
  });

  it('is released on the way back', async () => {
    const id = await open(1_000);
    const orderId = await shop.place({ ...paidBy(id), shippingAddress: { ...address, country: 'XX' } });
    const order = await shop.rest(orderId, 'cancelled');
    expect(order['cancellationReason']).toMatchObject({ code: 'shipment-refused' });
    expect(await account(id)).toMatchObject({ balanceMinor: 1_000, heldMinor: 0 });
    const { body } = await shop.get(`/v1/accounts/${id}/holds`);
    expect(body.items).toMatchObject([{ orderId, state: 'released', heldMinor: 0 }]);
    expect((await shop.get(paymentOf(orderId))).body).toMatchObject({ state: 'refunded' });
    expect((await shop.get(`/v1/accounts/${id}/entries`)).body.items).toHaveLength(1);
  });

  it('goes back to the account in parts once it was taken, and never beyond', async () => {
    const id = await open(1_000);
    const orderId = await shipped(id);
    const refund = (amountMinor: number) =>
      shop.post(`${paymentOf(orderId)}/refunds`, { amountMinor, ...why });
    expect(await refund(400)).toMatchObject({ status: 201, body: { state: 'partially-refunded' } });
    expect(await refund(601)).toMatchObject({ status: 422 });
    expect(await refund(600)).toMatchObject({ status: 201, body: { state: 'refunded' } });
    expect(await account(id)).toMatchObject({ balanceMinor: 1_000 });
    const { body } = await shop.get('/v1/ledger/trial-balance');
    const liability = body.items.find(({ kind }) => kind === 'refund-liability');
    expect(liability).toMatchObject({ debitMinor: 1_000, creditMinor: 1_000, balanceMinor: 0 });
  });

  it('goes back to the account when what it paid for comes back', async () => {
    const id = await open(1_000);
    const orderId = await shipped(id);
    await shop.post(`/v1/orders/${orderId}/deliver`);
    const asked = { items: [{ sku: 'MUG', quantity: 1 }], reason: 'the handle is broken' };
    const { body } = await shop.post(`/v1/orders/${orderId}/returns`, asked, { as: 'customer' });
    const path = `/v1/returns/${String(body['id'])}`;
    await shop.post(`${path}/approve`, why);
    await shop.post(`${path}/receive`, { items: [{ sku: 'MUG', quantity: 1, condition: 'damaged' }] });
    await shop.until(path, ({ status }) => status === 'refunded');
    expect(await account(id)).toMatchObject({ balanceMinor: 1_000 });
    const entries = await shop.get(`/v1/accounts/${id}/entries`);
    expect(entries.body.items[0]).toMatchObject({ kind: 'refund', amountMinor: 1_000, orderId });
  });

  it('is refused back, and somebody is told, where the account is closed', async () => {
    const id = await open(1_000);
    const orderId = await shipped(id);
    expect(await shop.post(`/v1/accounts/${id}/close`, why)).toMatchObject({ body: { status: 'closed' } });
    const { body } = await shop.post(`${paymentOf(orderId)}/refunds`, { amountMinor: 1_000, ...why });
    expect(body['refunds']).toMatchObject([{ state: 'refused' }]);
    expect(await account(id)).toMatchObject({ balanceMinor: 0 });
  });

  it('must be able to pay when the order is confirmed', async () => {
    const [frozen, closed] = [await open(1_000), await open(0)];
    await shop.post(`/v1/accounts/${frozen}/freeze`, why);
    await shop.post(`/v1/accounts/${closed}/close`, why);
    const others = [
      await open(1_000, { ownerId: shop.otherCustomerId }),
      await open(1_000, { currency: 'USD' }),
      ...[frozen, closed, newId()],
    ];
    const refused = { status: 422, body: { code: 'order.wallet-unavailable' } };
    for (const accountId of others) {
      const body = shop.order(paidBy(accountId));
      expect(await shop.post('/v1/orders', body, { as: 'customer' })).toMatchObject(refused);
      const draft = await shop.post('/v1/orders', { ...body, confirm: false }, { as: 'customer' });
      expect(draft).toMatchObject({ status: 201 });
      const confirm = `/v1/orders/${String(draft.body['id'])}/confirm`;
      expect(await shop.post(confirm, undefined, { as: 'customer' })).toMatchObject(refused);
    }
  });

  describe('together with a card', () => {
    const split = (accountId: string, { amountMinor, token = 'tok_ok' }: Part = {}) => ({
      paymentMethod: { type: 'card', token, wallet: { accountId, amountMinor } },
    });
    const charges = async (orderId: string) =>
      (await shop.get(`/v1/simulator/charges?orderId=${orderId}`)).body.items;
    const part = (tender: string, amountMinor: number, refundedMinor = 0) => ({
      ...{ tender, amount: { amountMinor }, refunded: { amountMinor: refundedMinor } },
    });
    const sent = async (accountId: string, over: Part = {}, items = [{ sku: 'MUG', quantity: 1 }]) => {
      const orderId = await shop.place({ ...split(accountId, over), items });
      await shop.rest(orderId, 'shipped');
      await shop.until(`/v1/accounts/${accountId}`, ({ heldMinor }) => heldMinor === 0);
      return orderId;
    };

    it('says where the account stands that cannot pay, also when a draft is confirmed', async () => {
      const refused = {
        status: 422,
        body: { code: 'order.wallet-unavailable', errors: [{ pointer: '/paymentMethod/wallet/accountId' }] },
      };
      for (const id of [newId(), await open(1_000, { ownerId: shop.otherCustomerId })]) {
        const body = shop.order(split(id, { amountMinor: 400 }));
        expect(await shop.post('/v1/orders', body, { as: 'customer' })).toMatchObject(refused);
        const draft = await shop.post('/v1/orders', { ...body, confirm: false }, { as: 'customer' });
        const confirm = `/v1/orders/${String(draft.body['id'])}/confirm`;
        expect(await shop.post(confirm, undefined, { as: 'customer' })).toMatchObject(refused);
      }
    });

    it('takes what is there, the card the rest, and gives back to the card first', async () => {
      const id = await open(400);
      const orderId = await sent(id);
      expect((await shop.get(`${paymentOf(orderId)}?version=2`)).body).toMatchObject({
        ...{ state: 'requested', captured: eur(0), held: eur(400) },
      });
      expect(await account(id)).toMatchObject({ balanceMinor: 0 });
      expect(await charges(orderId)).toMatchObject([{ amountMinor: 600, method: 'card' }]);
      const refund = (amountMinor: number) =>
        shop.post(`${paymentOf(orderId)}/refunds`, { amountMinor, ...why });
      expect(await refund(500)).toMatchObject({ status: 201, body: { state: 'partially-refunded' } });
      expect(await account(id)).toMatchObject({ balanceMinor: 0 });
      const { body } = await refund(200);
      expect(body).toMatchObject({
        ...{ state: 'partially-refunded', parts: [part('wallet', 400, 100), part('card', 600, 600)] },
        refunds: [{ tender: 'card' }, { tender: 'card' }, { tender: 'wallet' }],
      });
      expect(await refund(301)).toMatchObject({ status: 422 });
      expect(await refund(300)).toMatchObject({ body: { state: 'refunded' } });
      expect(await account(id)).toMatchObject({ balanceMinor: 400 });
      expect(await charges(orderId)).toMatchObject([{ amountMinor: 600, refundedMinor: 600 }]);
    });

    it('takes from the account what was named, no more and no less', async () => {
      const [rich, poor] = [await open(5_000), await open(100)];
      await sent(rich, { amountMinor: 250 });
      expect(await account(rich)).toMatchObject({ balanceMinor: 4_750 });
      const orderId = await shop.place(split(poor, { amountMinor: 250 }));
      await shop.rest(orderId, 'cancelled');
      expect((await shop.get(paymentOf(orderId))).body).toMatchObject({ declineCode: 'insufficient-funds' });
      expect(await charges(orderId)).toEqual([]);
      expect(await account(poor)).toMatchObject({ balanceMinor: 100, heldMinor: 0 });
    });

    it.each([
      ['all of it', 5_000, [], 4_000],
      ['nothing of it', 0, [{ amountMinor: 1_000 }], 0],
    ])('may pay %s', async (_, there, charged, left) => {
      const id = await open(there);
      const orderId = await sent(id);
      expect(await charges(orderId)).toMatchObject(charged);
      expect(await account(id)).toMatchObject({ balanceMinor: left, heldMinor: 0 });
    });

    it('is let go when the card is declined, and when the parcel is refused', async () => {
      const id = await open(400);
      const declined = await shop.place(split(id, { token: 'tok_declined' }));
      await shop.rest(declined, 'cancelled');
      expect(await account(id)).toMatchObject({ balanceMinor: 400, heldMinor: 0, availableMinor: 400 });
      const refused = await shop.place({ ...split(id), shippingAddress: { ...address, country: 'XX' } });
      await shop.rest(refused, 'cancelled');
      expect(await account(id)).toMatchObject({ balanceMinor: 400, heldMinor: 0 });
      expect(await charges(refused)).toMatchObject([{ amountMinor: 600, refundedMinor: 600 }]);
    });

    it('survives a card that is charged without an answer, and one that is not', async () => {
      const id = await open(400);
      const lost = await sent(id, { token: 'tok_timeout_charged' });
      expect(await charges(lost)).toMatchObject([{ amountMinor: 600 }]);
      const again = await open(400);
      const never = await shop.place(split(again, { token: 'tok_timeout_not_charged' }));
      await shop.runOutOfPatience(never);
      await shop.rest(never, 'cancelled');
      expect(await charges(never)).toEqual([]);
      expect(await account(again)).toMatchObject({ balanceMinor: 400, heldMinor: 0 });
    });

    const cameBack = async (orderId: string) => {
      await shop.post(`/v1/orders/${orderId}/deliver`);
      const asked = { items: [{ sku: 'MUG', quantity: 1 }], reason: 'the handle is broken' };
      const { body } = await shop.post(`/v1/orders/${orderId}/returns`, asked, { as: 'customer' });
      const path = `/v1/returns/${String(body['id'])}`;
      await shop.post(`${path}/approve`, why);
      await shop.post(`${path}/receive`, { items: [{ sku: 'MUG', quantity: 1, condition: 'damaged' }] });
      return path;
    };

    it('whose account refuses its half of a refund is asked for that half alone when it is tried again', async () => {
      const id = await open(2_400);
      const orderId = await sent(id, { amountMinor: 2_400 }, [{ sku: 'MUG', quantity: 3 }]);
      const full = { amountMinor: Number.MAX_SAFE_INTEGER - 300, description: 'no room for 400 more' };
      expect(await shop.post(`/v1/accounts/${id}/deposits`, full)).toMatchObject({ status: 201 });
      const path = await cameBack(orderId);
      await shop.until(path, ({ status }) => status === 'refund-refused');
      expect(await charges(orderId)).toMatchObject([{ refundedMinor: 600 }]);

      await shop.post(`${path}/retry-refund`, why);
      await shop.until(path, ({ status, version }) => status === 'refund-refused' && version === 6);
      expect(await shop.post(`/v1/accounts/${id}/withdrawals`, full)).toMatchObject({ status: 201 });
      await shop.post(`${path}/retry-refund`, why);
      await shop.until(path, ({ status }) => status === 'refunded');
      expect(await account(id)).toMatchObject({ balanceMinor: 400 });
      expect((await shop.get(paymentOf(orderId))).body).toMatchObject({
        ...{ state: 'partially-refunded', refunded: { amountMinor: 1_000 } },
      });
    });

    it('gets back what a return is worth in the same order', async () => {
      const id = await open(400);
      const orderId = await sent(id);
      const path = await cameBack(orderId);
      await shop.until(path, ({ status }) => status === 'refunded');
      expect(await account(id)).toMatchObject({ balanceMinor: 400 });
      expect(await charges(orderId)).toMatchObject([{ refundedMinor: 600 }]);
    });
  });

  it('spends what is there once, whoever orders at the same moment', async () => {
    const id = await open(2_500);
    const orders = await Promise.all(Array.from({ length: 5 }, () => shop.place(paidBy(id))));
    const ends = await Promise.all(
      orders.map((orderId) =>
        shop.until(`/v1/orders/${orderId}`, ({ status }) => status === 'shipped' || status === 'cancelled'),
      ),
    );
    expect(ends.filter(({ body }) => body['status'] === 'shipped')).toHaveLength(2);
    await shop.until(`/v1/accounts/${id}`, ({ heldMinor }) => heldMinor === 0);
    expect(await account(id)).toMatchObject({ balanceMinor: 500 });
  });

  it.each(violations.filter(([name]) => /^(E1|E6|I5|M|S2|S8|S12)/.test(name)))(
    'leaves no %s',
    async (_, sql) => {
      await shop.until('/v1/ops/sagas?state=running', ({ items }) => items.length === 0);
      expect(await shop.database.query(sql)).toEqual([]);
    },
  );
});
