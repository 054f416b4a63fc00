import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandBus, QueryBus, type Command } from '@nestjs/cqrs';
import { GetProducts } from '../src/catalog/contract.js';
import { CompleteErasure } from '../src/customers/customer.commands.js';
import { CustomerErased, CustomerErasureRequested } from '../src/customers/customer.events.js';
import { Erasure } from '../src/customers/erasure.js';
import { ForgetAddresses } from '../src/fulfilment/contract.js';
import { CreateOrder } from '../src/orders/contract.js';
import { createOrder, order } from '../src/orders/order.decider.js';
import { newId } from '../src/platform/core/ids.js';
import { OutcomePending } from '../src/platform/core/outcome-pending.js';
import { systemContext } from '../src/platform/cqrs/command.js';
import { AggregateStore } from '../src/platform/event-store/aggregate-store.js';
import { EventLog } from '../src/platform/event-store/event-log.js';
import { streamOf } from '../src/platform/event-store/recorded.js';
import { Snapshots } from '../src/platform/event-store/snapshots.js';
import { PersonalData } from '../src/platform/personal-data/personal-data.js';
import { PersonalKeys } from '../src/platform/personal-data/personal-keys.js';
import { Life } from '../src/platform/testing/mortal.js';
import { startApp } from './app.js';
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

  /** An answer as an older program would have kept it for repeats. */
  const kept = (body: string, resourceId: string | null = null) =>
    shop.database.query(
      `insert into platform.idempotency
         (principal, route, key, fingerprint, command_id, status, body, resource_id, expires_at)
       values ('operator:x', 'POST /x', $1, 'x', $2, 200, $3, $4, now())`,
      [newId(), newId(), body, resourceId],
    );
  const history = (orderId: string) =>
    shop.database.query(
      `select version, type, event_id, metadata::text as metadata, data ->> 'customerId' as customer
       from platform.events where stream_id = $1 order by version`,
      [`order-${orderId}`],
    );

  it('is nowhere in clear, is shown to them and to operators, whose reading is recorded', async () => {
    const { address, email, words } = canary();
    const orderId = await shop.place({ shippingAddress: address });
    await shop.send('PUT', `/v1/customers/${shop.customerId}/contact`, { as: 'customer', body: { email } });
    await shop.rest(orderId, 'shipped');
    const found = await findInDatabase(shop.database, words);
    // The simulated carrier has to know where its parcels go.
    expect(found.filter((place) => !place.startsWith('simulator.parcels'))).toEqual([]);

    await shop.post(`/v1/orders/${orderId}/deliver`);
    await shop.rest(orderId, 'delivered');
    const wish = { items: [{ sku: 'MUG', quantity: 1 }], reason: 'it reminds me of my aunt' };
    const asked = await shop.post(`/v1/orders/${orderId}/returns`, wish, { as: 'customer' });
    expect(asked.status).toBe(201);

    for (const as of ['customer', 'operator'] as const) {
      const { status, body } = await shop.get(path(), as);
      expect(status).toBe(200);
      expect(body).toMatchObject({ customerId: shop.customerId, contact: { email }, erasure: null });
      expect(body).toMatchObject({ accounts: [], moreAccounts: false, moreReturns: false });
      expect(body['returns']).toMatchObject([{ id: asked.body['id'], reason: wish.reason }]);
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

  it('is not kept of what carriers tell of a parcel, before and after it is erased', async () => {
    const { address, words } = canary();
    const customerId = newId();
    const orderId = await ordered(customerId, address);
    await shop.rest(orderId, 'shipped');
    const { body } = await shop.get(`/v1/shipments?orderId=${orderId}`);
    const shipment = `/v1/shipments/${String(body.items[0]!['id'])}`;
    const tell = (status: string, detail: string) =>
      shop.post(`${shipment}/tracking`, { status, at: new Date().toISOString(), detail });
    const told = await tell('in_transit', `for ${address.name.toUpperCase()}, ${address.line1}: tomorrow`);
    expect(told).toMatchObject({ status: 200, body: { tracking: [{ detail: 'for …, …: tomorrow' }] } });
    await erase(customerId);
    await erased(customerId);
    const { body: last } = await tell('delivered', `signed by ${address.name}`);
    expect(last['tracking']).toEqual([
      expect.objectContaining({ status: 'in_transit' }),
      expect.not.objectContaining({ detail: expect.anything() }),
    ]);
    expect(await findInDatabase(shop.database, words)).toEqual([]);
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

    const resent = async (id: string) => {
      const mails = await shop.until(`/v1/orders/${id}/notifications`, ({ items }) => items.length > 0);
      const [mail] = mails.body.items;
      return shop.post(`/v1/notifications/${String(mail!['id'])}/resend`, { reason: 'they ask for it' });
    };
    const nobody = { status: 409, body: { code: 'notification.customer-erased' } };
    expect(await resent(orderId)).toMatchObject(nobody);

    const again = await erase(customerId);
    expect(again).toMatchObject({ status: 202, body: { status: 'erased' } });
    const back = await ordered(customerId, address);
    expect((await shop.get(`/v1/orders/${back}`)).body).toMatchObject({ shippingAddress: address });
    await shop.send('PUT', `/v1/customers/${customerId}/contact`, { body: { email } });
    expect(await resent(orderId)).toMatchObject(nobody);
    expect(await resent(back)).toMatchObject({ status: 202 });
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

  it('stays as it is where the one who asks knows another version', async () => {
    const { address } = canary();
    const customerId = newId();
    const draft = await shop.post(
      '/v1/orders',
      shop.order({ customerId, shippingAddress: address, confirm: false }),
    );
    const stale = await shop.send('DELETE', path(customerId), {
      ...{ body: { reason: 'asked for by the customer' }, headers: { 'if-match': '"99"' } },
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
    expect((await shop.post(`/v1/orders/${String(draft.body['id'])}/confirm`)).status).toBe(202);
    expect((await shop.get(path(customerId))).body).toMatchObject({ erasure: null });
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

  it('is erased where an older program has left it in clear, and nothing else of it changes', async () => {
    const { address, words } = canary();
    const [customerId, orderId] = [newId(), newId()];
    const command = new CreateOrder(
      {
        ...{ orderId, customerId, currency: 'EUR', confirm: true, shippingAddress: address },
        ...{ items: [{ sku: 'MUG', quantity: 1 }], paymentMethod: { type: 'card', token: 'tok_ok' } },
      },
      systemContext('an older program'),
    );
    const products = await shop.app.get(QueryBus, { strict: false }).execute(new GetProducts(['MUG']));
    const store = shop.app.get(AggregateStore, { strict: false });
    await store.create(order, orderId, command.by, createOrder(command, products));
    await shop.rest(orderId, 'shipped');
    const loaded = await store.load(order, orderId);
    await shop.app.get(Snapshots, { strict: false }).store(order, loaded);
    await kept(JSON.stringify(loaded.state), orderId);
    const before = await history(orderId);
    expect(await findInDatabase(shop.database, words)).toContainEqual(
      expect.stringMatching(/^platform\.events/),
    );

    expect((await erase(customerId)).status).toBe(202);
    await erased(customerId);
    expect(await findInDatabase(shop.database, words)).toEqual([]);
    const { body } = await shop.get(`/v1/orders/${orderId}`);
    expect(body).toMatchObject({ status: 'shipped', shippingAddress: { name: 'erased', country: 'GB' } });
    expect(await history(orderId)).toEqual(before);
    await expect(
      shop.database.query(`update platform.events set data = '{}' where stream_id = $1`, [
        `order-${orderId}`,
      ]),
    ).rejects.toThrow(/events are immutable/);
  });

  it('is erased to the end, wherever the process dies, and the word is given once', async () => {
    const { address, email, words } = canary();
    const customerId = newId();
    const orderId = await ordered(customerId, address);
    await shop.send('PUT', `/v1/customers/${customerId}/contact`, { body: { email } });
    await shop.rest(orderId, 'shipped');
    const subscription = '/v1/ops/subscriptions/customers.erasure';
    await shop.post(`${subscription}/pause`, { reason: 'the spec does it' });
    await erase(customerId);
    const [asked] = await shop.app
      .get(EventLog, { strict: false })
      .readStream(streamOf('customer', customerId));
    const services = [CommandBus, PersonalKeys].map((type) => shop.app.get<object>(type, { strict: false }));
    for (let moments = 0, done = false; !done; moments++) {
      const life = new Life(moments);
      const [commands, keys] = services.map((service) => life.sees(service));
      const erasure = new Erasure(commands as CommandBus, keys as PersonalKeys);
      done = await erasure.handle([asked!]).then(
        () => true,
        async (error: unknown) => {
          if (error instanceof OutcomePending) await sleep(error.options.retryAfterMs);
          return false;
        },
      );
      expect(moments).toBeLessThan(30);
    }
    await shop.post(`${subscription}/resume`, { reason: 'the spec is done' });
    expect((await erased(customerId)).body).toMatchObject({ contact: null });
    expect(await findInDatabase(shop.database, words)).toEqual([]);
    const { body } = await shop.get(`/v1/ops/events?stream=customer-${customerId}`);
    expect(body.items.map(({ type }) => type)).toEqual(['CustomerErased', 'CustomerErasureRequested']);
  });

  it.each([
    ['ForgetAddresses', ForgetAddresses],
    ['CompleteErasure', CompleteErasure],
  ])(
    'is erased to the end where it is given, and its erasure asked for, once more before the last %s',
    async (_, step) => {
      const { address } = canary();
      const customerId = newId();
      const draft = () =>
        shop.post('/v1/orders', shop.order({ customerId, shippingAddress: address, confirm: false }));
      await draft();
      const subscription = '/v1/ops/subscriptions/customers.erasure';
      await shop.post(`${subscription}/pause`, { reason: 'the spec does it' });
      await erase(customerId);
      const log = shop.app.get(EventLog, { strict: false });
      const [asked] = await log.readStream(streamOf('customer', customerId));
      const commands = shop.app.get(CommandBus, { strict: false });
      const given: string[] = [];
      let isLast = false;
      const bus = {
        execute: async (command: Command<unknown>) => {
          if (isLast && command instanceof step && given.length === 0) {
            given.push(String((await draft()).body['id']));
            expect(await erase(customerId)).toMatchObject({ status: 202, body: { status: 'erasing' } });
          }
          return commands.execute(command);
        },
      };
      const erasure = new Erasure(bus as CommandBus, shop.app.get(PersonalKeys, { strict: false }));
      for (let done = false; !done;) {
        done = await erasure.handle([asked!]).then(
          () => true,
          async (error: unknown) => {
            if (!(error instanceof OutcomePending)) throw error;
            isLast = true;
            await sleep(error.options.retryAfterMs);
            return false;
          },
        );
      }
      const wrapped = 'select from personal.keys where subject_id = $1 and wrapped is not null';
      expect(await shop.database.query(wrapped, [customerId])).toEqual([]);
      await shop.post(`${subscription}/resume`, { reason: 'the spec is done' });
      const { body } = await shop.get(`/v1/orders/${given[0]!}`);
      expect(body).toMatchObject({ shippingAddress: { name: 'erased' } });
      const told = await log.readStream(streamOf('customer', customerId));
      expect(told.map(({ event }) => event.constructor)).toEqual([CustomerErasureRequested, CustomerErased]);
    },
  );

  it('is erased for another instance, too, which has just shown it', async () => {
    const { address } = canary();
    const customerId = newId();
    const orderId = await ordered(customerId, address);
    await shop.rest(orderId, 'shipped');
    const other = await startApp({ databaseUrl: shop.config.DATABASE_URL });
    // It has to look up how to open what it tells; the hash of its answer is of what it told.
    const key = newId();
    const reply = await other.send('POST', `/v1/orders/${orderId}/deliver`, { key });
    expect([reply.status, reply.text]).toEqual([200, expect.stringContaining(address.line1)]);
    const hash = createHash('sha256').update(reply.text).digest('hex');
    const sql = 'select body_sha256 from audit.idempotency where key = $1';
    expect(await shop.database.query(sql, [key])).toEqual([{ body_sha256: hash }]);
    const seen = () => other.send('GET', `/v1/orders/${orderId}`);
    expect((await seen()).body).toMatchObject({ shippingAddress: address });
    await erase(customerId);
    await erased(customerId);
    expect((await seen()).body).toMatchObject({ shippingAddress: { name: 'erased' } });
    await other.close();
  });

  it('is opened by keys that were wrapped anew', async () => {
    const { address } = canary();
    const customerId = newId();
    const orderId = await ordered(customerId, address);
    const [next] = ['a key of the environment that comes after the first'];
    const first = shop.config.PERSONAL_DATA_KEY;
    const keysOf = (...given: string[]) => new PersonalKeys(shop.database, { PERSONAL_DATA_KEY: given });
    await expect(keysOf(next!).refuseForeign()).rejects.toThrow('PERSONAL_DATA_KEY');
    expect(await keysOf(next!, ...first).rewrap()).toBeGreaterThan(0);
    await keysOf(next!).refuseForeign();
    const events = await shop.database.query(`select data from platform.events where stream_id = $1`, [
      `order-${orderId}`,
    ]);
    const opened = await new PersonalData(keysOf(next!)).openAll(events);
    expect(opened[0]).toMatchObject({ data: { shippingAddress: address } });
    await expect(keysOf(...first).forSealing(customerId)).rejects.toThrow('PERSONAL_DATA_KEY');
    expect(await keysOf(...first, next!).rewrap()).toBeGreaterThan(0);
    expect(await keysOf(...first).rewrap()).toBe(0);
  });

  it('would be found by the search if it leaked', async () => {
    const { words } = canary();
    const [word] = words;
    await kept(JSON.stringify({ name: word }));
    const found = await eventually(() => findInDatabase(shop.database, words));
    expect(found).toEqual([`platform.idempotency: ${word}`]);
  });
});
