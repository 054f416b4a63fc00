import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../src/migrations.js';
import { newId } from '../src/platform/core/ids.js';
import { migrate } from '../src/platform/event-store/migrate.js';
import { sessionOn } from '../src/platform/event-store/sessions.js';
import { emptyTestDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { address, order, product } from './builders.js';
import { cli } from './cli.js';
import { violations } from './contract/violations.js';
import { orderBody } from './faults/orders.js';

/** What `alter database ... set` can do to everybody who does not say what he relies on. */
const hostile: Record<string, string> = {
  datestyle: 'SQL, DMY',
  timezone: 'Pacific/Chatham',
  intervalstyle: 'sql_standard',
  bytea_output: 'escape',
  client_encoding: 'LATIN1',
  extra_float_digits: '-15',
  search_path: 'nowhere',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  quote_all_identifiers: 'on',
  default_text_search_config: 'pg_catalog.german',
  gin_fuzzy_search_limit: '1',
  default_transaction_isolation: 'serializable',
  default_transaction_deferrable: 'on',
  statement_timeout: '1500',
  lock_timeout: '1',
  idle_in_transaction_session_timeout: '1',
  idle_session_timeout: '40',
  // The last one: it would forbid the next.
  default_transaction_read_only: 'on',
};
const before = { ...process.env };

describe('On a database whose defaults are hostile', () => {
  let database: TestDatabase;
  let waybill: TestApp;
  let order: string;
  const sku = 'Käse-Öl'.normalize('NFC').replace(/[^A-Za-z-]/g, '');

  const post = (path: string, body: object) => waybill.send('POST', path, { key: newId(), body });
  const get = async (path: string) => (await waybill.send('GET', path)).body;
  const status = async (id: string) => (await get(`/v1/orders/${id}`))['status'];

  beforeAll(async () => {
    database = await emptyTestDatabase();
    await spoil(database.url);
    expect(await migrate(database.url, migrations)).toHaveLength(migrations.length);
    waybill = await startApp({ databaseUrl: database.url });
    const price = { amountMinor: 1_250, currency: 'EUR' };
    const name = 'Crème brûlée — 三个 \\ back\\slash';
    await post('/v1/products', { sku, name, category: 'food', price });
    await post(`/v1/stock/${sku}/receipts`, { quantity: 50 });
    order = (await post('/v1/orders', orderBody({ sku, quantity: 3 }))).body['id'] as string;
    await eventually(async () => (await status(order)) === 'shipped');
  });
  afterAll(async () => {
    process.env = before;
    await waybill.close();
    await database.drop();
  });

  it('an order is shipped, and every kind of end is reached', async () => {
    const refused = await post('/v1/orders', orderBody({ sku, country: 'XX' }));
    const declined = await post('/v1/orders', orderBody({ sku, token: 'tok_declined' }));
    for (const { body } of [refused, declined])
      await eventually(async () => (await status(body['id'] as string)) === 'cancelled');
    await eventually(async () => (await get(`/v1/stock/${sku}`))['reserved'] === 0);
    expect(await get(`/v1/stock/${sku}`)).toMatchObject({ onHand: 47, reserved: 0, available: 47 });
  });

  it('texts come back as they were given', async () => {
    expect(await get(`/v1/products/${sku}`)).toMatchObject({ name: 'Crème brûlée — 三个 \\ back\\slash' });
  });

  it('times are told in UTC, and an order can be seen as it stood', async () => {
    const { items } = await get(`/v1/orders/${order}/events`);
    const [created, confirmed] = items as unknown as { occurredAt: string; type: string }[];
    expect(Math.abs(Date.parse(created!.occurredAt) - Date.now())).toBeLessThan(120_000);
    expect(created!.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(confirmed).toBeDefined();
    expect(await get(`/v1/orders/${order}?version=1`)).toMatchObject({ status: 'draft' });
  });

  it('lists, search and live state are up to date', async () => {
    const listed = async () => (await get('/v1/orders?status=shipped')).items.map(({ id }) => id);
    await eventually(async () => (await listed()).includes(order));
    const search = async () => (await get('/v1/products?q=brûlée')).items.map((it) => it['sku']);
    await eventually(async () => (await search()).length > 0);
    expect(await search()).toEqual([sku]);
    const { items } = await get('/v1/ops/subscriptions');
    expect(items.filter((it) => it['lastError'])).toEqual([]);
  });

  it('read models are equal to the log, also for the command line', async () => {
    process.env['DATABASE_URL'] = database.url;
    expect(await cli('verify')).toMatchObject({ code: 0 });
    expect(await cli('orders', 'show', order, '--json')).toMatchObject({ code: 0 });
  });

  it('audit views say the same to an auditor with these defaults as to one with ours', async () => {
    const theirs = await viewsAs({ connectionString: database.url });
    const ours = await viewsAs(sessionOn(database.url, { name: 'spec' }));
    expect(Object.keys(ours).length).toBeGreaterThan(10);
    expect(theirs).toEqual(ours);
  });
});

async function spoil(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  for (const [key, value] of Object.entries(hostile)) {
    const literal = key === 'search_path' ? value : `'${value}'`;
    await client.query(`alter database ${name} set ${key} = ${literal}`);
  }
  await client.end();
}

/** Every row of every audit view, written so that only what the view itself computes can differ. */
async function viewsAs(config: pg.ClientConfig): Promise<Record<string, unknown[]>> {
  const client = new pg.Client(config);
  await client.connect();
  // Or these defaults end a session that waits for a busy machine.
  await client.query('set idle_session_timeout = 0; set statement_timeout = 0');
  const { rows: columns } = await client.query<{ view: string; list: string }>(
    `select table_name as view, string_agg(format(case data_type
         when 'timestamp with time zone' then 'extract(epoch from %I)::numeric'
         when 'interval' then 'extract(epoch from %I)::numeric'
         when 'bytea' then 'encode(%I, ''hex'')'
         else '%I::text' end, column_name), ', ' order by ordinal_position) as list
     from information_schema.columns where table_schema = 'audit' group by table_name order by table_name`,
  );
  const found: Record<string, unknown[]> = {};
  for (const { view, list } of columns) {
    const text = `select md5(concat_ws('|', ${list})) as row from audit.${view} order by 1`;
    found[view] = (await client.query<{ row: string }>(text)).rows.map(({ row }) => row);
  }
  await client.end();
  return found;
}

describe('While a newer program runs beside this one', () => {
  let waybill: TestApp;
  beforeAll(async () => {
    waybill = await startApp();
    for (const sku of ['MUG', 'CUP']) {
      await waybill.send('POST', '/v1/products', { body: product(sku) });
      await waybill.send('POST', `/v1/stock/${sku}/receipts`, { body: { quantity: 10 }, key: newId() });
    }
  });
  afterAll(() => waybill.close());

  const draft = async (): Promise<string> => {
    const body = order(waybill.customerId, { confirm: false });
    return String(
      (await waybill.send('POST', '/v1/orders', { as: 'customer', key: newId(), body })).body['id'],
    );
  };

  /** What the other program would store: an event of its own at the end of the stream. */
  const written = (stream: string, type: string, version: number) =>
    waybill.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select stream_id, version + 1, gen_random_uuid(), gen_random_uuid(), 0, $2, $3, data, metadata, occurred_at
       from platform.events where stream_id = $1 order by version desc limit 1`,
      [stream, type, version],
    );

  it.each([
    ['an event it does not know', 'OrderGiftWrapped', 1],
    ['a version it does not know', 'OrderItemAdded', 9],
  ])(
    'an order with %s answers 503 on every route, and says that an upgrade ends it',
    async (_, type, version) => {
      const id = await draft();
      await written(`order-${id}`, type, version);
      const as = 'customer';
      const replies = await Promise.all([
        waybill.send('GET', `/v1/orders/${id}`, { as }),
        waybill.send('GET', `/v1/orders/${id}/timeline`, { as }),
        waybill.send('GET', `/v1/orders/${id}/fulfilment`, { as }),
        waybill.send('GET', `/v1/orders/${id}/live`, { as }),
        waybill.send('POST', `/v1/orders/${id}/items`, {
          as,
          key: newId(),
          body: { sku: 'CUP', quantity: 1 },
        }),
        waybill.send('PUT', `/v1/orders/${id}/shipping-address`, { as, body: address }),
        waybill.send('POST', `/v1/orders/${id}/confirm`, { as, key: newId() }),
        waybill.send('POST', `/v1/orders/${id}/cancel`, { as, key: newId(), body: { reason: 'no' } }),
      ]);
      for (const { status, headers, body } of replies) {
        expect(body).toMatchObject({
          ...{ status: 503, code: 'written-by-newer-program', retryable: true },
          needs: { eventType: type, version },
        });
        expect([status, headers.get('retry-after')]).toEqual([503, '30']);
      }
    },
  );

  it('the same holds for a product and for stock', async () => {
    await written('product-CUP', 'ProductUpdated', 7);
    await written('stock-CUP', 'StockGuessed', 1);
    for (const path of ['/v1/products/CUP', '/v1/stock/CUP']) {
      expect((await waybill.send('GET', path)).body['code']).toBe('written-by-newer-program');
    }
    const body = { quantity: 1 };
    const receipt = await waybill.send('POST', '/v1/stock/CUP/receipts', { key: newId(), body });
    expect([receipt.status, receipt.body['code']]).toEqual([503, 'written-by-newer-program']);
  });

  it('an auditor finds what no program can read and nobody waits with, and nothing else', async () => {
    const [, rule] = violations.find(([name]) => name.startsWith('E11'))!;
    const id = await draft();
    await eventually(async () => (await waybill.database.query(rule)).length === 0);
    await written(`order-${id}`, 'OrderAddressChanged', 1);
    await written(`order-${id}`, 'OrderItemAdded', 7);
    await written(`order-${id}`, 'OrderAddressChanged', 1);
    // Nobody asks for this one, except perhaps in the program that wrote it.
    await written('stock-MUG', 'StockReceived', 7);
    await eventually(async () => (await waybill.database.query(rule)).length === 0);
    // One that has it waiting is enough for the rule; here all of them have come by before it is forgotten.
    const behind = `select from audit.checkpoints where position < (select max(global_pos) from audit.events)`;
    await eventually(async () => (await waybill.database.query(behind)).length === 0);
    await waybill.database.query(
      `delete from platform.parked where stream_id = $1 and reason = 'newer-program'`,
      [`order-${id}`],
    );
    const lost = await waybill.database.query(
      `select event_id from platform.events where stream_id = $1 and schema_version = 7`,
      [`order-${id}`],
    );
    expect(lost).toHaveLength(1);
    expect(await waybill.database.query(rule)).toEqual(lost);
    await waybill.database.query('delete from platform.programs');
    expect(await waybill.database.query(rule)).toEqual([]);
  });

  it('the problem has a page that says what to do, and other orders are served', async () => {
    const { body } = await waybill.send('GET', '/problems/written-by-newer-program', {
      headers: { accept: 'application/json' },
    });
    expect(body).toMatchObject({ status: 503, fix: expect.stringContaining('upgrade') });
    const other = await draft();
    expect((await waybill.send('GET', `/v1/orders/${other}`)).status).toBe(200);
  });
});
