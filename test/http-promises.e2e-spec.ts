import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { newId } from '../src/platform/core/ids.js';
import { consumptions } from '../src/platform/kafka/consumes.js';
import { startApp, type TestApp } from './app.js';
import type { Reply } from './client.js';

let waybill: TestApp;
beforeAll(async () => {
  waybill = await startApp();
  for (const sku of ['MUG', 'POT']) {
    await waybill.send('POST', '/v1/products', {
      body: { sku, name: `A ${sku}`, category: 'kitchen', price: { amountMinor: 500, currency: 'EUR' } },
    });
  }
});
afterAll(() => waybill.close());

describe('a query that a route does not read', () => {
  it('is refused with its name, and nothing is done', async () => {
    const error = { pointer: '/dryRun', detail: 'unknown property', in: 'query' };
    const refused = { status: 400, body: { code: 'invalid-request', errors: [error] } };
    const body = { sku: 'QUERIED', name: 'x', category: 'x', price: { amountMinor: 1, currency: 'EUR' } };
    expect(await waybill.send('POST', '/v1/products?dryRun=true', { body })).toMatchObject(refused);
    expect((await waybill.send('GET', '/v1/products/QUERIED')).status).toBe(404);
    expect(await waybill.send('GET', '/v1/ops/system?dryRun=true')).toMatchObject(refused);
  });

  it('is passed over where strangers write: providers add their own', async () => {
    const path = '/v1/payments/webhooks/simulated?livemode=false';
    const told = await waybill.send('POST', path, { as: 'nobody', body: {} });
    expect(told.body).toMatchObject({ code: 'payment.message-not-signed' });
    expect((await waybill.send('GET', '/health/live?probe=1', { as: 'nobody' })).status).toBe(200);
  });
});

describe('a list', () => {
  const create = (sku: string, category = 'list') =>
    waybill.send('POST', '/v1/products', {
      body: { sku, name: sku, category, price: { amountMinor: 100, currency: 'EUR' } },
    });
  const list = (query: string, headers: Record<string, string> = {}) =>
    waybill.send('GET', `/v1/products${query}`, { headers });

  it('shows a write to whoever names its position', async () => {
    for (let n = 0; n < 10; n++) {
      const written = await create(`READ-YOUR-WRITE-${n}`);
      const { body } = await list('?category=list&limit=100', {
        'min-event-position': written.headers.get('event-position')!,
      });
      expect(body.items.map(({ sku }) => sku)).toContain(`READ-YOUR-WRITE-${n}`);
    }
  });

  it('begins where it begins for whoever has no cursor yet', async () => {
    for (const path of ['/v1/products', '/v1/simulator/charges']) {
      const [bare, empty] = [`${path}?limit=1`, `${path}?limit=1&cursor=`];
      const [first, same] = [await waybill.send('GET', bare), await waybill.send('GET', empty)];
      expect([same.status, same.body]).toEqual([200, first.body]);
    }
  });

  describe('while it is behind', () => {
    const pause = (verb: 'pause' | 'resume') =>
      waybill.send('POST', `/v1/ops/subscriptions/catalog.product-list/${verb}`, {
        body: { reason: 'a test' },
      });
    beforeAll(() => pause('pause'));
    afterAll(() => pause('resume'));
    const written = async () => (await create(`BEHIND-${n++}`, 'behind')).headers.get('event-position')!;
    let n = 0;

    it('says so, after the wait that was asked for', async () => {
      const position = await written();
      const since = Date.now();
      const behind = await list('', { 'min-event-position': position, prefer: 'respond-async, wait=1' });
      expect([behind.status, behind.body['code'], behind.headers.get('retry-after')]).toEqual([
        503,
        'projection-behind',
        '1',
      ]);
      expect(Date.now() - since).toBeGreaterThan(900);
      expect((await list('', { 'min-event-position': position, prefer: 'wait=0' })).status).toBe(503);
    });

    it.each([
      ['wait="0"', 'wait=0'],
      ['wait = 0 ;x=1', 'wait=0'],
      ['wait=99999999999', 'wait=8'],
      ['wait=0x8', null],
      ['wait=0.5', null],
      ['wait="0', null],
      ['wait=0s', null],
    ])('reads %s as whole seconds, or not at all', async (prefer, applied) => {
      const headers = { 'min-event-position': '1', prefer };
      const reply = await waybill.send('GET', '/v1/products/BEHIND-0', { headers });
      expect([reply.status, reply.headers.get('preference-applied')]).toEqual([200, applied]);
    });

    it('lets one caller wait a hundred times and no more', async () => {
      const position = await written();
      const replies = await Promise.all(
        Array.from({ length: 120 }, () => list('', { 'min-event-position': position, prefer: 'wait=8' })),
      );
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses.filter((status) => status === 429)).toHaveLength(20);
      expect(new Set(statuses)).toEqual(new Set([429, 503]));
      expect((await list('')).status).toBe(200);
    });
  });

  it.each(['1000000', '9007199254740991'])(
    'never waits for position %s, which the log has not come to',
    async (far) => {
      const replies = await Promise.all(
        Array.from({ length: 200 }, () => list('', { 'min-event-position': far, prefer: 'wait=8' })),
      );
      for (const { status, body } of replies)
        expect([status, body['code']]).toEqual([503, 'projection-behind']);
      const single = await waybill.send('GET', '/v1/products/NONE', {
        headers: { 'min-event-position': far },
      });
      expect(single.status).toBe(503);
    },
  );

  it.each(['-1', 'x', '1.5', '99999999999999999999'])('refuses the position %s', async (position) => {
    expect((await list('', { 'min-event-position': position })).status).toBe(400);
  });

  it('hands out pages that neither repeat nor skip, and refuses a foreign cursor', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, n) => create(`PAGED-${n}`)));
    const last = await create('PAGED-7');
    const position = { 'min-event-position': last.headers.get('event-position')! };
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await list(`?category=list&limit=3${cursor}`, position);
      seen.push(...body.items.map(({ sku }) => sku));
      cursor = body['nextCursor'] === null ? '' : `&cursor=${String(body['nextCursor'])}`;
      if (cursor) expect((await list(`?category=other${cursor}`)).body['code']).toBe('invalid-cursor');
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(18);
    expect((await list('?cursor=nonsense')).body['code']).toBe('invalid-cursor');
  });
});

describe('an id in capitals is the same id', () => {
  const body = (customerId: string) => ({
    customerId,
    currency: 'EUR',
    items: [{ sku: 'MUG', quantity: 2 }],
  });
  const create = async (customerId = waybill.customerId, key: string = newId()) =>
    waybill.send('POST', '/v1/orders', { as: 'customer', key, body: body(customerId) });

  it('in a path', async () => {
    const id = String((await create()).body['id']);
    const read = await waybill.send('GET', `/v1/orders/${id.toUpperCase()}`, { as: 'customer' });
    expect([read.status, read.body['id']]).toEqual([200, id]);
    const added = await waybill.send('POST', `/v1/orders/${id.toUpperCase()}/items`, {
      as: 'customer',
      key: newId(),
      body: { sku: 'MUG', quantity: 1 },
    });
    expect([added.status, added.body['version']]).toEqual([201, 2]);
    const [row] = await waybill.database.query<{ n: number }>(
      'select count(*) as n from platform.events where lower(stream_id) = $1 and stream_id <> $1',
      [`order-${id}`],
    );
    expect(Number(row!.n)).toBe(0);
  });

  it('in a body, and in a query', async () => {
    const made = await create(waybill.customerId.toUpperCase());
    expect([made.status, made.body['customerId']]).toEqual([201, waybill.customerId]);
    const position = made.headers.get('event-position')!;
    const { body: page } = await waybill.send(
      'GET',
      `/v1/orders?customerId=${waybill.customerId.toUpperCase()}&limit=100`,
      { as: 'customer', headers: { 'min-event-position': position } },
    );
    expect(page.items.map(({ id }) => id)).toContain(made.body['id']);
    const events = await waybill.send(
      'GET',
      `/v1/ops/events?stream=order-${String(made.body['id']).toUpperCase()}`,
    );
    expect(events.body.items).toHaveLength(1);
  });

  it('in the subject of a token', async () => {
    const token = await new SignJWT({ role: 'customer' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(waybill.customerId.toUpperCase())
      .setIssuer('waybill')
      .setAudience('waybill')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(waybill.config.AUTH_JWT_SECRET));
    const { headers, body: made } = await create(waybill.customerId, 'key-of-both');
    const again = await waybill.send('POST', '/v1/orders', {
      as: 'nobody',
      key: 'key-of-both',
      body: body(waybill.customerId.toUpperCase()),
      headers: { authorization: `Bearer ${token}` },
    });
    expect(headers.get('idempotency-replayed')).toBeNull();
    expect([again.headers.get('idempotency-replayed'), again.body['id']]).toEqual(['true', made['id']]);
  });

  it('under an Idempotency-Key: a repeat in other letters is a repeat', async () => {
    const id = String((await create()).body['id']);
    const add = (name: string) =>
      waybill.send('POST', `/v1/orders/${name}/items`, {
        as: 'customer',
        key: `add-${id}`,
        body: { sku: 'MUG', quantity: 1 },
      });
    const replies = [await add(id), await add(id.toUpperCase())];
    expect(replies.map(({ status, body: { version } }) => [status, version])).toEqual([
      [201, 2],
      [201, 2],
    ]);
  });

  it('in a record from outside, whatever it asks for', () => {
    const id = newId();
    const named = (type: string) => consumptions().find((one) => one.type === type)!.schema;
    const create = { ...body(id.toUpperCase()), orderId: id.toUpperCase() };
    expect(named('waybill.command.create-order').parse(create)).toMatchObject({
      customerId: id,
      orderId: id,
    });
    expect(named('waybill.command.confirm-order').parse({ orderId: id.toUpperCase() })).toEqual({
      orderId: id,
    });
  });
});

it('every schema of an id is the one that writes it small', () => {
  const own = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('platform/core/schemas.ts'))
    .filter((file) => /z\s*\.(uuid|uuidv\d|guid)\(/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(own).toEqual([]);
});

const draft = async (quantity: number): Promise<string> => {
  const items = [
    { sku: 'MUG', quantity },
    { sku: 'POT', quantity: 1 },
  ];
  const made = await waybill.send('POST', '/v1/orders', {
    as: 'customer',
    key: newId(),
    body: { customerId: waybill.customerId, currency: 'EUR', items },
  });
  return `/v1/orders/${String(made.body['id'])}`;
};
const mugsIn = async (path: string): Promise<unknown> => {
  const { body } = await waybill.send('GET', path, { as: 'customer' });
  return (body['items'] as unknown as { sku: string; quantity: number }[]).find(({ sku }) => sku === 'MUG')
    ?.quantity;
};
const sameAnswer = (again: Reply, first: Reply) => {
  expect([again.status, again.text]).toEqual([first.status, first.text]);
  for (const name of ['etag', 'event-position', 'location']) {
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  }
  expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
    null,
    'true',
  ]);
};
const twice = async (method: string, path: string, options: Parameters<TestApp['send']>[2]) => {
  const send = () => waybill.send(method, path, { key: 'the-same', as: 'customer', ...options });
  const first = await send();
  const again = await send();
  sameAnswer(again, first);
  return first;
};

describe('under the same Idempotency-Key', () => {
  it('DELETE of one unit takes out one unit, however often it is sent', async () => {
    const path = await draft(5);
    const first = await twice('DELETE', `${path}/items/MUG?quantity=1`, { key: newId() });
    expect(first.status).toBe(200);
    expect(await mugsIn(path)).toBe(4);
  });

  it('DELETE of a whole line answers a repeat as the first time, though the line is gone', async () => {
    const path = await draft(5);
    expect((await twice('DELETE', `${path}/items/MUG`, { key: newId() })).status).toBe(200);
  });

  it('a refused DELETE stays refused', async () => {
    const path = await draft(5);
    const gone = `${path}/items/TEAPOT`;
    expect((await twice('DELETE', gone, { key: newId() })).status).toBe(404);
  });

  it('PUT that was overtaken by another does not undo it', async () => {
    const path = await draft(1);
    const address = (city: string) => ({ name: 'Ada', line1: '1 St', city, postalCode: 'N1', country: 'GB' });
    const put = (city: string, key: string) =>
      waybill.send('PUT', `${path}/shipping-address`, { as: 'customer', key, body: address(city) });
    const first = await put('London', `${path}-1`);
    await put('Leeds', `${path}-2`);
    sameAnswer(await put('London', `${path}-1`), first);
    const { body } = await waybill.send('GET', path, { as: 'customer' });
    expect(body['shippingAddress']).toMatchObject({ city: 'Leeds' });
  });

  it('PATCH changes once', async () => {
    const first = await twice('PATCH', '/v1/products/POT', {
      as: 'operator',
      key: newId(),
      body: { name: 'A jug' },
    });
    expect([first.status, first.body['version']]).toEqual([200, 2]);
  });

  it("an operator's verb has one effect and one entry in the log of operators", async () => {
    const body = { reason: 'to see what happens' };
    const pause = '/v1/ops/subscriptions/orders.order-list/pause';
    await twice('POST', pause, { as: 'operator', key: newId(), body });
    const [row] = await waybill.database.query<{ n: number }>(
      `select count(*) as n from audit.log where reason = $1`,
      [body.reason],
    );
    expect(Number(row!.n)).toBe(1);
    await waybill.send('POST', '/v1/ops/subscriptions/orders.order-list/resume', { body });
  });

  it('another query is another request: 422', async () => {
    const path = await draft(5);
    const key = newId();
    const remove = (quantity: number) =>
      waybill.send('DELETE', `${path}/items/MUG?quantity=${quantity}`, { as: 'customer', key });
    expect([(await remove(1)).status, (await remove(2)).status, await mugsIn(path)]).toEqual([200, 422, 4]);
  });
});

describe('without a key', () => {
  it('DELETE of a number of units removes again, and of a line finds nothing the second time', async () => {
    const path = await draft(5);
    const remove = async (query = '') =>
      (await waybill.send('DELETE', `${path}/items/MUG${query}`, { as: 'customer' })).status;
    expect([await remove('?quantity=1'), await remove('?quantity=1'), await mugsIn(path)]).toEqual([
      200, 200, 3,
    ]);
    expect([await remove(), await remove()]).toEqual([200, 404]);
  });
});
