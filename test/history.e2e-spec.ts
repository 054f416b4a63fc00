import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../src/platform/core/ids.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { cli } from './cli.js';
import { violations } from './contract/violations.js';
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
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'waybill-history-')), 'archive');
  let shop: Shop;
  let id: string;
  /** After which write the log stood where. */
  const position = { before: 0, draft: 0, delivered: 0, returned: 0, end: 0 };

  /** Stock books what has left after the order says so. */
  const shippedAndConsumed = async (orderId: string) => {
    await shop.rest(orderId, 'shipped');
    await eventually(async () => {
      const consumed = `select from platform.events where type = 'StockConsumed' and stream_id like '%' || $1`;
      return (await shop.database.query(consumed, [orderId])).length === 1;
    });
  };

  beforeAll(async () => {
    shop = await openShop({ config: { WAYBILL_ARCHIVE_DIR: folder } });
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
    await shippedAndConsumed(id);
    position.delivered = (await write(`/v1/orders/${id}/deliver`, undefined, 'operator')).at;
    const asked = { items: [{ sku: 'MUG', quantity: 1 }], reason: 'too blue' };
    position.returned = (await write(`/v1/orders/${id}/returns`, asked, 'customer')).at;
  });
  afterAll(async () => {
    await shop.close();
    rmSync(path.dirname(folder), { recursive: true });
  });

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

  it('stands, at each time that is shown, where that time says', async () => {
    const now = (await shop.get(`/v1/orders/${id}`)).body;
    const statuses = ['draft', 'confirmed', 'paid', 'shipped', 'delivered'].map((status) => ({
      status,
      at: String(now[status === 'draft' ? 'createdAt' : `${status}At`]),
    }));
    for (const { at } of statuses) {
      const stood = { status: statuses.findLast((one) => one.at <= at)!.status };
      expect((await shop.get(`/v1/orders/${id}?asOf=${at}`)).body).toMatchObject(stood);
      expect(await asOf(at)).toMatchObject({ order: stood, at: { time: at } });
    }
    const shipment = (await shop.get(`/v1/shipments/${String(now['shipmentId'])}`)).body;
    const dispatched = `/v1/shipments/${String(now['shipmentId'])}?asOf=${String(shipment['dispatchedAt'])}`;
    expect((await shop.get(dispatched)).body).toMatchObject({ state: 'dispatched' });
    const payment = `/v1/payments/${String(now['paymentId'])}`;
    const requested = String((await shop.get(payment)).body['createdAt']);
    expect((await shop.get(`${payment}?asOf=${requested}`)).body).toMatchObject({ createdAt: requested });
    const [{ requestedAt }] = (await shop.get(`/v1/returns?orderId=${id}`)).body.items as [
      Record<string, string>,
    ];
    expect(await asOf(requestedAt!)).toMatchObject({ returns: [{ status: 'requested' }] });
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

  describe('that ended long ago and lies in the archive', () => {
    const before = { ...process.env };
    const customerId = newId();
    const line1 = `${newId()} Heliotrope Passage`;
    let old: string;
    let stored: unknown;
    beforeAll(async () => {
      Object.assign(process.env, { NODE_ENV: 'test', LOG_LEVEL: 'fatal', WAYBILL_ARCHIVE_DIR: folder });
      process.env['DATABASE_URL'] = shop.config.DATABASE_URL;
      const shippingAddress = { name: 'Zanaria', line1, city: 'Ysgard', postalCode: 'PC1', country: 'GB' };
      old = String((await shop.post('/v1/orders', shop.order({ customerId, shippingAddress }))).body['id']);
      await shippedAndConsumed(old);
      const delivered = await shop.post(`/v1/orders/${old}/deliver`);
      position.end = Number(delivered.headers.get('event-position'));
      await shop.until(
        `/v1/orders?customerId=${customerId}&status=delivered`,
        ({ items }) => items.length === 1,
      );
    });
    afterAll(() => {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    });

    const told = async (words: string) => {
      const { code, out, err } = await cli(...words.split(' '), '--json');
      const lines = out
        .trim()
        .split('\n')
        .map((line) => (line === '' ? {} : JSON.parse(line)) as Record<string, unknown>);
      return { code, err, data: lines.at(-1)!['data'] as Record<string, unknown> };
    };
    const rows = () =>
      shop.database.query(
        `select e::text from platform.events e where stream_id like '%' || $1 order by position`,
        [old],
      );
    const views = () => {
      const of = `/v1/orders/${old}`;
      return [
        ...[
          of,
          `${of}?version=2`,
          `${of}/events`,
          `${of}/timeline?limit=100`,
          `${of}/diff`,
          `${of}/fulfilment`,
        ],
        ...[`${of}/as-of?at=${position.end}`, `/v1/ops/events?stream=order-${old}`],
        ...[`/v1/ops/events?type=OrderConfirmed`, `/v1/orders?customerId=${customerId}`],
      ];
    };
    const answers = async () => {
      const all: unknown[] = [];
      for (const view of views()) {
        const { status, body } = await shop.get(view);
        expect([view, status]).toEqual([view, 200]);
        // Mails are no events, and come when they come.
        const items = (body['items'] as { room?: string }[] | undefined)?.filter(
          ({ room }) => room !== 'notifications',
        );
        all.push([view, { ...body, ...(items && { items }), at: null }]);
      }
      return all;
    };
    const broken = async () => {
      const found: string[] = [];
      for (const [law, sql] of violations) if ((await shop.database.query(sql)).length > 0) found.push(law);
      // Read models may lag; that is no matter of the archive.
      return found.filter((law) => !law.startsWith('P2'));
    };
    const later = '2999-01-01T00:00:00Z';

    it('is answered as before, in every room, and everything is computed anew from it', async () => {
      stored = await rows();
      const shown = await answers();
      expect(await told('archive')).toMatchObject({
        code: 0,
        data: { orders: 0, left: { recent: 1, 'not-ended': 1 } },
      });
      // As long as somebody has not heard of it, it stays.
      const plan = await eventually(
        () => told(`archive --before ${later} --dry-run`),
        ({ data }) => data['orders'] === 1,
      );
      expect(plan).toMatchObject({ code: 0, data: { dryRun: true, orders: 1, left: { 'not-ended': 1 } } });
      expect(await rows()).toEqual(stored);
      const done = await told(`archive --before ${later}`);
      expect(done).toMatchObject({ code: 0, data: { orders: 1, folder, space: { isCompact: true } } });
      expect(await rows()).not.toEqual(stored);

      renameSync(folder, `${folder}.away`);
      const away = await shop.get(`/v1/orders/${old}?version=2`);
      expect([away.status, away.body['code']]).toEqual([503, 'archive-unavailable']);
      expect(await told('archive list')).toMatchObject({ code: 6, data: { missing: 1 } });
      const { data } = await told('doctor');
      expect(data['findings']).toContainEqual(expect.objectContaining({ check: 'archive', state: 'fault' }));
      renameSync(`${folder}.away`, folder);
      expect(await told('archive list')).toMatchObject({ code: 0, data: { missing: 0 } });

      expect(await answers()).toEqual(shown);
      expect(await broken()).toEqual([]);
      expect(await told('verify')).toMatchObject({ code: 0, data: { differences: 0 } });
      expect(await told('rebuild orders.order-list')).toMatchObject({ code: 0 });
      expect(await answers()).toEqual(shown);
    });

    it('keeps a row for each event in the audit views, and who did what', async () => {
      const [row] = await shop.database.query(
        `select count(*)::int as events, count(payload)::int as payloads, count(archived_in)::int as archived,
           count(actor)::int as actors
         from audit.events where stream_id = 'order-' || $1`,
        [old],
      );
      const { events } = row as { events: number };
      expect(row).toEqual({ events, payloads: 0, archived: events, actors: events });
      const steps = await shop.database.query(
        `select step, outcome from audit.saga_steps where saga_id = 'fulfilment-' || $1 and step is not null`,
        [old],
      );
      expect(steps).toContainEqual({ step: 'pay', outcome: 'done' });
    });

    it('holds nothing in clear in its file, and is erased with its customer', async () => {
      const file = readFileSync(path.join(folder, readdirSync(folder)[0]!), 'utf8');
      expect(file).toContain(old);
      for (const word of [line1, 'Zanaria', 'Heliotrope']) expect(file).not.toContain(word);
      const personal = `/v1/customers/${customerId}/personal-data`;
      await shop.send('DELETE', personal, { as: 'operator', body: { reason: 'asked for' } });
      await shop.until(
        personal,
        ({ erasure }) => (erasure as { status?: string } | null)?.status === 'erased',
      );
      const { body } = await shop.get(`/v1/orders/${old}?version=2`);
      expect(body['shippingAddress']).toMatchObject({ line1: 'erased' });
    });

    it('takes what still comes, and comes back byte by byte', async () => {
      const asked = { items: [{ sku: 'MUG', quantity: 1 }], reason: 'too late' };
      expect((await shop.post(`/v1/orders/${old}/returns`, asked)).status).toBe(201);
      expect(await told(`archive restore ${newId()}`)).toMatchObject({ code: 3 });
      expect(await told('archive restore 77')).toMatchObject({ code: 3 });
      const back = await told(`archive restore ${old}`);
      expect(back).toMatchObject({ code: 0, data: { segments: [1] } });
      expect((await rows()).slice(0, (stored as unknown[]).length)).toEqual(stored);
      expect(await told('verify')).toMatchObject({ code: 0, data: { differences: 0 } });
    });
  });
});
