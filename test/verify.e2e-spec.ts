import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../src/platform/testing/database.js';
import { cli } from './cli.js';
import { sealAll } from './seals.js';

const settings = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  AUTH_JWT_SECRET: 'k-for-tests-0815-that-nobody-else-uses',
};
const before = { ...process.env };
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'verify-'));

describe('verify names what somebody has put into the database', () => {
  interface Named {
    readonly kind: string;
    readonly stream?: string;
    readonly where: string;
    readonly row: string;
    readonly column?: string;
    readonly expected: unknown;
    readonly found: unknown;
  }
  /** Streams that nothing else here touches, and what is done to each. */
  const streams = new Map<string, string>();
  let found: Named[];
  let database: TestDatabase;
  let client: pg.Client;

  const streamOf = async (type: string, nth: number): Promise<string> =>
    (
      await client.query<{ stream_id: string }>(
        `select stream_id from platform.events where stream_id like $1 group by 1 having count(*) > 1
         order by stream_id offset $2 limit 1`,
        [`${type}-%`, nth],
      )
    ).rows[0]!.stream_id;
  async function seed(what: string, type: string, nth: number, sql: string): Promise<void> {
    const stream = await streamOf(type, nth);
    streams.set(what, stream);
    const id = stream.slice(stream.indexOf('-') + 1);
    expect([what, (await client.query(sql, sql.includes('$2') ? [stream, id] : [stream])).rowCount]).toEqual([
      what,
      1,
    ]);
  }
  const differences = ({ out }: { out: string }): Named[] =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; data: Named })
      .flatMap(({ type, data }) => (type === 'difference' ? [data] : []));
  const about = (what: string): Named[] => found.filter(({ stream }) => stream === streams.get(what));

  beforeAll(async () => {
    database = await testDatabase();
    Object.assign(process.env, settings, { DATABASE_URL: database.url, WAYBILL_DATA_DIR: dataDir });
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect((await cli('import', path.resolve('test/import/excerpt.csv'))).code).toBe(0);
    await sealAll(database.url, dataDir);
    expect(await cli('verify', '--chain')).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 differences'),
    });
    await cookTheBooks();
    const ended = await cli('verify', '--json');
    expect(ended.code).toBe(6);
    found = differences(ended);
  });
  afterAll(async () => {
    process.env = before;
    await client.end();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  async function cookTheBooks(): Promise<void> {
    await client.query('alter table platform.events disable trigger user');
    const idOf = `substr($1, strpos($1, '-') + 1)`;
    await seed(
      'head',
      'order',
      0,
      `update orders.order_heads set total_minor = total_minor + 1 where order_id = ${idOf}::uuid`,
    );
    await seed(
      'saga',
      'fulfilment',
      1,
      `update platform.sagas set state = 'running' where saga_id = ${idOf}`,
    );
    await seed(
      'task',
      'fulfilment',
      2,
      `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, command, cause,
         correlation_id, due_at)
       values (gen_random_uuid(), 'fulfilment', ${idOf}, 'command', 'ship', 'do', 'leg', 1, 'DispatchShipment',
         gen_random_uuid(), 'spec', 'infinity')`,
    );
    await seed('gap', 'stock', 0, 'delete from platform.events where stream_id = $1 and version = 1');
    await seed(
      'order of positions',
      'stock',
      1,
      `update platform.events set position = default where stream_id = $1 and version = 1`,
    );
    const snapshot = (version: string) => `
      insert into platform.snapshots (stream_id, version, shape, event_id, position, occurred_at, state)
      select stream_id, ${version}, 2, event_id, position, occurred_at, '{"onHand": 1}' from platform.events
      where stream_id = $1 and version = 1`;
    await seed('snapshot', 'stock', 2, snapshot('version'));
    await seed('snapshot of nothing', 'stock', 3, snapshot('version + 1000'));
    await seed(
      'impossible',
      'order',
      4,
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select stream_id, (select max(version) + 1 from platform.events where stream_id = $1), gen_random_uuid(),
         gen_random_uuid(), 0, type, schema_version, data, metadata, occurred_at
       from platform.events where stream_id = $1 and version = 1`,
    );
    await seed(
      'list',
      'order',
      5,
      `update orders.order_list set status = 'draft' where order_id = ${idOf}::uuid`,
    );
    await seed('absent', 'order', 6, `delete from orders.order_list where order_id = ${idOf}::uuid`);
    await seed(
      'half a command',
      'order',
      7,
      `update platform.events set command_index = 7 where stream_id = $1 and version = 1`,
    );
    await client.query(`insert into orders.order_heads (order_id, customer_id, status, currency, total_minor, shipped,
      cancelled, version) values ('00000000-0000-7000-8000-000000000000', gen_random_uuid(), 'draft', 'GBP', 1, false, false, 1)`);
    await client.query('alter table platform.subscriptions disable trigger user');
    await client.query(
      `update platform.subscriptions set position = position + 1000000 where name = 'fulfilment.saga'`,
    );
  }

  it('a row beside a stream, by column', () => {
    expect(about('head')).toEqual([
      expect.objectContaining({ kind: 'row', where: 'orders.order_heads', column: 'total_minor' }),
    ]);
    const [{ expected, found: is }] = about('head') as [Named];
    expect(is).toBe((expected as number) + 1);
  });

  it('a row of a stream that does not exist', () => {
    expect(found).toContainEqual(
      expect.objectContaining({ stream: 'order-00000000-0000-7000-8000-000000000000', expected: null }),
    );
  });

  it('where a saga stands, and what nobody waits for', () => {
    expect(about('saga')).toEqual([
      expect.objectContaining({ kind: 'saga', column: 'state', expected: 'completed', found: 'running' }),
    ]);
    expect(about('task')).toEqual([
      expect.objectContaining({ kind: 'task', row: 'ship:do:1:DispatchShipment', expected: null }),
    ]);
  });

  it('a gap in versions, and positions out of order', () => {
    expect(about('gap')).toContainEqual(
      expect.objectContaining({ kind: 'gap', column: 'version', expected: 1, found: 2 }),
    );
    expect(about('order of positions')).toEqual([
      expect.objectContaining({ kind: 'gap', row: '2', column: 'position' }),
    ]);
  });

  it('a command that has lost an event', () => {
    expect(about('half a command')).toContainEqual(
      expect.objectContaining({ kind: 'gap', row: '1', column: 'command_index', found: 7 }),
    );
  });

  it('an event that cannot follow', () => {
    expect(about('impossible')).toContainEqual(expect.objectContaining({ kind: 'fold' }));
  });

  it('a snapshot that is no fold, and one of an event that is not there', () => {
    expect(about('snapshot')).toEqual([
      expect.objectContaining({ kind: 'snapshot', column: 'state', found: { onHand: 1 } }),
    ]);
    expect(about('snapshot of nothing')).toEqual([
      expect.objectContaining({ kind: 'snapshot', column: 'event_id' }),
    ]);
  });

  it('rows of read models, by column or as a whole', () => {
    const inList = (what: string) =>
      found.filter(({ where, row }) => where === 'orders.order-list' && streams.get(what) === `order-${row}`);
    expect(inList('list')).toEqual([
      expect.objectContaining({ column: 'status', expected: 'shipped', found: 'draft' }),
    ]);
    expect(inList('absent')).toEqual([expect.objectContaining({ found: null })]);
  });

  it('a checkpoint beyond the end of the log', () => {
    expect(found).toContainEqual(expect.objectContaining({ kind: 'checkpoint', where: 'fulfilment.saga' }));
  });

  it('the rows of the log itself that are not as they were sealed', async () => {
    const ended = await cli('verify', '--chain', '--json');
    expect(ended.code).toBe(6);
    const breaks = differences(ended) as unknown as {
      kind: string;
      stream: string;
      version: number;
      eventId: string;
    }[];
    const of = (what: string) =>
      breaks.filter(({ stream }) => stream === streams.get(what)).map(({ kind, version }) => [kind, version]);
    expect(of('gap')).toEqual([['missing', 1]]);
    expect(of('order of positions')).toEqual([['reordered', 1]]);
    expect(of('half a command')).toEqual([['altered', 1]]);
    expect(of('head')).toEqual([]);
    const one = await cli('verify', '--chain', '--stream', streams.get('gap')!);
    expect([one.code, one.out]).toEqual([
      6,
      expect.stringMatching(
        /^missing: seal \d+: position \d+, version 1 of stock-.*, event .*: it is gone\n/,
      ),
    ]);
    expect((await cli('verify', '--chain', '--stream', streams.get('head')!)).code).toBe(0);
    expect((await cli('verify', '--chain', '--stream', 'order-none')).code).toBe(3);
  });

  it('what was kept of the seals is not there, or is not asked', async () => {
    const [name] = await readdir(path.join(dataDir, 'anchors'));
    const [file, elsewhere] = [path.join(dataDir, 'anchors', name!), path.join(dataDir, 'kept.jsonl')];
    await rename(file, elsewhere);
    const stream = ['verify', '--chain', '--stream', streams.get('head')!] as const;
    const missing = await cli(...stream);
    expect([missing.code, missing.out]).toEqual([6, expect.stringContaining(`there is no ${file}`)]);
    expect((await cli(...stream, '--anchor', elsewhere)).code).toBe(0);
    expect((await cli(...stream, '--no-anchor')).code).toBe(0);
    expect((await cli(...stream, '--anchor', file)).code).toBe(3);
    expect((await cli('verify', '--anchor', elsewhere)).code).toBe(2);
    expect((await cli('verify', '--chain', 'orders.order-list')).code).toBe(2);
  });

  it('that the log was sealed before, under another name, also when it is not sealed any more', async () => {
    const kept = path.join(dataDir, 'kept.jsonl');
    const [{ chain }] = (await client.query('select chain from platform.sealing')).rows as [
      { chain: string },
    ];
    await rename(kept, path.join(dataDir, 'anchors', `${chain}.jsonl`));
    await client.query(`
      alter table platform.seals disable trigger user;
      truncate platform.seals;
      delete from platform.seal_anchors;
      update platform.sealing set chain = null, next_turn_at = now()`);
    const stream = ['--stream', streams.get('gap')!] as const;
    const before = [6, expect.stringContaining(`this log was sealed before as ${chain}, up to position`)];
    const unsealed = await cli('verify', '--chain');
    expect([unsealed.code, unsealed.out]).toEqual(before);
    await sealAll(database.url, dataDir);
    const sealed = await cli('verify', '--chain', ...stream);
    expect([sealed.code, sealed.out]).toEqual(before);
    expect((await cli('verify', '--chain', ...stream, '--no-anchor')).code).toBe(0);
  });

  it('one stream alone, for people too', async () => {
    const one = await cli('verify', '--stream', streams.get('head')!);
    expect([one.code, one.out]).toEqual([
      6,
      expect.stringMatching(/^row: order-.* total_minor: \d+ should be \d+\n/),
    ]);
    expect((await cli('verify', '--stream', await streamOf('order', 1))).code).toBe(0);
    expect((await cli('verify', '--stream', 'order-none')).code).toBe(3);
  });
});
