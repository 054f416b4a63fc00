import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { failureOf } from '../http/failure.js';
import { subscribes } from '../subscriptions/subscription.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { refuseStandby } from './sessions.js';

describe('A session that can only read', () => {
  let db: TestDatabase;
  let admin: pg.Client;
  let instance: Instance;
  beforeAll(async () => {
    db = await testDatabase();
    admin = new pg.Client({ connectionString: db.url });
    await admin.connect();
    await admin.query('create table seen (by int)');
    instance = await startInstance(db.url, {
      providers: [
        subscribes({
          name: 'spec.seen',
          events: [Counted],
          handle: async (batch, tx) => {
            for (const { event } of batch) {
              await tx.query('insert into seen values ($1)', [(event as Counted).data.by]);
            }
          },
        }),
      ],
    });
  });
  afterEach(() => admin.query('delete from seen'));
  afterAll(async () => {
    await instance.stop();
    await admin.end();
    await db.drop();
  });

  /** As when a name led to a standby for a moment: every session of the pool is one of those. */
  const befallPool = () =>
    Promise.all(
      Array.from({ length: 12 }, () =>
        instance.database.query(
          `select set_config('default_transaction_read_only', 'on', false), pg_sleep(0.2)`,
        ),
      ),
    );
  const seen = async () => {
    const { rows } = await admin.query<{ by: number }>('select by from seen order by by');
    return rows.map(({ by }) => by);
  };

  it('of the pool is left after one error, which is no verdict on what was asked', async () => {
    await befallPool();
    const write = () => instance.database.transaction((tx) => tx.query('insert into seen values (7)'));
    const errors: unknown[] = [];
    await eventually(() =>
      write().then(
        () => true,
        (error: unknown) => void errors.push(error),
      ),
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(12);
    for (const error of errors) expect(failureOf(error)?.code).toBe('store-unavailable');
    expect(await seen()).toContain(7);
  });

  it('costs no event an attempt', async () => {
    const before = await count(instance.store, 'calm', 1);
    expect(await instance.progress.waitFor('spec.seen', before, 30_000)).toBe(true);
    await befallPool();
    const last = await count(instance.store, 'calm', 2, 3);
    expect(await instance.progress.waitFor('spec.seen', last, 20_000)).toBe(true);
    expect((await seen()).slice(-2)).toEqual([2, 3]);
    expect((await admin.query('select from platform.parked')).rowCount).toBe(0);
  });

  it('of the one who appends is left, and what was asked is stored once', async () => {
    await admin.query(`
      create sequence refusals;
      create function refuse_twice() returns trigger language plpgsql as $$ begin
        if nextval('refusals') <= 2 then
          raise exception 'cannot execute INSERT in a read-only transaction' using errcode = '25006';
        end if;
        return null;
      end $$;
      create trigger a_standby before insert on platform.events for each statement execute function refuse_twice()`);
    const pids = async () => {
      const { rows } = await admin.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'waybill-committer' and datname = current_database()`,
      );
      return rows.map(({ pid }) => pid);
    };
    const before = await pids();
    const position = await count(instance.store, 'stored', 5);
    await admin.query('drop trigger a_standby on platform.events');
    expect(await instance.progress.waitFor('spec.seen', position, 30_000)).toBe(true);
    expect(await seen()).toEqual([5]);
    expect(await pids()).not.toEqual(before);
  });

  it('is not taken into the pool', async () => {
    const verdictOn = (client: pg.Client) =>
      new Promise<string | undefined>((resolve) => refuseStandby(client, (error) => resolve(error?.message)));
    const reader = new pg.Client({
      connectionString: db.url,
      options: '-c default_transaction_read_only=on',
    });
    await reader.connect();
    expect(await verdictOn(reader)).toMatch(/standby/);
    await reader.end();
    expect(await verdictOn(admin)).toBeUndefined();
  });
});
