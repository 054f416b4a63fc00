import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildConsole } from '../scripts/console.mjs';
import { networkOf } from '../src/platform/http/rate-limit.js';
import { startApp, type TestApp } from './app.js';
import { card } from './builders.js';
import { CounterModule } from './http/counter.js';
import { openShop, type Shop } from './shop.js';

const keys = {
  operator: 'a-key-of-an-operator',
  service: 'a-key-of-a-service',
  customer: 'a-key-of-a-customer',
};
const AUTH_API_KEYS = (['operator', 'service', 'customer'] as const).map((role) => ({
  role,
  id: role === 'customer' ? '019a9f00-0000-7000-8000-00000000000a' : role,
  sha256: createHash('sha256').update(keys[role]).digest('hex'),
}));

let open: TestApp;
let production: TestApp;
beforeAll(async () => {
  await buildConsole(path.resolve('dist', 'web'));
  open = await startApp({ config: { CORS_ORIGINS: ['https://shop.example.com'] } });
  production = await startApp({
    rooms: [CounterModule],
    config: { NODE_ENV: 'production', AUTH_DEMO_TOKENS: false, AUTH_API_KEYS },
    databaseUrl: open.config.DATABASE_URL,
  });
});
afterAll(async () => {
  await production.close();
  await open.close();
});

const status = async (app: TestApp, path: string, key?: string, method = 'GET') =>
  (
    await app.send(method, path, {
      as: 'nobody',
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    })
  ).status;

describe('what describes the product', () => {
  const docs = [
    '/docs',
    '/docs/',
    '/openapi.json',
    '/openapi.yaml',
    '/asyncapi.json',
    '/asyncapi',
    '/asyncapi/explore',
  ];

  it.each(docs)('is open outside production: %s', async (path) => {
    expect([200, 302]).toContain(await status(open, path));
  });

  it.each([
    ...docs,
    '/%64ocs',
    '/docs/swagger-ui.css',
    '/docs/demo-token',
    '/docs/demo-tokens',
    '/contracts/waybill.orders.v1/x.json',
  ])('is not there for strangers in production: %s', async (path) => {
    expect(await status(production, path)).toBe(404);
    expect(await status(production, path, 'wrong')).toBe(404);
  });

  it('is there for whoever may call the API', async () => {
    expect(await status(production, '/openapi.json', keys.customer)).toBe(200);
  });

  it('and what is measured is for operators and services', async () => {
    expect(await status(open, '/metrics')).toBe(200);
    expect(await status(production, '/metrics')).toBe(401);
    expect(await status(production, '/metrics', keys.customer)).toBe(403);
    expect(await status(production, '/metrics', keys.service)).toBe(200);
  });

  it('is open in production if settings say so', async () => {
    const willing = await startApp({
      rooms: [CounterModule],
      config: { NODE_ENV: 'production', AUTH_DEMO_TOKENS: false, PUBLIC_DOCS: true, PUBLIC_METRICS: true },
      databaseUrl: open.config.DATABASE_URL,
    });
    try {
      expect(await status(willing, '/openapi.json')).toBe(200);
      expect(await status(willing, '/metrics')).toBe(200);
    } finally {
      await willing.close();
    }
  });

  it('probes and problems need no token anywhere', async () => {
    for (const path of ['/health/live', '/health/ready', '/problems']) {
      expect(await status(production, path)).toBe(200);
    }
  });
});

describe('the start page', () => {
  const links = (text: string) => [...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href!);

  it('leads to everything that is open, also without scripts', async () => {
    const page = await open.send('GET', '/', { as: 'nobody' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/start/demo.js">']);
    expect(links(page.text)).toEqual(
      expect.arrayContaining(['/docs', '/openapi.json', '/health/ready', '/metrics']),
    );
    for (const href of links(page.text)) expect([href, await status(open, href)]).toEqual([href, 200]);
  });

  it('leads in production to no more than a stranger may see', async () => {
    const { text } = await production.send('GET', '/', { as: 'nobody' });
    expect(links(text)).toEqual(['/health/ready']);
  });

  it('hands tokens of every role to this machine, to no name that points at it, and in production to nobody', async () => {
    const ask = async ({ url }: TestApp, host: string) => {
      const sent = get(`${url}/start/identities`, { headers: { host } });
      const [reply] = (await once(sent, 'response')) as [IncomingMessage];
      const body = JSON.parse((await reply.toArray()).join('')) as { tokens?: object };
      return [reply.statusCode, Object.keys(body.tokens ?? {}).length];
    };
    expect(await ask(open, 'localhost:3000')).toEqual([200, 4]);
    for (const host of ['evil.example.com', 'localhost.example.com', '127.0.0.1.example.com']) {
      expect(await ask(open, host)).toEqual([404, 0]);
    }
    const strict = await startApp({
      config: { NODE_ENV: 'production', AUTH_DEMO_TOKENS: false },
      databaseUrl: open.config.DATABASE_URL,
    });
    expect(await ask(strict, 'localhost:3000')).toEqual([404, 0]);
    expect((await strict.send('GET', '/', { as: 'nobody' })).text).not.toContain('<script');
    await strict.close();
  });

  it('answers HEAD; what is not there stays 404', async () => {
    expect(await status(open, '/', undefined, 'HEAD')).toBe(200);
    for (const path of ['/index.html', '/favicon.ico', '//', '/v1', '/v1/']) {
      const reply = await open.send('GET', path, { as: 'nobody' });
      expect([path, reply.status, reply.body['code']]).toEqual([path, 404, 'not-found']);
    }
  });
});

describe('answers of the API', () => {
  it('are kept by no cache: found, refused, or not there', async () => {
    for (const as of ['operator', 'nobody'] as const) {
      for (const path of ['/v1/ops/subscriptions', '/v1/nothing', '/v1/ops/rebuilds/x']) {
        const { headers } = await open.send('GET', path, { as });
        expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      }
    }
  });
});

describe('a page in a browser', () => {
  const ask = (origin: string, method = 'OPTIONS', app = open, path = '/v1/orders') =>
    fetch(`${app.url}${path}`, {
      method,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });

  it('of a listed origin may ask, with the headers of the API, and read those of the answer', async () => {
    const preflight = await ask('https://shop.example.com');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://shop.example.com');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Idempotency-Key/);
    expect(preflight.headers.get('access-control-allow-methods')).toMatch(/DELETE/);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await ask('https://shop.example.com', 'POST');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example.com');
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/Event-Position/);
    expect(answer.headers.get('vary')).toMatch(/Origin/i);
  });

  it.each([
    'https://evil.example',
    'https://shop.example.com.evil.example',
    'http://shop.example.com',
    'null',
  ])('of %s may not', async (origin) => {
    expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('may not where no origin is listed, and gets the answer of an unknown method', async () => {
    const reply = await ask('https://shop.example.com', 'OPTIONS', production, '/health/live');
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });

  it('makes no path known that is not', async () => {
    expect(await status(open, '/nowhere')).toBe(404);
    expect(await status(open, '/health/live', undefined, 'PUT')).toBe(405);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s belongs to %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('Words for customers', () => {
  const secret = 'looks like a stolen card, see case 4711';
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.stocked('MUG', 100);
  });
  afterAll(() => shop.close());

  /** Everything about an order that its customer can read, live view included. */
  async function everything(id: string, as: 'customer' | 'operator'): Promise<string> {
    const paths = ['', '/events', '/timeline', '/fulfilment', '/payments'].map(
      (end) => `/v1/orders/${id}${end}`,
    );
    const { items } = (await shop.get(`/v1/orders/${id}/payments`)).body;
    const payments = items.map((payment) => `/v1/payments/${String(payment['id'])}`);
    const replies = await Promise.all(
      [...paths, ...payments, '/v1/orders'].map((path) => shop.get(path, as)),
    );
    for (const { status } of replies) expect(status).toBe(200);
    const live = await fetch(`${shop.url}/v1/orders/${id}/live`, {
      headers: { authorization: `Bearer ${shop.tokens[as]}` },
    });
    return [...replies.map(({ text }) => text), await live.text()].join('\n');
  }

  describe('What a customer reads', () => {
    it('has no word of what an operator noted for the shop; operators find it', async () => {
      const id = await shop.place({ paymentMethod: { type: 'bank_transfer' } });
      await shop.until(`/v1/orders/${id}/payments`, (now) => now.items.length === 1);
      await shop.post(`/v1/orders/${id}/cancel`, { reason: secret });
      expect(await shop.rest(id, 'cancelled')).toMatchObject({
        cancellationReason: { code: 'operator', detail: 'The shop cancelled the order.' },
      });
      const read = await everything(id, 'customer');
      expect(read).not.toContain('4711');
      expect(read).not.toContain('demo-operator');
      expect(read).toContain('The shop cancelled the order.');
      expect(await everything(id, 'operator')).toContain(secret);
    });

    it('has no word of why an operator gave money back', async () => {
      const id = await shop.place();
      await shop.rest(id, 'shipped');
      const [payment] = (await shop.get(`/v1/orders/${id}/payments`)).body.items;
      const refund = { amountMinor: 100, reason: secret };
      expect(await shop.post(`/v1/payments/${String(payment!['id'])}/refunds`, refund)).toMatchObject({
        status: 201,
      });
      expect(await everything(id, 'customer')).not.toContain('4711');
      expect(await everything(id, 'operator')).toContain(secret);
    });

    it('has no word of the gateway, when it declines', async () => {
      const id = await shop.place({ paymentMethod: card('tok_declined') });
      expect(await shop.rest(id, 'cancelled')).toMatchObject({
        cancellationReason: { code: 'payment-declined', detail: 'The payment was declined.' },
      });
      expect(await everything(id, 'customer')).not.toMatch(/gateway says|gatewayKey|evidence/);
      expect(await everything(id, 'operator')).toMatch(/gateway says/);
    });

    it('has no word of the database or the program when a step keeps failing', async () => {
      await shop.database.query(
        `alter table inventory.reservations add constraint broken check (quantity <> 7)`,
      );
      try {
        const id = await shop.place({ items: [{ sku: 'MUG', quantity: 7 }] });
        const path = `/v1/orders/${id}/fulfilment`;
        await shop.until(path, (now) => JSON.stringify(now).includes('constraint'));
        const { body } = await shop.get(path, 'customer');
        expect(JSON.stringify(body)).not.toMatch(/relation \\?"|constraint|violates|reservations/);
        const timeline = await shop.get(`/v1/orders/${id}/timeline?limit=100`, 'customer');
        expect(timeline.text).not.toMatch(/relation \\?"|constraint|violates/);
      } finally {
        await shop.database.query(`alter table inventory.reservations drop constraint broken`);
      }
    });

    it('of a long story comes in short pages, and to its end', async () => {
      const id = await shop.place();
      await shop.rest(id, 'shipped');
      await shop.database.query(
        `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select stream_id, version + n, gen_random_uuid(), gen_random_uuid(), 0, 'ContextChanged', 1,
         json_build_object('filler', repeat('x', 200000)), metadata, occurred_at
       from (select * from platform.events where stream_id = 'fulfilment-' || $1 order by version desc limit 1) newest,
         generate_series(1, 12) n`,
        [id],
      );
      let seen = 0;
      for (let cursor: unknown = ''; cursor !== null;) {
        const after = cursor === '' ? '' : `&cursor=${String(cursor)}`;
        const page = await shop.get(`/v1/orders/${id}/timeline?limit=100${after}`, 'customer');
        expect(page.text.length).toBeLessThan(700_000);
        seen += page.body.items.filter(({ type }) => type === 'ContextChanged').length;
        cursor = page.body['nextCursor'];
      }
      expect(seen).toBe(12);
    });

    it('names the customer as the one who did what they did', async () => {
      const id = await shop.place({ paymentMethod: { type: 'bank_transfer' } });
      await shop.post(`/v1/orders/${id}/cancel`, { reason: 'changed my mind' }, { as: 'customer' });
      const { items } = (await shop.get(`/v1/orders/${id}/events`, 'customer')).body;
      const asked = items.find(({ type }) => type === 'OrderCancellationRequested');
      expect(asked).toMatchObject({ actor: `customer:${shop.customerId}`, reason: 'changed my mind' });
    });
  });
});
