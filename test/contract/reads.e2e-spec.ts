import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWaybill, each, orThrow, type WaybillOptions } from '../../packages/client/src/index.js';
import { newId } from '../../src/platform/core/ids.js';
import { eur } from '../builders.js';
import { openShop, type Shop } from '../shop.js';

let shop: Shop;
let beforehand: string;
const at = { order: '', payment: '', shipment: '', draft: '' };

beforeAll(async () => {
  shop = await openShop();
  beforehand = new Date(Date.now() - 1).toISOString();
  await sleep(5);
  await shop.stocked('MUG', 100);
  await shop.stocked('POT', 100);
  at.draft = await shop.place({ confirm: false });
  for (let n = 0; n < 2; n++) await shop.rest(await shop.place(), 'shipped');
  at.order = await shop.place();
  const order = await shop.rest(at.order, 'shipped');
  at.payment = String(order['paymentId']);
  at.shipment = String(order['shipmentId']);
  await shop.send('PATCH', '/v1/products/MUG', { as: 'operator', body: { price: eur(1) } });
  // Pages are compared with one another below: nothing may still be on its way.
  await shop.until('/v1/stock/MUG', ({ reserved }) => reserved === 0);
  await shop.until('/v1/orders?status=shipped', ({ items }) => items.length === 3);
  await shop.until('/v1/products?maxPrice=1&currency=EUR', ({ items }) => items.length === 1);
});
afterAll(() => shop.close());

const singles = [
  ['/v1/products/MUG', '/v1/products/NIX'],
  ['/v1/stock/MUG', '/v1/stock/NIX'],
  ['/v1/orders/:order', '/v1/orders/:none'],
  ['/v1/orders/:order/fulfilment', '/v1/orders/:none/fulfilment'],
  ['/v1/payments/:payment', '/v1/payments/:none'],
  ['/v1/shipments/:shipment', '/v1/shipments/:none'],
] as const;
const owned = [
  '/v1/orders/:order',
  '/v1/orders/:order/fulfilment',
  '/v1/orders/:order/events',
  '/v1/orders/:order/timeline',
  '/v1/orders/:order/payments',
  '/v1/orders/:order/live',
  '/v1/orders/:draft/payments',
  '/v1/payments/:payment',
  '/v1/shipments/:shipment',
  '/v1/customers/:customer/orders',
];
const lists = [
  '/v1/products',
  '/v1/stock',
  '/v1/orders',
  '/v1/customers/:customer/orders',
  '/v1/orders/:order/events',
  '/v1/orders/:order/timeline',
  '/v1/orders/:order/payments',
  '/v1/ops/subscriptions',
  '/v1/ops/attention',
  '/v1/ops/sagas',
  '/v1/ops/parked',
  '/v1/ops/events',
  '/v1/ops/dead-letters',
  '/v1/ops/retention',
  '/v1/simulator/charges',
  '/v1/simulator/parcels',
];
const path = (pattern: string): string =>
  pattern
    .replace(':customer', shop.customerId)
    .replace(':none', newId())
    .replace(/:(order|payment|shipment|draft)/, (_, name: keyof typeof at) => at[name]);
const get = (
  pattern: string,
  headers: Record<string, string> = {},
  as: 'operator' | 'customer' = 'operator',
) => shop.get(path(pattern), as, headers);

describe.each(singles)('%s', (single, missing) => {
  it('carries its version as ETag, and answers 304 to who has it', async () => {
    const reply = await get(single);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('etag')).toBe(`"${String(reply.body['version'])}"`);
    // What a fulfilment tells of attempts is no event, so it is always sent.
    const same = await get(single, { 'if-none-match': reply.headers.get('etag')! });
    expect(same.status).toBe(single.endsWith('/fulfilment') ? 200 : 304);
  });

  it('is shown as it was at a version and at an instant', async () => {
    const now = await get(single);
    const first = await get(`${single}?version=1`);
    expect([first.status, first.body['version'], first.headers.get('etag')]).toEqual([200, 1, '"1"']);
    const latest = await get(`${single}?version=${String(now.body['version'])}`);
    expect(latest.body).toEqual(now.body);
    expect((await get(`${single}?asOf=${new Date().toISOString()}`)).body).toEqual(now.body);
    expect((await get(`${single}?asOf=${beforehand}`)).status).toBe(404);
    expect((await get(`${single}?version=9999`)).status).toBe(404);
  });

  it.each([
    'version=0',
    'version=x',
    'version=1.5',
    'asOf=yesterday',
    `version=1&asOf=2030-01-01T00:00:00Z`,
    'wat=1',
  ])('refuses ?%s', async (query) => {
    const reply = await get(`${single}?${query}`);
    expect([reply.status, reply.body['code']]).toEqual([400, 'invalid-request']);
  });

  it('does not exist under another id', async () => {
    const reply = await get(missing);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  });
});

describe.each(lists)('%s', (list) => {
  it('is a page with a cursor, at most as long as asked', async () => {
    const { status, body } = await get(list);
    expect([status, Object.keys(body).sort()]).toEqual([200, ['items', 'nextCursor']]);
    expect(body.items.length).toBeLessThanOrEqual(20);
    const seen: unknown[] = [];
    let next = '';
    do {
      const page = await get(`${list}?limit=1${next}`);
      expect(page.body.items.length).toBeLessThanOrEqual(1);
      seen.push(...page.body.items);
      const cursor = page.body['nextCursor'];
      next = cursor === null ? '' : `&cursor=${encodeURIComponent(String(cursor))}`;
    } while (next !== '' && seen.length < body.items.length);
    const key = (item: unknown) => {
      const { id, sku, position, orderId, name } = item as Record<string, unknown>;
      return name ?? id ?? position ?? sku ?? orderId;
    };
    expect(seen.map(key)).toEqual(body.items.map(key));
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'wat=1'])('refuses ?%s', async (query) => {
    const reply = await get(`${list}?${query}`);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('Newest first', () => {
  it.each(['/v1/orders', '/v1/customers/:customer/orders'])('%s', async (list) => {
    const { body } = await get(list);
    const created = body.items.map((item) => String(item['createdAt']));
    expect(created).toEqual([...created].sort().reverse());
    expect(body.items.at(-1)!['id']).toBe(at.draft);
  });

  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

  it('but the audit trail of an order oldest first, with its fields and no others', async () => {
    const { body } = await get('/v1/orders/:order/events');
    expect(body.items.map(({ version }) => version)).toEqual(body.items.map((_, index) => index + 1));
    for (const item of body.items) {
      expect(item).toEqual({
        ...{ position: expect.any(Number), version: expect.any(Number), type: expect.any(String) },
        ...{ data: expect.any(Object), actor: expect.any(String), correlationId: expect.any(String) },
        ...{ occurredAt: expect.stringMatching(time), recordedAt: expect.stringMatching(time) },
        causationId: item['causationId'] === null ? null : expect.any(String),
      });
    }
  });
});

describe('Reading one’s own writes', () => {
  const everything = [
    ...singles.map(([single]) => single),
    ...lists.filter((list) => !/ops|simulator/.test(list)),
  ];

  it('no read waits for a position that the log has not come to, and each says so', async () => {
    await Promise.all(
      everything.map(async (read) => {
        const reply = await get(read, { 'min-event-position': '999999999', prefer: 'wait=8' });
        expect([read, reply.status, reply.body['code']]).toEqual([read, 503, 'projection-behind']);
        const broken = await get(read, { 'min-event-position': 'soon' });
        expect([read, broken.status]).toEqual([read, 400]);
      }),
    );
  });

  it.each(everything)('%s shows what has been written by then', async (read) => {
    const made = await shop.post('/v1/orders', shop.order({ confirm: false }), { as: 'customer' });
    const position = made.headers.get('event-position')!;
    const reply = await get(read, { 'min-event-position': position });
    expect(reply.status).toBe(200);
    if (/orders$/.test(read)) expect(reply.body.items[0]!['id']).toBe(made.body['id']);
  });

  it('a confirmed order has a fulfilment from the first moment', async () => {
    const made = await shop.post('/v1/orders', shop.order(), { as: 'customer' });
    const id = String(made.body['id']);
    const at_once = await shop.get(`/v1/orders/${id}/fulfilment`, 'customer');
    expect([at_once.status, at_once.body['orderId']]).toEqual([200, id]);
    const headers = { 'min-event-position': made.headers.get('event-position')! };
    const begun = await shop.get(`/v1/orders/${id}/fulfilment`, 'customer', headers);
    expect(begun.body['steps']).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'reserve' })]),
    );
    const draft = await get('/v1/orders/:draft/fulfilment');
    expect([draft.status, draft.body['code']]).toEqual([404, 'saga.not-found']);
  });
});

describe('What belongs to somebody', () => {
  it.each(owned)('%s is a 404 to every other customer, without a word about it', async (read) => {
    const foreign = await shop.get(path(read), 'otherCustomer');
    expect([foreign.status, foreign.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
    for (const secret of [address(), at.payment, at.shipment].filter((each) => !path(read).includes(each))) {
      expect(foreign.text).not.toContain(secret);
    }
    expect((await shop.get(path(read), 'nobody')).status).toBe(401);
    if (!read.includes('/live')) expect((await shop.get(path(read), 'customer')).status).toBe(200);
  });

  const address = () => 'Analytical';

  it('does not show in anybody else’s lists', async () => {
    for (const list of ['/v1/orders', `/v1/orders?customerId=${shop.customerId}`, '/v1/orders?sku=MUG']) {
      expect((await shop.get(list, 'otherCustomer')).body.items).toEqual([]);
    }
  });
});

describe('The client of the package', () => {
  const clientOf = (over: Partial<WaybillOptions> = {}) =>
    createWaybill({ baseUrl: shop.url, token: shop.tokens.customer, ...over });
  const draft = () => ({
    customerId: shop.customerId,
    currency: 'EUR',
    items: [{ sku: 'MUG', quantity: 1 }],
  });

  it('finds in a list what it has just written', async () => {
    const waybill = clientOf();
    for (let n = 0; n < 5; n++) {
      const made = await orThrow(waybill.POST('/v1/orders', { body: draft() }));
      const list = await orThrow(waybill.GET('/v1/orders', { params: { query: { limit: 1 } } }));
      expect(list.items.map(({ id }) => id)).toEqual([made.id]);
    }
    expect(waybill.position).toBeGreaterThan(0);
  });

  it('whose answer was lost on the way has made one order, not two', async () => {
    const answers: Response[] = [];
    const waybill = clientOf({
      fetch: async (request) => {
        const answer = await fetch(request);
        answers.push(answer);
        if (answers.length === 1) throw new TypeError('the line went dead');
        return answer;
      },
    });
    const made = await orThrow(waybill.POST('/v1/orders', { body: draft() }));
    expect(answers.map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(answers[0]!.headers.get('location')).toBe(`/v1/orders/${made.id}`);
  });

  it('walks a list by cursors, as a program that knows only links does', async () => {
    const waybill = clientOf();
    const ids: string[] = [];
    const read = (cursor: string | undefined) =>
      waybill.GET('/v1/orders', { params: { query: { limit: 2, ...(cursor !== undefined && { cursor }) } } });
    for await (const { id } of each(read)) ids.push(id);
    expect(ids.length).toBeGreaterThan(5);
    const linked: unknown[] = [];
    let next: string | undefined = '/v1/orders?limit=2';
    while (next !== undefined) {
      const { body, headers } = await shop.get(next, 'customer');
      linked.push(...body.items.map(({ id }) => id));
      next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(next === undefined).toBe(body['nextCursor'] === null);
    }
    expect(linked).toEqual(ids);
  });

  it('is led to the next page of what was asked for, question marks and all', async () => {
    for (const sku of ['WHY-1', 'WHY-2']) await shop.stocked(sku, 1);
    await shop.until('/v1/products?q=why%3F&limit=2', ({ items }) => items.length === 2);
    const found: unknown[] = [];
    let next: string | undefined = '/v1/products?q=why?&limit=1';
    while (next !== undefined) {
      const { body, headers } = await shop.get(next, 'customer');
      found.push(body.items.map(({ sku }) => sku));
      next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(found.sort()).toEqual([['WHY-1'], ['WHY-2']]);
  });

  it('is told in the words of the server what it may not', async () => {
    await expect(
      orThrow(clientOf().GET('/v1/orders/{id}', { params: { path: { id: newId() } } })),
    ).rejects.toMatchObject({ name: 'WaybillProblem', status: 404, code: 'order.not-found' });
  });
});
