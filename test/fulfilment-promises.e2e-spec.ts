import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { startApp, type Reply, type TestApp } from './app.js';
import { violations } from './faults/orders.js';

const address = {
  name: 'Ada',
  line1: '1 Analytical St',
  city: 'London',
  postalCode: 'N1 7AA',
  country: 'GB',
};
const to = (postalCode: string) => ({ ...address, postalCode });

describe('What an order promises while it is on its way', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({
      config: {
        SAGA_RETRY_BASE_MS: 30,
        SAGA_RETRY_CAP_MS: 100,
        SAGA_ATTENTION_SECONDS: 1,
        GATEWAY_TIMEOUT_MS: 300,
        CARRIER_TIMEOUT_MS: 300,
        PAYMENT_PATIENCE_SECONDS: 3,
      },
    });
    const price = { amountMinor: 1_250, currency: 'EUR' };
    const product = { sku: 'MUG', name: 'Mug', category: 'mugs', price };
    await post('/v1/products', product);
    await post('/v1/stock/MUG/receipts', { quantity: 1_000 });
  });
  afterAll(() => app.close());

  const post = (path: string, body: object) => app.send('POST', path, { as: 'operator', key: newId(), body });
  const get = (path: string) => app.send('GET', path, { as: 'operator' });
  const place = async (over: object = {}): Promise<string> => {
    const reply = await post('/v1/orders', {
      customerId: app.customerId,
      currency: 'EUR',
      items: [{ sku: 'MUG', quantity: 2 }],
      shippingAddress: address,
      paymentMethod: { type: 'card', token: 'tok_ok' },
      confirm: true,
      ...over,
    });
    expect([reply.status, reply.text]).toEqual([202, expect.any(String)]);
    return String(reply.body['id']);
  };
  const until = async (path: string, good: (reply: Reply) => boolean): Promise<Reply> => {
    let reply: Reply | undefined;
    for (let waited = 0; waited < 30_000; waited += 40) {
      reply = await get(path);
      if (reply.status === 200 && good(reply)) return reply;
      await sleep(40);
    }
    throw new Error(`${path} stayed at ${reply?.text}`);
  };
  const order = (id: string, status: string) =>
    until(`/v1/orders/${id}`, ({ body }) => body['status'] === status).then(({ body }) => body);
  const fulfilment = (id: string, state: string) =>
    until(`/v1/orders/${id}/fulfilment`, ({ body }) => body['state'] === state).then(({ body }) => body);
  /** The carrier has been asked, and our side of it is recorded. */
  const handingOver = async (postalCode: string): Promise<string> => {
    const id = await place({ shippingAddress: to(postalCode) });
    await until(`/v1/simulator/parcels?orderId=${id}&include=attempts`, ({ body }) => body.items.length > 0);
    await order(id, 'paid');
    return id;
  };
  const change = (id: string, shippingAddress: object) =>
    app.send('PUT', `/v1/orders/${id}/shipping-address`, {
      as: 'customer',
      key: newId(),
      body: shippingAddress,
    });
  const parcels = async (id: string) =>
    (await get(`/v1/simulator/parcels?orderId=${id}&include=attempts`)).body.items.map(
      ({ postalCode, state }) => `${String(postalCode)} ${String(state)}`,
    );
  const payment = async (id: string) => (await get(`/v1/orders/${id}/payments`)).body.items[0]!;
  const verb = (id: string, name: string, body: object = {}, query = '') =>
    post(`/v1/ops/sagas/${id}/${name}${query}`, { reason: 'the test wants it', ...body });

  it('is shipped and paid after all when it is cancelled too late for its parcel', async () => {
    const id = await handingOver('GONE1200');
    expect((await post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' })).status).toBe(202);
    await fulfilment(id, 'compensating');
    await order(id, 'shipped');
    const { steps } = await fulfilment(id, 'completed');
    expect((steps as { direction: string; name: string; state: string }[]).at(-1)).toMatchObject({
      name: 'ship',
      direction: 'compensate',
      state: 'failed',
    });
    expect(await payment(id)).toMatchObject({ state: 'captured', refunds: [] });
    expect(await violations(app.database)).toEqual([]);
  });

  it('is cancelled and paid back when its parcel can still be called back', async () => {
    const id = await handingOver('SLOW4000');
    await post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' });
    await order(id, 'cancelled');
    expect(await parcels(id)).toEqual(['SLOW4000 cancelled']);
    expect(await payment(id)).toMatchObject({ state: 'refunded' });
    expect(await violations(app.database)).toEqual([]);
  });

  it.each(['SLOW4000', 'LOST-REPLY'])('goes to the new address when that changes at %s', async (code) => {
    const id = await handingOver(code);
    expect((await change(id, to('N1 9GU'))).status).toBe(200);
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('N1 9GU') });
    expect(await parcels(id)).toEqual(['N1 9GU accepted', `${code} cancelled`]);
    expect(await violations(app.database)).toEqual([]);
  });

  it('goes to the corrected address when the carrier never answers for the first one', async () => {
    const id = await place({ shippingAddress: to('DOWN') });
    await fulfilment(id, 'needs-attention');
    expect((await change(id, to('N1 9GU'))).status).toBe(200);
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('N1 9GU') });
    await fulfilment(id, 'completed');
  });

  it('says where the parcel goes when a change of address came too late', async () => {
    const id = await handingOver('GONE1200');
    await change(id, to('N1 9GU'));
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('GONE1200') });
    expect(await parcels(id)).toEqual(['GONE1200 accepted']);
    expect(await violations(app.database)).toEqual([]);
  });

  it('takes no new address from the moment the carrier has the parcel, also while nobody has told it so', async () => {
    const subscription = '/v1/ops/subscriptions/fulfilment.saga';
    const id = await handingOver('SLOW1000');
    await post(`${subscription}/pause`, { reason: 'deaf' });
    await until(`/v1/shipments/${derivedId(id, 'shipment')}`, ({ body }) => body['state'] === 'dispatched');
    expect((await get(`/v1/orders/${id}`)).body['status']).toBe('paid');
    expect(await change(id, to('N1 9GU'))).toMatchObject({
      status: 409,
      body: { code: 'order.already-shipped' },
    });
    expect((await change(id, to('SLOW1000'))).status).toBe(200);
    await post(`${subscription}/resume`, { reason: 'hears again' });
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('SLOW1000') });
  });

  it('is given no money back beside a parcel that is being handed over', async () => {
    const id = await handingOver('SLOW1000');
    const refund = async () =>
      post(`/v1/payments/${String((await payment(id))['id'])}/refunds`, {
        amountMinor: 2_500,
        reason: 'kind',
      });
    expect(await refund()).toMatchObject({ status: 409, body: { code: 'payment.order-in-fulfilment' } });
    await order(id, 'shipped');
    expect(await refund()).toMatchObject({ status: 201, body: { state: 'refunded' } });
  });

  it('is not cancelled as unpaid by a saga that did not hear of the money', async () => {
    const id = await place({ paymentMethod: { type: 'card', token: 'tok_slow_1000' } });
    await until(`/v1/orders/${id}/payments`, ({ body }) => body.items.length === 1);
    const subscription = '/v1/ops/subscriptions/fulfilment.saga';
    await post(`${subscription}/pause`, { reason: 'deaf' });
    await until(`/v1/orders/${id}/payments`, ({ body }) => body.items[0]!['state'] === 'captured');
    await sleep(3_500);
    expect((await get(`/v1/orders/${id}`)).body['status']).toBe('confirmed');
    await post(`${subscription}/resume`, { reason: 'hears again' });
    await order(id, 'shipped');
    expect(await payment(id)).toMatchObject({ state: 'captured' });
  });

  it('is in sight when nothing is under way that could end it, and goes on when it is told to', async () => {
    const id = await place({ paymentMethod: { type: 'bank_transfer' } });
    const { body } = await until(`/v1/orders/${id}/payments`, (reply) => reply.body.items.length === 1);
    await app.database.query('delete from platform.saga_tasks where saga_id = $1', [id]);
    await app.database.query(
      `update platform.sagas set updated_at = now() - interval '1 hour' where saga_id = $1`,
      [id],
    );
    expect((await get('/v1/ops/attention?limit=100')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'unwatched-saga', object: id }),
    );
    expect((await verb(id, 'retry')).status).toBe(202);
    expect(await app.database.query('select * from audit.unwatched_sagas')).toEqual([]);
    await post(`/v1/payments/${String(body.items[0]!['id'])}/record`, {
      outcome: 'captured',
      reference: 'MT940',
    });
    await order(id, 'shipped');
  });

  it('shows what a verb would do before it is done, and asks which of several things is meant', async () => {
    const id = await place({ shippingAddress: to('DOWN') });
    const before = await fulfilment(id, 'needs-attention');
    expect(before['troubles']).toMatchObject([{ step: 'ship', direction: 'forward' }]);
    const shown = await verb(id, 'compensate', {}, '?dryRun=true');
    expect(shown).toMatchObject({ status: 200, body: { orderId: id, state: 'compensating' } });
    expect(shown.body['dryRun']).toMatchObject({
      records: expect.arrayContaining([expect.objectContaining({ type: 'StepGivenUp' })]),
      sends: [{ command: 'CancelShipment', step: 'ship', direction: 'compensate' }],
    });
    expect((await get(`/v1/orders/${id}/fulfilment`)).body['version']).toBe(before['version']);
    expect(await verb(id, 'retry', { step: 'pay' })).toMatchObject({ body: { code: 'saga.not-stuck' } });
    expect(await verb(id, 'resolve', { step: 'ship' })).toMatchObject({
      body: { code: 'saga.cannot-resolve' },
    });
    expect(await verb(id, 'retry', { step: 'ship', direction: 'forward' })).toMatchObject({ status: 202 });
    await verb(id, 'compensate');
    await order(id, 'cancelled');
  });

  it('waits with all others for a carrier that is away, which is one thing to look at, and goes on with them', async () => {
    const outage = new pg.Client({ connectionString: app.config.DATABASE_URL });
    await outage.connect();
    await outage.query('begin');
    await outage.query('lock table simulator.parcels in access exclusive mode');
    const ids = await Promise.all(Array.from({ length: 5 }, () => place()));
    for (const id of ids) await order(id, 'paid');
    const { body } = await until(
      '/v1/ops/outages',
      ({
        body: {
          items: [outage],
        },
      }) => outage?.['waiting'] === 5,
    );
    expect(body.items).toMatchObject([{ party: 'carrier' }]);
    const { items } = (await get('/v1/ops/attention?limit=100')).body;
    expect(items.filter(({ kind }) => kind === 'outage')).toMatchObject([{ object: 'carrier' }]);
    for (const id of ids) expect(JSON.stringify(items)).not.toContain(id);
    await outage.query('rollback');
    await outage.end();
    expect(await post('/v1/ops/outages/carrier/retry', { reason: 'it is back' })).toMatchObject({
      status: 202,
      body: { party: 'carrier' },
    });
    for (const id of ids) await order(id, 'shipped');
    const unknown = await post('/v1/ops/outages/nobody/retry', { reason: 'who?' });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'outage.unknown-party' } });
  });
});
