import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openShop, type Shop } from './shop.js';

interface Change {
  readonly room: string;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly type: string;
  readonly position: number;
  readonly actor: string;
}

describe('The history of an order', () => {
  let shop: Shop;
  let id: string;
  /** After which write the log stood where. */
  const position = { before: 0, draft: 0, delivered: 0, returned: 0 };

  beforeAll(async () => {
    shop = await openShop();
    await shop.stocked('MUG', 10);
    position.before = Number(
      (await shop.post('/v1/stock/MUG/receipts', { quantity: 1 })).headers.get('event-position'),
    );
    const write = async (path: string, body: object | undefined, as: 'customer' | 'operator') => {
      const reply = await shop.post(path, body, { as });
      expect([path, reply.status < 300]).toEqual([path, true]);
      return { ...reply, at: Number(reply.headers.get('event-position')) };
    };
    const items = [{ sku: 'MUG', quantity: 2 }];
    const draft = await write('/v1/orders', shop.order({ items, confirm: false }), 'customer');
    id = String(draft.body['id']);
    position.draft = draft.at;
    await write(`/v1/orders/${id}/confirm`, undefined, 'customer');
    await shop.rest(id, 'shipped');
    position.delivered = (await write(`/v1/orders/${id}/deliver`, undefined, 'operator')).at;
    const asked = { items: [{ sku: 'MUG', quantity: 1 }], reason: 'too blue' };
    position.returned = (await write(`/v1/orders/${id}/returns`, asked, 'customer')).at;
  });
  afterAll(() => shop.close());

  const asOf = async (at: string | number, as: 'customer' | 'operator' = 'operator') =>
    (await shop.get(`/v1/orders/${id}/as-of?at=${at}`, as)).body;
  const diff = async (query = '', as: 'customer' | 'operator' = 'operator') =>
    (await shop.get(`/v1/orders/${id}/diff${query}`, as)).body as unknown as {
      changes: Change[];
      nextFrom: number | null;
    };

  it('shows all rooms side by side, as they stood at a position', async () => {
    expect(await asOf(position.draft)).toMatchObject({
      order: { status: 'draft', items: [{ sku: 'MUG', quantity: 2 }], version: 1 },
      ...{ fulfilment: null, payment: null, shipment: null, reservation: null, returns: [] },
      at: { position: position.draft },
    });
    expect(await asOf(position.delivered)).toMatchObject({
      order: { status: 'delivered' },
      fulfilment: { state: 'completed' },
      payment: { state: 'captured' },
      shipment: { orderId: id },
      reservation: { status: 'consumed', lines: [{ sku: 'MUG', quantity: 2 }] },
      returns: [],
    });
    const { returns } = await asOf(position.returned);
    expect(returns).toMatchObject([{ orderId: id, status: 'requested', reason: 'too blue' }]);
  });

  it('shows at each position what the rooms themselves show of the version it then had', async () => {
    const { items } = (await shop.get(`/v1/orders/${id}/events?limit=100`)).body;
    for (const event of items) {
      const { order } = await asOf(Number(event['position']));
      const { body } = await shop.get(`/v1/orders/${id}?version=${String(event['version'])}`);
      expect(order).toEqual(body);
    }
  });

  it('knows what had been recorded by a time', async () => {
    const { items } = (await shop.get(`/v1/orders/${id}/events?limit=100`)).body;
    const confirmed = items.find(({ type }) => type === 'OrderConfirmed')!;
    const then = String(confirmed['recordedAt']);
    expect(await asOf(then)).toMatchObject({
      order: { confirmedAt: expect.any(String) },
      at: { time: then },
    });
    const later = new Date(Date.now() + 3_600_000).toISOString();
    expect(await asOf(later)).toMatchObject({
      order: { status: 'delivered' },
      returns: [{ status: 'requested' }],
    });
  });

  it('tells every change with the event that made it, oldest first', async () => {
    const { changes, nextFrom } = await diff(`?from=${position.draft}&to=${position.delivered}`);
    const statuses = changes.filter(({ room, path }) => room === 'orders' && path === '/status');
    expect(statuses.map(({ before, after, type }) => [before, after, type])).toEqual([
      ['draft', 'confirmed', 'OrderConfirmed'],
      ['confirmed', 'paid', 'OrderPaid'],
      ['paid', 'shipped', 'OrderShipped'],
      ['shipped', 'delivered', 'OrderDelivered'],
    ]);
    const positions = changes.map((change) => change.position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(nextFrom).toBeNull();
    expect(new Set(changes.map(({ room }) => room))).toEqual(
      new Set(['orders', 'fulfilment', 'inventory', 'payments', 'shipping']),
    );
    const all = await diff();
    expect(all.changes).toContainEqual(
      expect.objectContaining({ room: 'orders', path: '/items/MUG/quantity', before: null, after: 2 }),
    );
    expect(all.changes.at(-1)).toMatchObject({ room: 'returns' });
    expect((await diff(`?from=${position.returned}`)).changes).toEqual([]);
    const part = await diff(`?from=${position.delivered}&to=${position.returned}`);
    expect(part.changes.every(({ room }) => room === 'returns')).toBe(true);
  });

  it('shows customers their own orders, and of others the role alone', async () => {
    expect(await asOf(position.draft, 'customer')).toMatchObject({ order: { status: 'draft' } });
    const { changes } = await diff('', 'customer');
    const delivered = changes.find(({ type }) => type === 'OrderDelivered')!;
    expect(delivered.actor).toBe('operator');
    for (const path of [`as-of?at=${position.draft}`, 'diff']) {
      expect((await shop.get(`/v1/orders/${id}/${path}`, 'otherCustomer')).status).toBe(404);
      expect((await shop.get(`/v1/orders/${id}/${path}`, 'nobody')).status).toBe(401);
    }
  });

  it('knows nothing of an order before it was made', async () => {
    for (const at of [0, position.before, '2020-01-01T00:00:00Z']) {
      const { status, body } = await shop.get(`/v1/orders/${id}/as-of?at=${at}`);
      expect([at, status, body['code']]).toEqual([at, 404, 'order.not-found']);
    }
  });

  it.each([
    'as-of',
    'as-of?at=',
    'as-of?at=yesterday',
    'as-of?at=-1',
    'as-of?at=999999999999',
    'as-of?at=9999999999999999',
    'as-of?at=2026-02-30T00:00:00Z',
    'diff?from=5&to=4',
    'diff?since=1',
  ])('refuses %s', async (path) => {
    const { status, body } = await shop.get(`/v1/orders/${id}/${path}`);
    expect([status, body['code']]).toEqual([400, 'invalid-request']);
  });
});
