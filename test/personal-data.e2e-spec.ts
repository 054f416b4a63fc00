import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { findInDatabase } from './canary.js';
import { openShop, type Shop } from './shop.js';

/** Nobody else is called so or lives there. */
const canary = () => {
  const mark = newId().slice(-12);
  const address = {
    name: `Zanaria Quill${mark}`,
    line1: `${mark} Heliotrope Passage`,
    line2: `Backyard ${mark}z`,
    city: `Ysgard${mark}`,
    region: `Shire${mark}`,
    postalCode: `PC ${mark}`,
    country: 'GB',
  };
  return {
    address,
    email: `zanaria.${mark}@example.com`,
    words: [mark, 'Zanaria', 'Heliotrope'],
  };
};

describe('What is known of a person', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.stocked('MUG', 1_000);
  });
  afterAll(() => shop.close());

  const path = (customerId = shop.customerId) => `/v1/customers/${customerId}/personal-data`;
  const erase = (customerId: string, as: 'operator' | 'customer' | 'service' = 'operator') =>
    shop.send('DELETE', path(customerId), { as, body: { reason: 'asked for by the customer' } });
  const erased = (customerId: string) =>
    shop.until(
      path(customerId),
      ({ erasure }) => (erasure as { status?: string } | null)?.status === 'erased',
    );
  const ordered = async (customerId: string, address: object) => {
    const reply = await shop.post('/v1/orders', shop.order({ customerId, shippingAddress: address }));
    return String(reply.body['id']);
  };

  it('is nowhere in clear, is shown to them and to operators, whose reading is recorded', async () => {
    const { address, email, words } = canary();
    const orderId = await shop.place({ shippingAddress: address });
    await shop.send('PUT', `/v1/customers/${shop.customerId}/contact`, { as: 'customer', body: { email } });
    await shop.rest(orderId, 'shipped');
    const found = await findInDatabase(shop.database, words);
    // The simulated carrier has to know where its parcels go.
    expect(found.filter((place) => !place.startsWith('simulator.parcels'))).toEqual([]);

    for (const as of ['customer', 'operator'] as const) {
      const { status, body } = await shop.get(path(), as);
      expect(status).toBe(200);
      expect(body).toMatchObject({ customerId: shop.customerId, contact: { email }, erasure: null });
      const { items } = body['orders'] as { items: Record<string, unknown>[] };
      expect(items.find(({ id }) => id === orderId)).toMatchObject({ shippingAddress: address });
    }
    const [reading] = await shop.database.query(
      `select actor, object from platform.operator_actions where action = 'personal-data.read'`,
    );
    expect(reading).toEqual({ actor: 'operator:demo-operator', object: shop.customerId });
    expect((await shop.get(path(), 'otherCustomer')).status).toBe(404);
    expect((await shop.get(path(), 'service')).status).toBe(403);
    expect((await shop.get(path(), 'nobody')).status).toBe(401);
    expect((await erase(shop.customerId, 'customer')).status).toBe(403);
    expect((await shop.get(path(newId()))).body).toMatchObject({ code: 'customer.not-found' });
    expect((await erase(newId())).status).toBe(404);
  });

  it('is erased: history folds and says so wherever it is read, and a new order has a new key', async () => {
    const { address, email, words } = canary();
    const customerId = newId();
    const orderId = await ordered(customerId, address);
    await shop.send('PUT', `/v1/customers/${customerId}/contact`, { body: { email } });
    await shop.rest(orderId, 'shipped');
    expect(await erase(customerId)).toMatchObject({ status: 202, body: { customerId, status: 'erasing' } });
    const { body } = await erased(customerId);
    expect(body).toMatchObject({ contact: null });
    expect(await findInDatabase(shop.database, words)).toEqual([]);

    const gone = {
      ...{ name: 'erased', line1: 'erased', line2: 'erased', city: 'erased' },
      ...{ region: 'erased', postalCode: 'erased', country: 'GB' },
    };
    const of = `/v1/orders/${orderId}`;
    for (const view of [of, `${of}?version=1`]) {
      expect((await shop.get(view)).body).toMatchObject({ id: orderId, shippingAddress: gone });
    }
    const all = [
      ...[`${of}/events`, `${of}/timeline?limit=100`, `${of}/as-of?at=${new Date().toISOString()}`],
      ...[`/v1/shipments?orderId=${orderId}`, `/v1/orders?customerId=${customerId}`],
      ...[`/v1/ops/events?stream=order-${orderId}`, path(customerId)],
    ];
    for (const view of all) {
      const { status, text } = await shop.get(view);
      expect([view, status]).toEqual([view, 200]);
      expect(text).toContain('"erased"');
      expect(text).not.toContain('sealed:');
      for (const word of words) expect(text).not.toContain(word);
    }

    const again = await erase(customerId);
    expect(again).toMatchObject({ status: 202, body: { status: 'erased' } });
    const back = await ordered(customerId, address);
    expect((await shop.get(`/v1/orders/${back}`)).body).toMatchObject({ shippingAddress: address });
    expect((await shop.get(of)).body).toMatchObject({ shippingAddress: gone });
  });

  it('stays while an order is to be sent, and the refusal names it', async () => {
    const { address } = canary();
    const customerId = newId();
    const orderId = await ordered(customerId, { ...address, postalCode: 'SLOW2000' });
    expect(await erase(customerId)).toMatchObject({
      status: 409,
      body: { code: 'customer.orders-under-way', orders: [orderId] },
    });
    await shop.rest(orderId, 'shipped');
    expect((await erase(customerId)).status).toBe(202);
  });

  it('is not needed for a draft, which asks for an address again', async () => {
    const { address } = canary();
    const customerId = newId();
    const draft = await shop.post(
      '/v1/orders',
      shop.order({ customerId, shippingAddress: address, confirm: false }),
    );
    const of = `/v1/orders/${String(draft.body['id'])}`;
    await erase(customerId);
    expect((await shop.post(`${of}/confirm`)).body).toMatchObject({
      code: 'order.incomplete',
      errors: [{ pointer: '/shippingAddress' }],
    });
    await shop.send('PUT', `${of}/shipping-address`, { body: address });
    expect((await shop.post(`${of}/confirm`)).status).toBe(202);
  });

  it('would be found by the search if it leaked', async () => {
    const { words } = canary();
    const [word] = words;
    await shop.database.query(
      `insert into platform.idempotency (principal, route, key, fingerprint, command_id, status, body, expires_at)
       values ('operator:x', 'POST /x', 'x', 'x', $1, 200, $2, now())`,
      [newId(), JSON.stringify({ name: word })],
    );
    const found = await eventually(() => findInDatabase(shop.database, words));
    expect(found).toEqual([`platform.idempotency: ${word}`]);
  });
});
