import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrations } from '../../migrations.js';
import { migrate } from '../event-store/migrate.js';
import type { Recorded } from '../event-store/recorded.js';
import type { Transaction } from '../event-store/database.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted, tally } from '../testing/tally.js';
import { subscribes } from './subscription.js';

const why = { actor: { role: 'operator', id: 'olga' }, reason: 'the tail is lost' } as const;

describe('Where the log ends, the log alone says', () => {
  let db: TestDatabase;
  let admin: pg.Client;
  let instance: Instance;
  /** What was handled, in order; in this process, because the database may be another one afterwards. */
  let handled: number[] = [];
  beforeEach(async () => {
    db = await testDatabase();
    admin = new pg.Client({ connectionString: db.url });
    admin.on('error', () => undefined);
    await admin.connect();
    handled = [];
    instance = await start();
  });
  afterEach(async () => {
    await instance.stop();
    await admin.end().catch(() => undefined);
    await db.drop();
  });

  const start = (): Promise<Instance> =>
    startInstance(db.url, {
      providers: [
        subscribes({
          name: 'spec.listener',
          events: [Counted],
          handle: (batch: readonly Recorded[], tx: Transaction) => {
            handled.push(...batch.map(({ event }) => (event as Counted).data.by));
            return tx.query('select 1').then(() => undefined);
          },
        }),
      ],
    });
  const loseTail = async (after: number): Promise<void> => {
    await admin.query('alter table platform.events disable trigger user');
    await admin.query('delete from platform.events where position > $1', [after]);
    await admin.query('alter table platform.events enable trigger user');
  };
  const status = () => instance.subscriptions.get('spec.listener');
  const caughtUp = async (position: number) =>
    eventually(async () => (await status()).checkpoint === position);

  it.each(['5000', '9007199254740991', '-3', 'hands', 'nonsense'])(
    'so that anybody who shouts %s moves no checkpoint and skips nothing',
    async (payload) => {
      const last = await count(instance.store, 'noise', 1, 2);
      await caughtUp(last);
      for (let n = 0; n < 20; n++) await admin.query('select pg_notify($1, $2)', ['waybill_log', payload]);
      await sleep(200);
      expect(await status()).toMatchObject({ checkpoint: last, head: last, lag: 0, state: 'running' });
      const next = await count(instance.store, 'noise', 3);
      await caughtUp(next);
      expect(handled).toEqual([1, 2, 3]);
    },
  );

  it('so that no statement can put a checkpoint beyond it', async () => {
    const last = await count(instance.store, 'far', 1);
    await caughtUp(last);
    await expect(
      admin.query(`update platform.subscriptions set position = $1`, [last + 1]),
    ).rejects.toMatchObject({ code: 'WB410' });
  });

  it('and a checkpoint beyond it stops the subscription, until an operator puts it back', async () => {
    const first = await count(instance.store, 'tail', 1);
    await caughtUp(await count(instance.store, 'tail', 2, 3));
    await loseTail(first);
    const stopped = await eventually(async () => {
      const it = await status();
      return it.state === 'beyond-head' && it;
    });
    expect(stopped).toMatchObject({ checkpoint: first + 2, head: first, lag: -2, owner: null });
    expect(stopped.lastError).toMatch(/beyond the head/);
    expect(await instance.progress.waitFor('spec.listener', first + 2, 100)).toBe(false);
    expect(await instance.progress.waitFor('spec.listener', first, 100)).toBe(false);
    await count(instance.store, 'tail', 4);
    await sleep(300);
    expect(handled).toEqual([1, 2, 3]);
    await expect(instance.subscriptions.resume('spec.listener', why)).rejects.toMatchObject({
      code: 'subscription.beyond-head',
    });
    const rewound = await instance.subscriptions.rewind('spec.listener', why);
    expect(rewound).toMatchObject({ state: 'running', lastError: null });
    const last = await count(instance.store, 'tail', 5);
    await caughtUp(last);
    // What came after the loss is not skipped, and nothing is handled again.
    expect(handled.slice(3)).toEqual([4, 5]);
    await expect(instance.subscriptions.rewind('spec.listener', why)).rejects.toMatchObject({
      code: 'subscription.not-beyond-head',
    });
  });

  it('and a holder goes on from the stored checkpoint when what it had read is gone', async () => {
    const first = await count(instance.store, 'swap', 1);
    await caughtUp(first);
    await count(instance.store, 'swap', 2, 3);
    await caughtUp(first + 2);
    // As after a failover: log and checkpoint went back together, and others have appended since.
    await admin.query('begin');
    await loseTail(first);
    await admin.query('update platform.subscriptions set position = $1', [first]);
    await admin.query(`alter table platform.events alter column position restart with ${first + 1}`);
    await admin.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'tally-swap', n + 1, gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1,
         json_build_object('by', 10 + 10 * n), '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series(1, 4) n order by n`,
    );
    await admin.query('commit');
    await caughtUp(first + 4);
    // What it had in its hands may be tried once more, in a transaction that is refused.
    expect(handled.slice(0, 3)).toEqual([1, 2, 3]);
    expect(handled.slice(-4)).toEqual([20, 30, 40, 50]);
  });

  it('and a thing that the log has lost can be made again by a process that remembers it', async () => {
    await caughtUp(await count(instance.store, 'kept', 1));
    const before = await instance.log.head();
    await count(instance.store, 'lost', 1);
    await count(instance.store, 'lost', 2);
    await loseTail(before);
    const written = await count(instance.store, 'lost', 7);
    expect(written).toBeGreaterThan(before);
    const [row] = await instance.database.query<{ versions: number[] }>(
      `select array_agg(version order by version) as versions from platform.events where stream_id = 'tally-lost'`,
    );
    expect(row!.versions).toEqual([1]);
  });

  it('and what was folded from lost events is not believed', async () => {
    await count(instance.store, 'long', ...Array.from({ length: 90 }, () => 1));
    const before = await instance.log.head();
    await count(instance.store, 'long', ...Array.from({ length: 20 }, () => 1_000));
    await eventually(
      async () => (await instance.database.query('select from platform.snapshots')).length === 1,
    );
    await loseTail(before);
    const other = await startInstance(db.url, { providers: [] });
    expect(await other.store.load(tally, 'long')).toMatchObject({ version: 90, state: { total: 90 } });
    await other.stop();
  });

  it('also when the whole database is made anew beneath a living process', async () => {
    await caughtUp(await count(instance.store, 'old', 1, 2, 3));
    const { pathname } = new URL(db.url);
    const server = new pg.Client({ connectionString: process.env['WAYBILL_TEST_SERVER'] });
    await server.connect();
    await server.query(`drop database ${pathname.slice(1)} with (force)`);
    await server.query(`create database ${pathname.slice(1)}`);
    await server.end();
    await migrate(db.url, migrations);
    const position = await eventually(() => count(instance.store, 'new', 10).catch(() => undefined));
    await eventually(async () => (await status().catch(() => undefined))?.checkpoint === position);
    expect(handled).toEqual([1, 2, 3, 10]);
  });
});
