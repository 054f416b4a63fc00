import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../src/platform/core/ids.js';
import { startApp, type Reply, type TestApp } from './app.js';
import { violations } from './faults/orders.js';

interface Step {
  name: string;
  direction: string;
  state: string;
  attempts: number;
}

const address = {
  name: 'Ada',
  line1: '1 Analytical St',
  city: 'London',
  postalCode: 'N1 7AA',
  country: 'GB',
};

describe('an order on its way', () => {
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
    for (const [sku, quantity] of [
      ['MUG', 1_000],
      ['RARE', 1],
    ] as const) {
      const price = { amountMinor: 1_250, currency: 'EUR' };
      await app.send('POST', '/v1/products', {
        as: 'operator',
        key: newId(),
        body: { sku, name: sku, category: 'mugs', price },
      });
      await app.send('POST', `/v1/stock/${sku}/receipts`, {
        as: 'service',
        key: newId(),
        body: { quantity },
      });
    }
  });
  afterAll(() => app.close());

  const place = async (over: Record<string, unknown> = {}): Promise<string> => {
    const reply = await app.send('POST', '/v1/orders', {
      as: 'customer',
      key: newId(),
      body: {
        customerId: app.customerId,
        currency: 'EUR',
        items: [{ sku: 'MUG', quantity: 2 }],
        shippingAddress: address,
        paymentMethod: { type: 'card', token: 'tok_ok' },
        confirm: true,
        ...over,
      },
    });
    expect([reply.status, reply.text]).toEqual([202, expect.any(String)]);
    return String(reply.body['id']);
  };
  const card = (token: string) => ({ paymentMethod: { type: 'card', token } });
  const until = async (path: string, good: (reply: Reply) => boolean): Promise<Reply> => {
    let reply: Reply | undefined;
    for (let waited = 0; waited < 30_000; waited += 40) {
      reply = await app.send('GET', path, { as: 'operator' });
      if (reply.status === 200 && good(reply)) return reply;
      await sleep(40);
    }
    throw new Error(`${path} stayed at ${reply?.text}`);
  };
  const order = (id: string, status: string) =>
    until(`/v1/orders/${id}`, ({ body }) => body['status'] === status).then(({ body }) => body);
  const fulfilment = (id: string, state: string) =>
    until(`/v1/orders/${id}/fulfilment`, ({ body }) => body['state'] === state).then(({ body }) => ({
      ...body,
      steps: body['steps'] as unknown as Step[],
    }));
  const walk = (steps: Step[]) => steps.map(({ name, direction, state }) => `${direction} ${name}: ${state}`);

  it('is reserved, paid and shipped', async () => {
    const id = await place();
    const shipped = await order(id, 'shipped');
    expect(shipped).toMatchObject({
      total: { amountMinor: 2_500, currency: 'EUR' },
      trackingNumber: expect.any(String),
      carrier: expect.any(String),
      paymentId: expect.any(String),
      shipmentId: expect.any(String),
    });
    const { steps } = await fulfilment(id, 'completed');
    expect(walk(steps)).toEqual(['forward reserve: done', 'forward pay: done', 'forward ship: done']);
    await until('/v1/stock/MUG', ({ body }) => body['reserved'] === 0);
    const payments = await app.send('GET', `/v1/orders/${id}/payments`, { as: 'customer' });
    expect(payments.body.items).toMatchObject([{ state: 'captured', captured: { amountMinor: 2_500 } }]);
  });

  it.each([
    ['insufficient-stock', { items: [{ sku: 'RARE', quantity: 2 }] }, []],
    ['payment-declined', card('tok_declined'), ['compensate reserve: done']],
    ['payment-declined', card('tok_insufficient_funds'), ['compensate reserve: done']],
    [
      'shipment-refused',
      { shippingAddress: { ...address, country: 'XX' } },
      ['compensate pay: done', 'compensate reserve: done'],
    ],
    ['payment-timeout', card('tok_down'), ['compensate pay: done', 'compensate reserve: done']],
    [
      'payment-timeout',
      card('tok_timeout_not_charged'),
      ['compensate pay: done', 'compensate reserve: done'],
    ],
  ])('is cancelled for %s (%j), with everything as before', async (code, over, back) => {
    const before = await app.send('GET', '/v1/stock/MUG', { as: 'operator' });
    const id = await place(over);
    expect(await order(id, 'cancelled')).toMatchObject({
      cancellationReason: { code, detail: expect.any(String) },
    });
    const { steps } = await fulfilment(id, 'compensated');
    expect(walk(steps).filter((line) => line.startsWith('compensate'))).toEqual(back);
    await until('/v1/stock/MUG', ({ body }) => body['available'] === before.body['available']);
    expect(await violations(app.database)).toEqual([]);
  });

  it.each(['tok_error_then_ok', 'tok_timeout_charged', 'tok_slow_200', 'tok_slow_600'])(
    'is charged once with %s',
    async (token) => {
      const id = await place(card(token));
      const { paymentId } = await order(id, 'shipped');
      const charges = await app.database.query(
        'select * from simulator.charges where key = (select gateway_key from audit.payments where payment_id = $1)',
        [paymentId],
      );
      expect(charges).toHaveLength(1);
      expect(await violations(app.database)).toEqual([]);
    },
  );

  it('is shipped once when the carrier accepts and never answers', async () => {
    const id = await place({ shippingAddress: { ...address, postalCode: 'LOST-REPLY' } });
    await order(id, 'shipped');
    const { steps } = await fulfilment(id, 'completed');
    expect(steps.at(-1)!.attempts).toBeGreaterThan(1);
  });

  it('that cannot be shipped waits for an operator, who takes it back', async () => {
    const id = await place({ shippingAddress: { ...address, postalCode: 'DOWN' } });
    const stuck = await fulfilment(id, 'needs-attention');
    expect(stuck).toMatchObject({ attention: { step: 'ship' } });
    const attention = await app.send('GET', '/v1/ops/attention', { as: 'operator' });
    expect(attention.text).toContain(id);
    const verb = (name: string, reason: string) =>
      app.send('POST', `/v1/ops/sagas/${id}/${name}`, { as: 'operator', key: newId(), body: { reason } });
    expect((await verb('retry', 'carrier says it is back')).status).toBe(202);
    await fulfilment(id, 'needs-attention');
    expect(await verb('resolve', 'no')).toMatchObject({ status: 409, body: { code: 'saga.cannot-resolve' } });
    expect((await verb('compensate', 'the carrier is gone for good')).status).toBe(202);
    expect(await order(id, 'cancelled')).toMatchObject({ cancellationReason: { code: 'operator' } });
    expect(await verb('compensate', 'again')).toMatchObject({ status: 409 });
    const timeline = await app.send('GET', `/v1/orders/${id}/timeline?limit=100`, { as: 'operator' });
    expect(timeline.text).toContain('the carrier is gone for good');
  });

  it('is taken back when its customer cancels while the payment is open', async () => {
    const id = await place({ paymentMethod: { type: 'bank_transfer' } });
    await until(`/v1/orders/${id}/payments`, ({ body }) => body.items.length === 1);
    const cancel = await app.send('POST', `/v1/orders/${id}/cancel`, {
      as: 'customer',
      key: newId(),
      body: { reason: 'changed my mind' },
    });
    expect(cancel.status).toBe(202);
    expect(await order(id, 'cancelled')).toMatchObject({
      cancellationReason: { code: 'customer-request', detail: 'changed my mind' },
    });
  });

  it('is paid by a bank transfer that an operator records', async () => {
    const id = await place({ paymentMethod: { type: 'bank_transfer' } });
    const { body } = await until(`/v1/orders/${id}/payments`, (reply) => reply.body.items.length === 1);
    const paymentId = String(body.items[0]!['id']);
    const recorded = await app.send('POST', `/v1/payments/${paymentId}/record`, {
      as: 'operator',
      key: newId(),
      body: { outcome: 'captured', reference: 'MT940-17' },
    });
    expect(recorded.status).toBe(200);
    await order(id, 'shipped');
  });

  it('tells its story across the rooms, and only to whom it belongs', async () => {
    const id = await place();
    await order(id, 'shipped');
    await fulfilment(id, 'completed');
    const head = (await app.send('GET', `/v1/orders/${id}`, { as: 'customer' })).headers.get('etag');
    expect(head).toMatch(/^"\d+"$/);
    const story = await until(`/v1/orders/${id}/timeline?limit=100`, ({ text }) =>
      text.includes('StockConsumed'),
    );
    const types = story.body.items.map(({ type }) => type);
    for (const type of [
      'OrderConfirmed',
      'SagaStarted',
      'StockReserved',
      'PaymentCaptured',
      'ShipmentDispatched',
      'OrderShipped',
    ]) {
      expect(types).toContain(type);
    }
    for (const path of ['', '/fulfilment', '/timeline', '/events', '/live', '/payments']) {
      const foreign = await app.send('GET', `/v1/orders/${id}${path}`, { as: 'otherCustomer' });
      const hidden = foreign.status === 404 || foreign.body?.items?.length === 0;
      expect([path, hidden ? 'hidden' : foreign.status + foreign.text]).toEqual([path, 'hidden']);
    }
  });

  it('can be followed live, and resumed where a reader left off', async () => {
    const id = await place();
    const read = async (after?: string) => {
      const response = await fetch(`${app.url}/v1/orders/${id}/live`, {
        headers: { authorization: `Bearer ${app.tokens.customer}`, ...(after && { 'last-event-id': after }) },
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
});
