import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { ImportResult } from '../src/cli/import/import-result.js';
import { testDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { cli } from './cli.js';

const excerpt = path.resolve('test/import/excerpt.csv');
const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const settings = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  AUTH_JWT_SECRET: 'k-for-tests-0815-that-nobody-else-uses',
};
const before = { ...process.env };
const folder = mkdtempSync(path.join(tmpdir(), 'waybill-import-'));

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  Object.assign(process.env, settings, { DATABASE_URL: database.url });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  process.env = before;
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** The last line of `--json`. */
function resultOf<Data = ImportResult>({ out }: { out: string }): Data {
  const last = JSON.parse(out.trim().split('\n').at(-1)!) as { version: number; type: string; data: Data };
  expect(last).toMatchObject({ version: 1, type: 'result' });
  return last.data;
}

function fileOf(name: string, ...rows: string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, [header, ...rows].join('\n'));
  return file;
}

const count = async (sql: string): Promise<unknown> => (await client.query<{ n: unknown }>(sql)).rows[0]!.n;
const events = () => count('select count(*)::int as n from platform.events');

describe('the import of invoices', () => {
  it('shows in a dry run what it would do, and writes nothing', async () => {
    const { code, out, err } = await cli('import', excerpt, '--dry-run');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('A dry run: nothing was written.');
    expect(out).toMatch(/^total +(\S+) .* 0\.00$/m);
    expect(await events()).toBe(0);
  });

  it('carries on where an interrupted one stopped: the first half, then the whole', async () => {
    const [, ...rows] = readFileSync(excerpt, 'utf8').trim().split('\n');
    const half = resultOf(
      await cli(
        'import',
        fileOf(
          'half.csv',
          ...rows.slice(
            0,
            rows.findIndex((row) => row.startsWith('536557')),
          ),
        ),
        '--json',
      ),
    );
    expect(half.report.total.difference).toBe(0);
    const ended = await cli('import', excerpt, '--json');
    expect(ended.code).toBe(0);
    const { report, orders, did, rows: all } = resultOf(ended);
    expect(all).toBe(477);
    expect(report.days.map(({ day, difference }) => [day, difference])).toEqual([
      ['2010-12-01', 0],
      ['2010-12-02', 0],
      ['2010-12-03', 0],
    ]);
    expect([report.refused, report.failures]).toEqual([[], []]);
    expect(orders).toMatchObject({ 'under-way': 0, cancelled: 0, refused: 0 });
    expect(did?.orders.there).toBeGreaterThan(5);
  });

  it('leaves the money of the file in orders and refunds', async () => {
    const { report } = resultOf(await cli('import', excerpt, '--dry-run', '--json'));
    const paid = await count(
      "select sum((data->'total'->>'amountMinor')::bigint)::int as n from platform.events where type = 'OrderConfirmed'",
    );
    const refunded = await count('select sum(refunded_minor)::int as n from audit.payments');
    expect(paid).toBe(report.total.orders + report.earlierMinor);
    expect(refunded).toBe(-report.total.refunds);
    expect(await count("select count(*)::int as n from audit.orders where status <> 'shipped'")).toBe(0);
  });

  it('leaves the stock as the corrections say, and dates history as the invoices are', async () => {
    const stock = await client.query(
      'select on_hand, reserved, written_off from audit.stock where sku = $1',
      ['84952C'],
    );
    expect(stock.rows).toEqual([{ on_hand: 19, reserved: 0, written_off: 38 }]);
    expect(await count('select sum(reserved)::int as n from audit.stock')).toBe(0);
    const dated =
      "select count(*)::int as n from platform.events where type = 'OrderCreated' and occurred_at >= '2010-12-04'";
    expect(await count(dated)).toBe(0);
  });

  it('changes nothing the second time, and reads many streams by one statement', async () => {
    const had = await events();
    const asked = jest.spyOn(pg.Client.prototype, 'query');
    const { did, report } = resultOf(await cli('import', excerpt, '--json'));
    const reads = asked.mock.calls.filter(([query]) =>
      (query as { name?: string }).name?.startsWith('load-'),
    );
    asked.mockRestore();
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.length).toBeLessThan(60);
    expect(await events()).toBe(had);
    expect(Object.values(did!).map(({ made }) => made)).toEqual([0, 0, 0, 0]);
    expect(report.total.difference).toBe(0);
  });

  it('says so when an invoice is not what it was', async () => {
    const { code, out, err } = await cli(
      'import',
      fileOf('changed.csv', '536365,22752,SET 7,2,1/12/2010,8.65,17850,France'),
    );
    expect(code).toBe(6);
    expect(err).toContain('the totals differ by -121.82, and nothing explains it');
    expect(out).toContain('536365, -121.82: Waybill has 139.12, the file 17.30');
  });

  it('reports every row that it cannot take, and ships the rest, free samples and giant lines included', async () => {
    const file = fileOf(
      'odd.csv',
      '900001,NEW-1,SAMPLE,1,5/1/2011,0,77,Unspecified',
      '900002,NEW-1,BULK,80995,6/1/2011,1.04,77,Channel Islands',
      '900002,new 2,,1,6/1/2011,0.001,77,EIRE',
      'A900003,B,Adjust bad debt,1,6/1/2011,-11062.06,,United Kingdom',
      'C900004,NEW-1,BULK,-80995,7/1/2011,1.04,77,Channel Islands',
    );
    const { code, out } = await cli('import', file);
    expect(code).toBe(0);
    expect(out).toContain(
      'line 4, invoice 900002, amount unknown: 0.001 has more decimals than GBP, which has 2',
    );
    expect(out).toContain(
      'line 5, invoice A900003, -11062.06: a negative price is a matter of the books, not of orders',
    );
    expect(out).toMatch(/^2011-01-06 +73172\.74 +84234\.80 +0\.00 +0\.00 +-11062\.06 +0\.00$/m);
    expect(out).toMatch(/^2011-01-07 +-84234\.80 +0\.00 +-84234\.80 +0\.00 +0\.00 +0\.00$/m);
    expect(out).toContain('of the orders 10 shipped');
  });

  it.each([
    ['JPY', '550', 550, '1100'],
    ['KWD', '1.250', 1250, '2.500'],
  ])(
    'keeps the minor units of %s, in what it sells and in what it shows',
    async (currency, price, minor, sum) => {
      const sku = `IN-${currency}`;
      const file = fileOf(`${currency}.csv`, `9100${minor},${sku},Cup,2,9/1/2011,${price},78,Japan`);
      const { code, out } = await cli('import', file, '--currency', currency);
      expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^total +${sum} +${sum} +0`, 'm'))]);
      const { rows } = await client.query(
        `select data->'price' as price from platform.events where type = 'ProductCreated' and stream_id = $1`,
        [`product-${sku}`],
      );
      expect(rows).toEqual([{ price: { amountMinor: minor, currency } }]);
    },
  );

  it.each([
    [2, 'A currency of ISO 4217', ['import', excerpt, '--currency', 'ZZZ']],
    [3, 'there is no file', ['import', '/nowhere/file.csv']],
    [2, 'the header has no column InvoiceNo', ['import', path.resolve('test/import/README.md')]],
    [2, 'Did you mean import?', ['imprt', excerpt]],
    [2, 'missing required argument', ['import']],
    [2, 'A whole number, 1 to 256', ['import', excerpt, '--in-flight', 'many']],
  ])('ends with exit code %i: %s', async (exit, text, argv) => {
    const { code, out, err } = await cli(...argv);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toContain(text);
  });
});

describe('the other commands', () => {
  it('verify and rebuild find every read model equal to the log', async () => {
    const verified = await cli('verify', '--json');
    expect(verified.code).toBe(0);
    const { models, ...all } = resultOf<{
      models: { model: string; comparison: { rows: { live: number }; differences: number } }[];
    }>(verified);
    expect(all).toMatchObject({ differences: 0, kinds: {}, events: await events() });
    const orders = models.find(({ model }) => model === 'orders.order-list');
    expect(orders!.comparison.rows.live).toBe(
      await count('select count(*)::int as n from orders.order_list'),
    );
    expect(models.every(({ comparison }) => comparison.differences === 0)).toBe(true);
    expect((await cli('rebuild', 'orders.order-list')).out).toMatch(
      /^orders.order-list: \d+ events, \d+ rows, 0 of/,
    );
    expect((await cli('rebuild', 'orders.nothing')).code).toBe(3);
  });

  it('replay folds a stream at a version and at an instant', async () => {
    const at = async (...point: string[]) =>
      resultOf<{ state: { version: number; state: { onHand: number } } }>(
        await cli('replay', 'stock-84952C', '--json', ...point),
      ).state;
    expect(await at('--version', '1')).toMatchObject({ version: 1, state: { onHand: 1 } });
    expect(await at('--version', '4')).toMatchObject({ version: 4, state: { onHand: 20 } });
    // What was known at an instant is what was recorded by then, whatever date its invoice bears.
    expect(await at('--as-of', new Date().toISOString())).toMatchObject({ state: { onHand: 19 } });
    expect((await at()).state.onHand).toBe(19);
    expect((await cli('replay', 'stock-84952C', '--as-of', '2010-11-01T12:00:00Z')).code).toBe(3);
    expect((await cli('replay', 'stock-NOBODY')).code).toBe(3);
    expect((await cli('replay', 'nothing-1')).code).toBe(2);
  });

  it('orders and sagas can be looked at', async () => {
    const sagas = resultOf<{ items: { sagaId: string }[] }>(
      await cli('saga', 'list', '--limit', '1', '--json'),
    );
    const id = sagas.items[0]!.sagaId;
    expect(resultOf(await cli('orders', 'show', id, '--json'))).toMatchObject({ id, status: 'shipped' });
    expect((await cli('orders', 'timeline', id)).out).toContain('ShipmentDispatched');
  });

  it('wrong settings are all told, with an exit code of their own', async () => {
    process.env['DATABASE_URL'] = 'nonsense';
    const { code, err } = await cli('verify');
    expect([code, err]).toEqual([78, expect.stringContaining('DATABASE_URL')]);
    process.env['DATABASE_URL'] = database.url;
  });
});
