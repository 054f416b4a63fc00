import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SignJWT } from 'jose';
import pg from 'pg';
import { build } from '../scripts/start/build.mjs';
import { looks, withWaybill } from '../src/cli/waybill.js';
import type { Config } from '../src/platform/config.js';
import { newId } from '../src/platform/core/ids.js';
import { Database } from '../src/platform/event-store/database.js';
import { emptyTestDatabase, testDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { eventually } from '../src/platform/testing/eventually.js';
import { startApp, type TestApp } from './app.js';
import { cli, typed } from './cli.js';
import { orderBody } from './faults/orders.js';

/** A payment service and a carrier that nobody reaches. */
const silent: Partial<Config> = {
  PAYMENT_GATEWAY: 'kafka',
  CARRIER: 'kafka',
  KAFKA_BROKERS: ['127.0.0.1:9'],
  GATEWAY_TIMEOUT_MS: 200,
};
const WAITING = 40;
const before = { ...process.env };
const folder = mkdtempSync(path.join(tmpdir(), 'waybill-looking-'));

let database: TestDatabase;
let client: pg.Client;

const rowsOf = async (sql: string): Promise<unknown[]> => (await client.query(sql)).rows;
const events = () => rowsOf('select event_id, event_type from audit.events order by global_pos');
/** Everything that a command which only looks must leave as it is. */
const traces = async () => [
  await events(),
  await rowsOf('select * from platform.saga_tasks order by id'),
  await rowsOf('select name, position, owner, fence from platform.subscriptions order by name'),
  await rowsOf('select * from platform.installation order by aspect, value'),
  await rowsOf('select * from public.schema_migrations order by id'),
  await rowsOf('select * from platform.runners order by owner'),
  await rowsOf('select * from simulator.charges'),
  await rowsOf('select * from simulator.parcels'),
];

async function servedInProduction(): Promise<string[]> {
  const waybill = await startApp({
    databaseUrl: database.url,
    config: { ...silent, NODE_ENV: 'production', AUTH_DEMO_TOKENS: false },
  });
  const send = await sending(waybill);
  const price = { amountMinor: 1_250, currency: 'EUR' };
  await send('/v1/products', { sku: 'MUG', name: 'Mug', category: 'kitchen', price });
  await send('/v1/stock/MUG/receipts', { quantity: 100 });
  const orders = await Promise.all(
    Array.from({ length: WAITING }, () => send('/v1/orders', orderBody({ sku: 'MUG' }))),
  );
  const waiting = `select count(distinct saga_id)::int as n from platform.saga_tasks
    where kind = 'command' and step = 'pay' and state = 'open'`;
  await eventually(async () => ((await rowsOf(waiting)) as [{ n: number }])[0].n === WAITING, 30_000);
  await waybill.close();
  return orders;
}

/** As an operator with a token that production takes. */
async function sending({ config, send }: TestApp) {
  const token = await new SignJWT({ role: 'operator' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('somebody')
    .setIssuer(config.AUTH_ISSUER)
    .setAudience(config.AUTH_AUDIENCE)
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(config.AUTH_JWT_SECRET));
  return async (where: string, body: object): Promise<string> => {
    const headers = { authorization: `Bearer ${token}` };
    const reply = await send('POST', where, { as: 'nobody', key: newId(), headers, body });
    expect([201, 202]).toContain(reply.status);
    return reply.body['id'] as string;
  };
}

function useOnly(url: string): void {
  for (const name of ['NODE_ENV', 'AUTH_JWT_SECRET', 'PAYMENT_GATEWAY', 'CARRIER', 'KAFKA_BROKERS'])
    Reflect.deleteProperty(process.env, name);
  process.env['DATABASE_URL'] = url;
  process.env['LOG_LEVEL'] = 'error';
}

afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true });
});

beforeAll(async () => void (await build()), 180_000);

describe('on a database where orders wait for a silent payment service', () => {
  let orders: string[];
  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    orders = await servedInProduction();
    useOnly(database.url);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('verify, four times, pays nothing and ships nothing', async () => {
    const found = await traces();
    for (let time = 0; time < 4; time++) expect(await cli('verify', '--json')).toMatchObject({ code: 0 });
    expect(await traces()).toEqual(found);
  });

  it('verify misses what a saga waits for, and names what it does not', async () => {
    const named = `(select id from platform.saga_tasks where step = 'pay' and kind = 'command' order by id limit 1)`;
    await client.query(`update platform.saga_tasks set attempt = 5 where id = ${named}`);
    const { code, out } = await cli('verify');
    await client.query(`update platform.saga_tasks set attempt = 1 where attempt = 5`);
    expect([code, out]).toEqual([
      6,
      expect.stringMatching(
        /^task: .* pay:do:1: nothing should be .*\ntask: .* pay:do:5:TakePayment: .* should be nothing\n/,
      ),
    ]);
  });

  it.each([
    ['orders show', () => ['orders', 'show', orders[0]!]],
    ['orders timeline', () => ['orders', 'timeline', orders[0]!]],
    ['saga list', () => ['saga', 'list']],
    ['saga-check', () => ['saga-check']],
    ['replay', () => ['replay', `order-${orders[0]!}`]],
    ['installation show', () => ['installation', 'show']],
  ])('%s leaves no trace', async (_, argv) => {
    const found = await traces();
    expect(await cli(...argv())).toMatchObject({ code: 0 });
    expect(await traces()).toEqual(found);
  });

  it('rebuild makes one read model anew, and nothing else moves', async () => {
    const found = await events();
    expect(await cli('rebuild', 'orders.order-list')).toMatchObject({ code: 0 });
    expect(await events()).toEqual(found);
    expect(await rowsOf('select 1 from simulator.charges')).toEqual([]);
  });

  it.each([
    ['that was interrupted', null, null],
    ['of a process that dies', 'gone', `clock_timestamp() + interval '2 s'`],
  ])('rebuild carries on one %s', async (_, owner, lease) => {
    const id = newId();
    await client.query(
      `insert into platform.rebuilds (id, model, mode, shape, requested_by, reason, owner, lease_until)
       select $1, name, 'switch', shape, 'spec', 'cut', $2, ${lease}
       from platform.subscriptions where name = 'orders.order-list'`,
      [id, owner],
    );
    const { code, out } = await cli('rebuild', 'orders.order-list', '--json');
    const { data } = JSON.parse(out.trim().split('\n').at(-1)!) as { data: object };
    expect([code, data]).toEqual([0, expect.objectContaining({ id, mode: 'switch' })]);
  });

  it('rebuild leaves alone one that only compares', async () => {
    const id = newId();
    await client.query(
      `insert into platform.rebuilds (id, model, mode, shape, requested_by, reason)
       select $1, name, 'verify', shape, 'spec', 'cut'
       from platform.subscriptions where name = 'orders.order-list'`,
      [id],
    );
    expect(await cli('rebuild', 'orders.order-list')).toMatchObject({ code: 4 });
    await client.query('delete from platform.rebuilds where id = $1', [id]);
  });

  it('snapshots rebuild takes up what was interrupted, and nothing else moves', async () => {
    const found = await events();
    const id = newId();
    await client.query(
      `insert into platform.snapshot_rebuilds (id, shapes, requested_by, reason) values ($1, '{}', 'spec', 'cut')`,
      [id],
    );
    for (const expected of [id, expect.any(String)]) {
      const { code, out } = await cli('snapshots', 'rebuild', '--json');
      const { type, data } = JSON.parse(out.trim().split('\n').at(-1)!) as { type: string; data: object };
      expect([code, type, data]).toEqual([
        0,
        'result',
        { id: expected, done: 0, skipped: 0, events: 0, error: null },
      ]);
    }
    expect(await events()).toEqual(found);
  });

  it('what is typed in a terminal does the same: npm run cli, npm run migrate', async () => {
    const found = await traces();
    const env = { DATABASE_URL: database.url };
    expect(await typed(['npm', 'run', '--silent', 'cli', '--', 'verify', '--json'], env)).toMatchObject({
      code: 0,
    });
    const migrated = await typed(['npm', 'run', '--silent', 'migrate'], env);
    expect(migrated).toMatchObject({ code: 0, out: 'up to date\n' });
    expect(await traces()).toEqual(found);
  });

  it('import, which brings simulators, is refused with the reason', async () => {
    const found = await traces();
    const { code, err } = await cli('import', 'test/import/excerpt.csv');
    expect([code, err]).toEqual([78, expect.stringContaining('PAYMENT_GATEWAY=kafka has taken payments')]);
    expect(err).toContain('CARRIER=kafka has moved parcels');
    expect(await traces()).toEqual(found);
  });

  it('an instance with simulators does not start, in production or not', async () => {
    const found = await traces();
    const simulators = startApp({ databaseUrl: database.url, config: { AUTH_DEMO_TOKENS: false } });
    await expect(simulators).rejects.toThrow(/a simulator does not get in/);
    const demo = startApp({ databaseUrl: database.url, config: { ...silent, AUTH_DEMO_TOKENS: true } });
    await expect(demo).rejects.toThrow(/demo identities do not get in/);
    expect(await traces()).toEqual(found);
  });

  it('npm start ends with a sentence and exit code 78, before it migrates', async () => {
    await client.query(`delete from public.schema_migrations where name like 'Timeline%'`);
    const found = await traces();
    const env = { DATABASE_URL: database.url, WAYBILL_DATA_DIR: folder, PORT: '0' };
    const { code, err } = await typed(['npm', 'start'], env);
    expect([code, err]).toEqual([78, expect.stringContaining('has been served in production')]);
    expect(await traces()).toEqual(found);
  });
});

describe('on a database that simulators have served', () => {
  let waybill: TestApp | undefined;
  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await (await startApp({ databaseUrl: database.url })).close();
    useOnly(database.url);
  });
  afterAll(async () => {
    await waybill?.close();
    await client.end();
    await database.drop();
  });

  it('real services come in by a step that somebody takes on purpose, and simulators never again', async () => {
    const real = { databaseUrl: database.url, config: silent };
    await expect(startApp(real)).rejects.toThrow(/npm run cli -- installation hand-over --reason/);
    expect(await cli('installation', 'hand-over')).toMatchObject({ code: 2 });
    expect(await cli('installation', 'hand-over', '--reason', 'going live')).toMatchObject({ code: 0 });
    await expect(startApp({ databaseUrl: database.url })).rejects.toThrow(/a simulator does not get in/);
    waybill = await startApp(real);
    const { out } = await cli('installation', 'show');
    expect(out).toMatch(/carrier +simulator .* going live/);
    expect(out).toMatch(/payment-gateway +kafka/);
  });

  it('the sessions of a command that looks cannot write', async () => {
    const write = withWaybill(looks, (it) => it.get(Database).query('delete from platform.runners'));
    await expect(write).rejects.toThrow(/read-only transaction/);
  });
});

describe('on a database that is not prepared', () => {
  const tables = `select 1 from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('public', 'information_schema')
    union all select 1 from pg_class where relnamespace = 'public'::regnamespace`;
  beforeAll(async () => {
    database = await emptyTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    useOnly(database.url);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it.each([['orders', 'show', newId()], ['verify'], ['rebuild', 'orders.order-list'], ['saga', 'list']])(
    '%s %s makes nothing and says what to do',
    async (...argv) => {
      const { code, err } = await cli(...argv);
      expect([code, err]).toEqual([4, expect.stringContaining('this database is empty: npm run migrate')]);
      expect(await rowsOf(tables)).toEqual([]);
    },
  );

  it('that is migrated then has its read models made; an older one is not migrated by looking', async () => {
    const { code } = await typed(['npm', 'run', '--silent', 'migrate'], { DATABASE_URL: database.url });
    expect(code).toBe(0);
    // Nobody has served it, so nobody has told of its read models.
    expect(await cli('rebuild', 'orders.order-list')).toMatchObject({ code: 0 });
    await client.query(`delete from public.schema_migrations where name like 'Installation%'`);
    const { code: looked, err } = await cli('verify');
    expect([looked, err]).toEqual([4, expect.stringContaining('lacks 1 of this program')]);
  });

  it('npm run migrate asks which database is meant', async () => {
    const { code, err } = await typed(['npm', 'run', '--silent', 'migrate'], {});
    expect([code, err]).toEqual([78, expect.stringMatching(/^DATABASE_URL is not set/)]);
    const wrong = await typed(['npm', 'run', '--silent', 'migrate'], { DATABASE_URL: 'mysql://root:pw@db' });
    expect(wrong).toMatchObject({ code: 78 });
    expect(wrong.err).not.toContain('pw');
  });

  it('npm run cli without any database starts none to look', async () => {
    const env = { WAYBILL_DATA_DIR: path.join(folder, 'none') };
    const { code, err } = await typed(['npm', 'run', '--silent', 'cli', '--', 'saga', 'list'], env);
    expect([code, err]).toEqual([4, expect.stringContaining('npm start makes one')]);
  });
});
