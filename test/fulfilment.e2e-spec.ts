import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { derivedId, newId } from '../src/platform/core/ids.js';
import { CARRIER, type Carrier } from '../src/shipping/carrier/carrier.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { bankTransfer, card, eur, to } from './builders.js';
import { violations } from './faults/orders.js';
import { openShop, type Shop } from './shop.js';

const HAS_JUDGED = `
  select from platform.saga_tasks where saga_id = $1 and kind = 'timeout' and last_error like '%has not heard%'`;

interface Step {
  readonly name: string;
  readonly direction: string;
  readonly state: string;
  readonly attempts: number;
}

describe('What an order promises while it is on its way', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({
      config: {
        SAGA_ATTENTION_SECONDS: 1,
        SAGA_ATTEMPTS: 12,
      },
    });
    await shop.stocked('MUG', 1_000);
  });
  afterAll(() => shop.close());

  const order = async (id: string, status: string) =>
    (await shop.until(`/v1/orders/${id}`, (now) => now['status'] === status)).body;
  const fulfilment = async (id: string, state: string) => {
    const { body } = await shop.until(`/v1/orders/${id}/fulfilment`, (now) => now['state'] === state);
    return body as typeof body & { readonly steps: readonly Step[] };
  };
  /** The carrier has been asked, and our side of it is recorded. */
  const handingOver = async (postalCode: string): Promise<string> => {
    const id = await shop.place({ shippingAddress: to(postalCode) });
    await shop.until(`/v1/simulator/parcels?orderId=${id}&include=attempts`, ({ items }) => items.length > 0);
    await order(id, 'paid');
    return id;
  };
  /** A carrier that is slow takes until then. */
  const handedOver = (id: string) =>
    shop.database.query('update simulator.parcels set settles_at = clock_timestamp() where order_id = $1', [
      id,
    ]);
  const change = (id: string, shippingAddress: object) =>
    shop.send('PUT', `/v1/orders/${id}/shipping-address`, {
      as: 'customer',
      key: newId(),
      body: shippingAddress,
    });
  const parcels = async (id: string) =>
    (await shop.get(`/v1/simulator/parcels?orderId=${id}&include=attempts`)).body.items.map(
      ({ postalCode, state }) => `${String(postalCode)} ${String(state)}`,
    );
  const payment = async (id: string) => (await shop.get(`/v1/orders/${id}/payments`)).body.items[0]!;
  const verb = (id: string, name: string, body: object = {}, query = '') =>
    shop.post(`/v1/ops/sagas/${id}/${name}${query}`, { reason: 'the test wants it', ...body });

  it.each(['tok_error_then_ok', 'tok_timeout_charged', 'tok_slow_200', 'tok_slow_600'])(
    'is shipped and charged once with %s',
    async (token) => {
      const id = await shop.place({ paymentMethod: card(token) });
      await order(id, 'shipped');
      const { body } = await shop.get(`/v1/simulator/charges?orderId=${id}`);
      expect(body.items).toHaveLength(1);
      expect(await violations(shop.database)).toEqual([]);
    },
  );

  it('is cancelled and owes nobody anything when the payment service is away', async () => {
    const id = await shop.place({ paymentMethod: card('tok_down') });
    await shop.runOutOfPatience(id);
    expect(await order(id, 'cancelled')).toMatchObject({ cancellationReason: { code: 'payment-timeout' } });
    const { steps } = await fulfilment(id, 'compensated');
    const back = steps.filter(({ direction }) => direction === 'compensate');
    expect(back.map(({ name, state }) => `${name}: ${state}`)).toEqual(['pay: done', 'reserve: done']);
    expect(await violations(shop.database)).toEqual([]);
  });

  it('is shipped once when the carrier accepts and never answers', async () => {
    const id = await shop.place({ shippingAddress: to('LOST-REPLY') });
    await order(id, 'shipped');
    const { steps } = await fulfilment(id, 'completed');
    expect(steps.at(-1)!.attempts).toBeGreaterThan(1);
    expect(await parcels(id)).toEqual(['LOST-REPLY accepted']);
  });

  it('asks for less, sends less and takes less back when units are cancelled before it is paid', async () => {
    const id = await shop.place({ items: [{ sku: 'MUG', quantity: 3 }], paymentMethod: bankTransfer });
    await shop.until(`/v1/orders/${id}/payments`, ({ items }) => items.length === 1);
    const cut = { reason: 'two are enough', items: [{ sku: 'MUG', quantity: 1 }] };
    expect(await shop.post(`/v1/orders/${id}/cancel`, cut, { as: 'customer' })).toMatchObject({
      ...{ status: 202, body: { status: 'confirmed', total: eur(2_500), items: [{ quantity: 2 }] } },
    });
    const { id: paymentId, ...due } = await payment(id);
    expect(due).toMatchObject({ state: 'requested', amount: eur(2_500) });
    await shop.post(`/v1/payments/${String(paymentId)}/record`, {
      outcome: 'captured',
      reference: 'SEPA-7',
    });
    await shop.rest(id, 'shipped');
    await shop.post(`/v1/orders/${id}/deliver`);
    const back = (quantity: number) =>
      shop.post(`/v1/orders/${id}/returns`, { reason: 'broken', items: [{ sku: 'MUG', quantity }] });
    expect(await back(3)).toMatchObject({ status: 422, body: { code: 'return.more-than-delivered' } });
    expect(await back(2)).toMatchObject({ status: 201 });
    expect(await violations(shop.database)).toEqual([]);
  });

  it('can be followed live, and resumed where a reader left off', async () => {
    const id = await shop.place();
    const read = async (after?: string) => {
      const response = await fetch(`${shop.url}/v1/orders/${id}/live`, {
        headers: {
          authorization: `Bearer ${shop.tokens.customer}`,
          ...(after && { 'last-event-id': after }),
        },
      });
      return response.text();
    };
    const whole = await read();
    const ids = [...whole.matchAll(/^id: ?(\d+)$/gm)].map(([, n]) => n!);
    expect(whole).toMatch(/event: ?OrderShipped/);
    expect(whole).toMatch(/event: ?end/);
    const rest = await read(ids[2]);
    expect([...rest.matchAll(/^id: ?(\d+)$/gm)].map(([, n]) => n)).toEqual(
      expect.arrayContaining(ids.slice(3, 6)),
    );
    expect(rest).not.toContain(`id: ${ids[1]}\n`);
  });

  it('is shipped and paid after all when it is cancelled too late for its parcel', async () => {
    const id = await handingOver('GONE60000');
    expect((await shop.post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' })).status).toBe(202);
    await fulfilment(id, 'compensating');
    await handedOver(id);
    await order(id, 'shipped');
    const { steps } = await fulfilment(id, 'completed');
    expect(steps.at(-1)).toMatchObject({
      name: 'ship',
      direction: 'compensate',
      state: 'failed',
    });
    expect(await payment(id)).toMatchObject({ state: 'captured', refunds: [] });
    expect(await violations(shop.database)).toEqual([]);
  });

  it('is cancelled and paid back when its parcel can still be called back', async () => {
    const id = await handingOver('SLOW60000');
    await shop.post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' });
    await order(id, 'cancelled');
    expect(await parcels(id)).toEqual(['SLOW60000 cancelled']);
    expect(await payment(id)).toMatchObject({ state: 'refunded' });
    expect(await violations(shop.database)).toEqual([]);
  });

  const goesToTheNewAddress = async (id: string, code: string) => {
    expect((await change(id, to('N1 9GU'))).status).toBe(200);
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('N1 9GU') });
    expect(await parcels(id)).toEqual(['N1 9GU accepted', `${code} cancelled`]);
    expect(await violations(shop.database)).toEqual([]);
  };

  it('goes to the new address when that changes before the carrier has answered', async () => {
    await goesToTheNewAddress(await handingOver('SLOW60000'), 'SLOW60000');
  });

  it('goes to the new address when that changes before a lost reply was looked up', async () => {
    const carrier = shop.app.get<Carrier>(CARRIER);
    const { find } = carrier;
    Object.assign(carrier, { find: () => new Promise(() => undefined) });
    try {
      await goesToTheNewAddress(await handingOver('LOST-REPLY'), 'LOST-REPLY');
    } finally {
      Object.assign(carrier, { find });
    }
  });

  it('goes to the corrected address when the carrier never answers for the first one', async () => {
    const id = await shop.place({ shippingAddress: to('DOWN') });
    await fulfilment(id, 'needs-attention');
    expect((await change(id, to('N1 9GU'))).status).toBe(200);
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('N1 9GU') });
    await fulfilment(id, 'completed');
  });

  it('says where the parcel goes when a change of address came too late', async () => {
    const id = await handingOver('GONE60000');
    expect((await change(id, to('N1 9GU'))).status).toBe(200);
    await handedOver(id);
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('GONE60000') });
    expect(await parcels(id)).toEqual(['GONE60000 accepted']);
    expect(await violations(shop.database)).toEqual([]);
  });

  it('takes no new address from the moment the carrier has the parcel, also while nobody has told it so', async () => {
    const subscription = '/v1/ops/subscriptions/fulfilment.saga';
    const id = await handingOver('SLOW60000');
    await shop.post(`${subscription}/pause`, { reason: 'deaf' });
    await handedOver(id);
    await shop.until(`/v1/shipments/${derivedId(id, 'shipment')}`, ({ state }) => state === 'dispatched');
    expect((await shop.get(`/v1/orders/${id}`)).body['status']).toBe('paid');
    expect(await change(id, to('N1 9GU'))).toMatchObject({
      status: 409,
      body: { code: 'order.already-shipped' },
    });
    expect((await change(id, to('SLOW60000'))).status).toBe(200);
    await shop.post(`${subscription}/resume`, { reason: 'hears again' });
    expect(await order(id, 'shipped')).toMatchObject({ shippingAddress: to('SLOW60000') });
  });

  it('is given no money back beside a parcel that is being handed over', async () => {
    const id = await handingOver('SLOW60000');
    const refund = async () =>
      shop.post(`/v1/payments/${String((await payment(id))['id'])}/refunds`, {
        amountMinor: 1_250,
        reason: 'kind',
      });
    expect(await refund()).toMatchObject({ status: 409, body: { code: 'payment.order-in-fulfilment' } });
    await handedOver(id);
    await order(id, 'shipped');
    expect(await refund()).toMatchObject({ status: 201, body: { state: 'refunded' } });
  });

  it('is not cancelled as unpaid by a saga that did not hear of the money', async () => {
    const id = await shop.place({ paymentMethod: card('tok_slow_60000') });
    await shop.until(
      `/v1/simulator/charges?orderId=${id}&include=attempts`,
      ({ items }) => items.length === 1,
    );
    const subscription = '/v1/ops/subscriptions/fulfilment.saga';
    await shop.post(`${subscription}/pause`, { reason: 'deaf' });
    await shop.database.query(
      'update simulator.charges set settles_at = clock_timestamp() where order_id = $1',
      [id],
    );
    await shop.until(`/v1/orders/${id}/payments`, ({ items }) => items[0]!['state'] === 'captured');
    await shop.runOutOfPatience(id);
    await eventually(
      () => shop.database.query(HAS_JUDGED, [id]),
      (timers) => timers.length === 1,
    );
    expect((await shop.get(`/v1/orders/${id}`)).body['status']).toBe('confirmed');
    await shop.post(`${subscription}/resume`, { reason: 'hears again' });
    await order(id, 'shipped');
    expect(await payment(id)).toMatchObject({ state: 'captured' });
  });

  it('is in sight when nothing is under way that could end it, and goes on when it is told to', async () => {
    const id = await shop.place({ paymentMethod: bankTransfer });
    const { body } = await shop.until(`/v1/orders/${id}/payments`, ({ items }) => items.length === 1);
    await shop.database.query('delete from platform.saga_tasks where saga_id = $1', [id]);
    await shop.database.query(
      `update platform.sagas set updated_at = now() - interval '1 hour' where saga_id = $1`,
      [id],
    );
    expect((await shop.get('/v1/ops/attention?limit=100')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'unwatched-saga', object: id }),
    );
    expect((await verb(id, 'retry')).status).toBe(202);
    expect(await shop.database.query('select * from audit.unwatched_sagas')).toEqual([]);
    await shop.post(`/v1/payments/${String(body.items[0]!['id'])}/record`, {
      outcome: 'captured',
      reference: 'MT940',
    });
    await order(id, 'shipped');
  });

  it('shows what a verb would do before it is done, and asks which of several things is meant', async () => {
    const id = await shop.place({ shippingAddress: to('DOWN') });
    const before = await fulfilment(id, 'needs-attention');
    expect(before['troubles']).toMatchObject([{ step: 'ship', direction: 'forward' }]);
    expect((await shop.get('/v1/ops/attention?limit=100')).text).toContain(id);
    const shown = await verb(id, 'compensate', {}, '?dryRun=true');
    expect(shown).toMatchObject({ status: 200, body: { orderId: id, state: 'compensating' } });
    expect(shown.body['dryRun']).toMatchObject({
      records: expect.arrayContaining([expect.objectContaining({ type: 'StepGivenUp' })]),
      sends: [{ command: 'CancelShipment', step: 'ship', direction: 'compensate' }],
    });
    expect((await shop.get(`/v1/orders/${id}/fulfilment`)).body['version']).toBe(before['version']);
    expect(await verb(id, 'retry', { step: 'pay' })).toMatchObject({ body: { code: 'saga.not-stuck' } });
    expect(await verb(id, 'resolve', { step: 'ship' })).toMatchObject({
      body: { code: 'saga.cannot-resolve' },
    });
    expect(await verb(id, 'retry', { step: 'ship', direction: 'forward' })).toMatchObject({ status: 202 });
    const stuckAgain = Number(before['version']) + 2;
    await shop.until(`/v1/orders/${id}/fulfilment`, ({ version }) => Number(version) >= stuckAgain);
    const { previewToken } = shown.body;
    const late = await verb(id, 'compensate', { previewToken });
    expect(late).toMatchObject({ status: 412, body: { code: 'preview-outdated' } });
    expect(late.body['eventsSince']).toMatchObject([
      { type: 'OperatorStepped', actor: 'operator:demo-operator' },
      { type: 'AttentionNeeded', actor: 'system:fulfilment' },
    ]);
    const anew = await verb(id, 'compensate', {}, '?dryRun=true');
    const seen = { previewToken: anew.body['previewToken'], reason: 'the carrier is gone for good' };
    expect(await verb(id, 'resolve', seen)).toMatchObject({ body: { code: 'preview-foreign' } });
    expect(await verb(id, 'compensate', seen)).toMatchObject({ status: 202 });
    expect(await order(id, 'cancelled')).toMatchObject({ cancellationReason: { code: 'operator' } });
    expect(await verb(id, 'compensate')).toMatchObject({ status: 409 });
    const { text } = await shop.get(`/v1/orders/${id}/timeline?limit=100`);
    expect(text).toContain('the carrier is gone for good');
  });

  it('waits with all others for a carrier that is away, which is one thing to look at, and goes on with them', async () => {
    const outage = new pg.Client({ connectionString: shop.config.DATABASE_URL });
    await outage.connect();
    await outage.query('begin');
    await outage.query('lock table simulator.parcels in access exclusive mode');
    const ids = await Promise.all(Array.from({ length: 5 }, () => shop.place()));
    for (const id of ids) await order(id, 'paid');
    const { body } = await shop.until('/v1/ops/outages', ({ items: [first] }) => first?.['waiting'] === 5);
    expect(body.items).toMatchObject([{ party: 'carrier' }]);
    const { items } = (await shop.get('/v1/ops/attention?limit=100')).body;
    expect(items.filter(({ kind }) => kind === 'outage')).toMatchObject([{ object: 'carrier' }]);
    for (const id of ids) expect(JSON.stringify(items)).not.toContain(id);
    await outage.query('rollback');
    await outage.end();
    expect(await shop.post('/v1/ops/outages/carrier/retry', { reason: 'it is back' })).toMatchObject({
      status: 202,
      body: { party: 'carrier' },
    });
    for (const id of ids) await order(id, 'shipped');
    const unknown = await shop.post('/v1/ops/outages/nobody/retry', { reason: 'who?' });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'outage.unknown-party' } });
  });
});
