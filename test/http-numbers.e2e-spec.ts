import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './app.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type?: string; readonly default?: unknown };
}

let waybill: TestApp;
let numbers: { method: string; path: string; name: string; standard: unknown }[];
beforeAll(async () => {
  waybill = await startApp();
  const document = (await waybill.send('GET', '/openapi.json', { as: 'nobody' })).body;
  const paths = document['paths'] as Record<string, Record<string, { parameters?: Parameter[] }>>;
  numbers = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { parameters = [] }]) =>
      parameters
        .filter(({ in: place, schema }) => place === 'query' && /^(integer|number)$/.test(schema.type ?? ''))
        .map(({ name, schema }) => ({ method: method.toUpperCase(), path, name, standard: schema.default })),
    ),
  );
});
afterAll(() => waybill.close());

const anId = '0190f5a2-7c1e-7b7a-9d53-2f5b6a1c0d11';

it('the document tells which parameters are numbers, and what a page holds unless told', () => {
  const names = new Set(numbers.map(({ name }) => name));
  expect([...names].sort()).toEqual(['limit', 'maxPrice', 'minPrice', 'quantity', 'version']);
  const limits = numbers.filter(({ name }) => name === 'limit');
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
])(
  'a number in an address is written in plain digits: "%s" is refused wherever one is read',
  async (given) => {
    for (const { method, path, name } of numbers) {
      const address = `${path.replace(/\{[^}]+\}/g, anId)}?${name}=${given}`;
      const { status, body } = await waybill.send(method, encodeURI(address).replaceAll('%25', '%'));
      expect([address, status, body['code']]).toEqual([address, 400, 'invalid-request']);
      expect(body['errors']).toEqual([
        { pointer: `/${name}`, detail: 'must be a whole number, in digits only', in: 'query' },
      ]);
    }
  },
);

it('one that is given twice is no number', async () => {
  expect((await waybill.send('GET', '/v1/products?limit=5&limit=5')).status).toBe(400);
});

it('a number in digits is taken, and held against its bounds', async () => {
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
