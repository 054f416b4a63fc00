import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/core/ids.js';
import { address, card, eur } from '../builders.js';
import { openShop, type Shop } from '../shop.js';

interface Write {
  readonly method: string;
  readonly path: () => string;
  readonly body?: object;
  readonly status: number;
  /** Whether it creates or changes orders, money or stock by POST, so that a key is required. */
  readonly keyed: boolean;
  readonly roles: readonly string[];
}

let shop: Shop;
const at = {
  draft: '',
  open: '',
  paid: '',
  shipped: '',
  payment: '',
  bankPayment: '',
  shipment: '',
  stuck: '',
};
const staff = ['operator', 'service'];
const all = ['customer', ...staff];
const post = (path: () => string, body?: object, over: Partial<Write> = {}): Write => ({
  ...{ method: 'POST', path, status: 201, keyed: true, roles: staff },
  ...(body && { body }),
  ...over,
});
const verb = (path: () => string, status = 202): Write =>
  post(path, { reason: 'a spec asks' }, { status, keyed: false, roles: ['operator'] });
const price = eur(700);

/** Every write of the rooms that exist, each one able to succeed in this order. */
const writes: Write[] = [
  post(() => '/v1/products', { sku: 'NEW', name: 'New', category: 'things', price }, { keyed: false }),
  {
    ...post(() => '/v1/products/NEW', { price: eur(800) }, { keyed: false, status: 200 }),
    method: 'PATCH',
  },
  post(() => '/v1/products/NEW/archive', undefined, { keyed: false, status: 204 }),
  post(() => '/v1/stock/NEW/receipts', { quantity: 5, reference: 'DN-1' }),
  post(() => '/v1/stock/NEW/adjustments', { delta: -1, reason: 'broken' }),
  post(
    () => '/v1/orders',
    { customerId: '', currency: 'EUR', items: [{ sku: 'MUG', quantity: 1 }] },
    { roles: all },
  ),
  post(() => `/v1/orders/${at.draft}/items`, { sku: 'MUG', quantity: 2 }, { roles: all }),
  {
    ...{ method: 'DELETE', path: () => `/v1/orders/${at.draft}/items/MUG?quantity=1` },
    ...{ status: 200, keyed: false, roles: all },
  },
  {
    ...{ method: 'PUT', path: () => `/v1/orders/${at.draft}/shipping-address`, body: address },
    ...{ status: 200, keyed: false, roles: all },
  },
  {
    ...{
      method: 'PUT',
      path: () => `/v1/orders/${at.draft}/payment-method`,
      body: { type: 'bank_transfer' },
    },
    ...{ status: 200, keyed: false, roles: all },
  },
  post(() => `/v1/orders/${at.draft}/confirm`, undefined, { status: 202, roles: all }),
  post(() => `/v1/orders/${at.draft}/cancel`, { reason: 'changed my mind' }, { status: 202, roles: all }),
  post(
    () => `/v1/payments/${at.bankPayment}/record`,
    { outcome: 'captured', reference: 'R1' },
    { status: 200 },
  ),
  post(
    () => `/v1/payments/${at.payment}/refunds`,
    { amountMinor: 1, reason: 'late' },
    { roles: ['operator'] },
  ),
  post(
    () => `/v1/shipments/${at.shipment}/tracking`,
    { status: 'in_transit', at: new Date().toISOString(), detail: 'Leipzig' },
    { keyed: false, status: 200 },
  ),
  post(() => `/v1/orders/${at.shipped}/deliver`, undefined, { status: 200 }),
  verb(() => `/v1/ops/sagas/${at.stuck}/retry`),
  verb(() => `/v1/ops/sagas/${at.stuck}/compensate`),
  verb(() => '/v1/ops/subscriptions/orders.order-list/pause', 200),
  verb(() => '/v1/ops/subscriptions/orders.order-list/resume', 200),
  verb(() => '/v1/ops/subscriptions/orders.order-list/rebuild'),
  verb(() => '/v1/ops/snapshots/rebuild'),
];
const named = writes.map(
  (write) => [`${write.method} ${write.path().replace(/\/\//g, '/:id/')}`, write] as const,
);
const isAboutMachinery = (name: string) => /\/(subscriptions|snapshots)\//.test(name);
const eventful = named.filter(([name]) => !isAboutMachinery(name));
const keyed = named.filter(([, write]) => write.keyed);
const bodyOf = ({ body }: Write): object | undefined =>
  body && 'customerId' in body ? { ...body, customerId: shop.customerId } : body;
const send = (write: Write, options: Parameters<Shop['send']>[2] = {}) =>
  shop.send(write.method, write.path(), { as: 'operator', key: newId(), body: bodyOf(write), ...options });

beforeAll(async () => {
  shop = await openShop();
  await shop.stocked('MUG', 100);
  const bank = { type: 'bank_transfer' };
  at.draft = await shop.place({ confirm: false, shippingAddress: undefined, paymentMethod: undefined });
  at.open = await shop.place({ paymentMethod: bank });
  at.shipped = await shop.place();
  at.stuck = await shop.place({ shippingAddress: { ...address, postalCode: 'DOWN' } });
  const { body } = await shop.until(`/v1/orders/${at.open}/payments`, ({ items }) => items.length === 1);
  at.bankPayment = String(body.items[0]!['id']);
  const shipped = await shop.rest(at.shipped, 'shipped');
  at.payment = String(shipped['paymentId']);
  at.shipment = String(shipped['shipmentId']);
  await shop.until(`/v1/orders/${at.stuck}/fulfilment`, ({ state }) => state === 'needs-attention');
});
afterAll(() => shop.close());

describe('Before anything happens', () => {
  const roles = ['customer', 'operator', 'service'] as const;

  it.each(named)('%s wants to know who asks', async (_, write) => {
    const stranger = await send(write, { as: 'nobody' });
    expect([stranger.status, stranger.body['code']]).toEqual([401, 'unauthenticated']);
    for (const role of roles.filter((each) => !write.roles.includes(each))) {
      expect([role, (await send(write, { as: role })).status]).toEqual([role, 403]);
    }
  });

  it.each(named.filter(([name, { roles: who }]) => who.includes('customer') && name.includes('/:id/')))(
    '%s does not find the order of another customer',
    async (_, write) => {
      const reply = await send(write, { as: 'otherCustomer' });
      expect([reply.status, reply.body['code']]).toEqual([404, 'order.not-found']);
      expect(reply.text).not.toContain(shop.customerId);
    },
  );

  it.each(keyed)('%s wants an Idempotency-Key', async (_, write) => {
    const { path, method } = write;
    const reply = await shop.send(method, path(), { as: 'operator', body: bodyOf(write) });
    expect([reply.status, reply.body['code']]).toEqual([400, 'idempotency-key-required']);
  });

  it.each(named.filter(([, { method }]) => method !== 'DELETE'))(
    '%s refuses properties it does not know, and the server’s own',
    async (_, write) => {
      for (const surprise of [{ surprise: 1 }, { version: 99 }]) {
        const reply = await send(write, { body: { ...bodyOf(write), ...surprise } });
        expect([reply.status, reply.headers.get('content-type')]).toEqual([
          400,
          expect.stringContaining('application/problem+json'),
        ]);
        expect(reply.body).toMatchObject({
          ...{ type: '/problems/invalid-request', status: 400, code: 'invalid-request' },
          errors: [{ pointer: `/${Object.keys(surprise)[0]}`, detail: expect.any(String) }],
        });
      }
    },
  );

  it.each(eventful)('%s is refused with 412 when If-Match is stale', async (_, write) => {
    const reply = await send(write, { headers: { 'if-match': '"9999"' } });
    expect([reply.status, reply.body['code']]).toEqual([412, 'precondition-failed']);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('Then', () => {
  it.each(eventful)(
    '%s answers with its status, Event-Position and the like, and again the same',
    async (_, write) => {
      const key = newId();
      const reply = await send(write, { key, headers: { 'x-request-id': `audit-${key}` } });
      expect([reply.status, reply.text.slice(0, 300)]).toEqual([write.status, expect.any(String)]);
      expect(reply.headers.get('x-request-id')).toBe(`audit-${key}`);
      const { body: log } = await shop.get('/v1/ops/events?limit=100');
      const own = log.items.filter(
        (event) => event['correlationId'] === `audit-${key}` && event['causationId'] === null,
      );
      expect(own.length).toBeGreaterThan(0);
      const position = Number(reply.headers.get('event-position'));
      expect(own.map((event) => event['position'])).toContain(position);
      if (!write.path().includes('/ops/')) expect(reply.headers.get('etag')).toMatch(/^"\d+"$/);
      if (write.status === 201) expect(reply.headers.get('location') ?? '').toMatch(/^\/v1\/|^$/);
      // A key that is not required counts too, as long as it is a POST.
      if (write.method !== 'POST') return;
      const again = await send(write, { key });
      expect([again.status, again.text, again.headers.get('location')]).toEqual([
        reply.status,
        reply.text,
        reply.headers.get('location'),
      ]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.headers.get('event-position')).toBe(reply.headers.get('event-position'));
      expect(reply.headers.get('idempotency-replayed')).toBeNull();
    },
  );

  it('the carrier’s word that it has arrived delivers the order', async () => {
    const id = await shop.place();
    const { shipmentId } = await shop.rest(id, 'shipped');
    const news = { status: 'delivered', at: new Date().toISOString() };
    await shop.post(`/v1/shipments/${String(shipmentId)}/tracking`, news, { as: 'service' });
    const { body } = await shop.until(`/v1/orders/${id}`, ({ status }) => status === 'delivered');
    expect(body['deliveredAt']).toMatch(/Z$/);
  });

  it.each(keyed.filter(([, { body }]) => body))('%s refuses its key with another body', async (_, write) => {
    const key = newId();
    await send(write, { key });
    const other = { ...bodyOf(write), ...('reason' in write.body! ? { reason: 'other' } : {}) } as Record<
      string,
      unknown
    >;
    if ('quantity' in other) other['quantity'] = 3;
    if ('currency' in other) other['currency'] = 'GBP';
    if ('reference' in other) other['reference'] = 'other';
    const reply = await send(write, { key, body: other });
    expect([reply.status, reply.body['code']]).toEqual([422, 'idempotency-key-reused']);
  });

  it.each(named.filter(([name]) => isAboutMachinery(name)))('%s tells a position too', async (_, write) => {
    const reply = await send(write);
    expect([reply.status, Number(reply.headers.get('event-position')) > 0]).toEqual([write.status, true]);
  });

  it('a key is one caller’s: another gets nothing of its answer', async () => {
    const key = newId();
    const first = await shop.post('/v1/orders', shop.order({ confirm: false }), { as: 'customer', key });
    const body = shop.order({ confirm: false, customerId: shop.otherCustomerId });
    const second = await shop.post('/v1/orders', body, { as: 'otherCustomer', key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body['id']).not.toBe(first.body['id']);
  });

  it('what operators did stands in the log of actions, with the reason', async () => {
    const rows = await shop.database.query<{ action: string; object: string; reason: string; actor: string }>(
      'select action, object, reason, actor from audit.log order by seq',
    );
    const actions = ['saga.retry', 'saga.compensate', 'subscription.pause', 'subscription.rebuild'];
    for (const action of [...actions, 'snapshots.rebuild']) {
      expect(rows).toContainEqual(
        expect.objectContaining({ action, actor: 'operator:demo-operator', reason: 'a spec asks' }),
      );
    }
  });

  it('paying by what never answers leaves the order to its timers', async () => {
    const id = await shop.place({ paymentMethod: card('tok_timeout_not_charged') });
    await shop.runOutOfPatience(id);
    expect((await shop.rest(id, 'cancelled'))['cancellationReason']).toMatchObject({
      code: 'payment-timeout',
    });
  });
});
