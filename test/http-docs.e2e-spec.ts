import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RouteTable } from '../src/platform/http/route-table.js';
import { startApp, type TestApp } from './app.js';
import { hasChromium, openBrowser, type Browser } from './browser.js';
import { demoCatalogue } from './demo-catalogue.js';

interface Parameter {
  readonly required?: boolean;
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type?: string; readonly default?: unknown };
}

interface Operation {
  operationId: string;
  summary?: string;
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, unknown> }>;
  'x-roles'?: string[];
}

let waybill: TestApp;
let document: {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object };
};
beforeAll(async () => {
  waybill = await startApp();
  document = (await waybill.send('GET', '/openapi.json', { as: 'nobody' })).body as never;
});
afterAll(() => waybill.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

/** Served for people and machines around the API; none of them is part of its contract. */
const undocumented = /^\/(docs|start|openapi\.(json|yaml)|metrics|asyncapi|console)/;

describe('the OpenAPI document', () => {
  it('is 3.1 and describes every route that is served', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const described = new Set(operations().map(({ name }) => name.replace(/\{([^}]+)\}/g, ':$1')));
    const missing = waybill.app
      .get(RouteTable)
      .all()
      .filter(({ method, url }) => method !== 'HEAD' && method !== 'OPTIONS' && !undocumented.test(url))
      .map(({ method, url }) => `${method} ${url}`)
      .filter((name) => !described.has(name));
    expect(missing).toEqual([]);
  });

  it('names every operation once, in words, with its roles', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations().filter(({ operation }) => !operation.summary || !operation['x-roles'])).toEqual([]);
  });

  it('tells the problems that each operation can answer with', () => {
    const always = ['400', '408', '412', '414', '429', '431', '500', '503'];
    const writing = ['409', '413', '415', '422'];
    const silent = operations().flatMap(({ name, operation }) => {
      const closed = operation['x-roles']?.includes('public') ? [] : ['401', '403'];
      const expected = [...always, ...closed, ...(name.startsWith('GET') ? [] : writing)];
      return expected.filter((status) => !operation.responses[status]).map((status) => `${name} ${status}`);
    });
    expect(silent).toEqual([]);
    expect(Object.keys(document.components.schemas)).toContain('Problem');
  });

  it('resolves all of its references', () => {
    const references = JSON.stringify(document).match(/"#\/components\/schemas\/[^"]+"/g) ?? [];
    const known = Object.keys(document.components.schemas);
    const broken = references
      .map((each) => each.slice(1, -1).split('/').at(-1)!)
      .filter((name) => !known.includes(name));
    expect([...new Set(broken)]).toEqual([]);
  });
});

describe('Swagger UI', () => {
  it('is served from here alone', async () => {
    const page = await waybill.send('GET', '/docs', { as: 'nobody' });
    const sources = [...page.text.matchAll(/(?:src|href)=['"]([^'"#]+)['"]/g)].map(([, source]) => source!);
    expect(sources.length).toBeGreaterThan(4);
    for (const source of sources) {
      expect(source).not.toMatch(/^(https?:)?\/\//);
      const path = source.startsWith('/') ? source : `/${source.replace('./', '')}`;
      expect([source, (await waybill.send('GET', path, { as: 'nobody' })).status]).toEqual([source, 200]);
    }
  });

  it('fills in a token that works, for the customer that the samples name', async () => {
    const { body } = await waybill.send('GET', '/docs/demo-token', { as: 'nobody' });
    expect(body['customerId']).toBe(waybill.customerId);
    const orders = await waybill.send('GET', '/v1/orders', {
      as: 'nobody',
      headers: { authorization: `Bearer ${String(body['token'])}` },
    });
    expect(orders.status).toBe(200);
    expect(JSON.stringify(document.paths['/v1/orders']!['post'])).toContain(
      `"customerId":"${waybill.customerId}"`,
    );
  });
});

describe('a number in an address', () => {
  const anId = '0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11';

  /** What an address carries as a number. */
  const numbers = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { parameters = [] }]) =>
        parameters
          .filter(
            ({ in: place, schema }) => place === 'query' && /^(integer|number)$/.test(schema.type ?? ''),
          )
          .map(({ name, schema }) => ({
            method: method.toUpperCase(),
            path,
            name,
            standard: schema.default,
            others: parameters
              .filter(({ in: place, required }) => place === 'query' && required)
              .map((other) => `&${other.name}=order-${anId}`)
              .join(''),
          })),
      ),
    );

  it('is told by the document, and what a page holds unless told', () => {
    const names = new Set(numbers().map(({ name }) => name));
    expect([...names].sort()).toEqual(['after', 'limit', 'maxPrice', 'minPrice', 'quantity', 'version']);
    const limits = numbers().filter(({ name }) => name === 'limit');
    expect(limits.length).toBeGreaterThan(10);
    expect(new Set(limits.map(({ standard }) => standard))).toEqual(new Set([20]));
  });

  it.each([
    '1e1',
    '0x10',
    '0b1',
    '%2B5',
    '+5',
    '%205',
    '5%20',
    '1.0',
    '5.',
    '-0',
    '',
    '٥',
    '1_0',
    '5%0A',
    'NaN',
  ])('is written in plain digits: "%s" is refused wherever one is read', async (given) => {
    for (const { method, path, name, others } of numbers()) {
      const address = `${path.replace(/\{[^}]+\}/g, anId)}?${name}=${given}${others}`;
      const { status, body } = await waybill.send(method, encodeURI(address).replaceAll('%25', '%'));
      expect([address, status, body['code']]).toEqual([address, 400, 'invalid-request']);
      expect(body['errors']).toEqual([
        { pointer: `/${name}`, detail: 'must be a whole number, in digits only', in: 'query' },
      ]);
    }
  });

  it('that is given twice is none', async () => {
    expect((await waybill.send('GET', '/v1/products?limit=5&limit=5')).status).toBe(400);
  });

  it('in digits is taken, and held against its bounds', async () => {
    for (const [query, status] of [
      ['limit=100', 200],
      ['limit=007', 200],
      ['limit=0', 400],
      ['limit=101', 400],
      ['minPrice=0&maxPrice=9007199254740991', 200],
      ['maxPrice=9007199254740993', 400],
      ['maxPrice=99999999999999999999', 400],
    ] as const) {
      expect([query, (await waybill.send('GET', `/v1/products?${query}`)).status]).toEqual([query, status]);
    }
  });
});

(hasChromium() ? describe : describe.skip)(
  '/docs in a browser, for somebody who comes for the first time',
  () => {
    let browser: Browser;
    beforeAll(async () => {
      await demoCatalogue(waybill);
      browser = await openBrowser(waybill.url);
      await browser.page.goto(`${waybill.url}/docs`, { waitUntil: 'networkidle' });
    });
    afterAll(async () => {
      await browser?.close();
    });

    it('a token is filled in', async () => {
      await browser.page.waitForSelector('.btn.authorize.locked');
      expect(await browser.page.title()).toBe('Waybill API');
    });

    const head = async () => {
      const [row] = await waybill.database.query<{ head: number }>(
        `select max(position) as head from platform.events where type = 'OrderConfirmed'`,
      );
      return row!.head;
    };
    const order = () =>
      browser.page.locator('.opblock-post', { has: browser.page.locator('[data-path="/v1/orders"]') });

    it('the sample of POST /v1/orders, sent as it stands, places an order', async () => {
      await order().locator('.opblock-summary').click();
      await order().locator('button.execute').click();
      const status = order().locator('.live-responses-table .response .response-col_status');
      expect(await status.innerText()).toMatch(/^202/);
      const list = await waybill.send('GET', '/v1/orders', {
        as: 'customer',
        headers: { 'min-event-position': String(await head()) },
      });
      expect(list.body.items).toMatchObject([{ customerId: waybill.customerId }]);
    });

    it('sent again, it is another order: the sample makes a new key for each try', async () => {
      const answer = browser.page.waitForResponse((reply) => reply.url().endsWith('/v1/orders'));
      await order().locator('button.execute').click();
      expect((await answer).status()).toBe(202);
      expect((await answer).headers()['idempotency-replayed']).toBeUndefined();
    });

    it('another role is chosen, and its operations are open', async () => {
      const { page } = browser;
      const mayOperate = async () => {
        const answer = page.waitForResponse((reply) => reply.url().endsWith('/v1/orders'));
        await order().locator('button.execute').click();
        const authorization = (await (await answer).request().allHeaders())['authorization']!;
        const asked = { as: 'nobody', headers: { authorization } } as const;
        return (await waybill.send('GET', '/v1/ops/subscriptions', asked)).status;
      };
      expect(await mayOperate()).toBe(403);
      await page.getByLabel('Try it as').selectOption('operator');
      expect(await mayOperate()).toBe(200);
    });

    it('the start page gives a token for each role, and its three tries come to their ends', async () => {
      const { page } = browser;
      await page.goto(`${waybill.url}/`, { waitUntil: 'networkidle' });
      await page.selectOption('#role', 'operator');
      expect(await page.inputValue('#token')).toMatch(/^eyJ/);
      const story = page.locator('#story');
      await page.getByRole('button', { name: 'declined' }).click();
      await story.filter({ hasText: 'OrderCancelled' }).waitFor();
      await page.locator('#orders tr', { hasText: 'payment-declined' }).waitFor();
      await page.getByRole('button', { name: 'stuck' }).click();
      await story.filter({ hasText: 'PaymentCaptured' }).waitFor();
    });

    it('without an error on the console, or a request to anybody else', () => {
      expect(browser.complaints).toEqual([]);
    });
  },
);
