import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../src/migrations.js';
import { newId } from '../src/platform/core/ids.js';
import { migrate } from '../src/platform/event-store/migrate.js';
import { sessionOn } from '../src/platform/event-store/sessions.js';
import { emptyTestDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { cli } from './cli.js';
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
