import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { subscribes, type Subscription } from './subscription.js';

describe('However large events are', () => {
  let db: TestDatabase;
  let instance: Instance;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterEach(() => instance.stop());
  afterAll(() => db.drop());

  const start = async (subscription: Partial<Subscription> & Pick<Subscription, 'name' | 'handle'>) => {
    const providers = [subscribes({ from: 'head', events: [Counted], ...subscription })];
    instance = await startInstance(db.url, { providers });
    return instance;
  };
  /** Facts of so many bytes, each in a stream of its own; `seed` makes them as hard to compress as wanted. */
  const insert = (facts: number, bytes: number, seed = 'md5(random()::text)') =>
    instance.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'tally-' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1,
         json_build_object('by', n, 'lines', (select string_agg(${seed}, '') from generate_series(1, $2 / 32) where n > 0)),
         '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series(1, $1) n`,
      [facts, bytes],
    );

  it.each([
    ['as they are', 'md5(random()::text)'],
    ['compressed', `'{"sku":"TEA-0815","quantity":100}'`],
  ])('a batch has room for a few of them, %s, and all come in order', async (how, seed) => {
    const name = `spec.large.${how.replaceAll(' ', '-')}`;
    const sizes: number[] = [];
    const seen: number[] = [];
    await start({
      name,
      handle: (batch: readonly Recorded[]) => {
        sizes.push(batch.reduce((sum, { event }) => sum + JSON.stringify(event.data).length, 0));
        seen.push(...batch.map(({ event }) => (event as Counted).data.by));
        return Promise.resolve();
      },
    });
    await insert(60, 350_000, seed);
    await eventually(() => seen.length === 60, 30_000);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    expect(Math.max(...sizes)).toBeLessThan(4 * 2 ** 20);
    expect(sizes.length).toBeLessThan(60);
  });

  it('a small one costs no page of its own', async () => {
    const sizes: number[] = [];
    await start({
      name: 'spec.small',
      handle: (batch: readonly Recorded[]) => {
        sizes.push(batch.length);
        return Promise.resolve();
      },
    });
    await insert(2_000, 300);
    await eventually(() => sizes.reduce((sum, n) => sum + n, 0) === 2_000);
    expect(sizes.length).toBeLessThan(6);
  });

  it('a subscription gets no more at once than it asks for', async () => {
    const sizes: number[] = [];
    await start({
      name: 'spec.own-batch',
      batch: 7,
      handle: (batch: readonly Recorded[]) => {
        sizes.push(batch.length);
        return Promise.resolve();
      },
    });
    await insert(50, 100);
    await eventually(() => sizes.reduce((sum, n) => sum + n, 0) === 50);
    expect(Math.max(...sizes)).toBe(7);
  });

  it('a batch that takes too long is halved until it fits', async () => {
    const done: number[] = [];
    let cuts = 0;
    await start({
      name: 'spec.halved',
      handle: async (batch: readonly Recorded[], tx: Transaction) => {
        await tx.query(`set local statement_timeout = 300`);
        await tx.query('select pg_sleep($1)', [batch.length * 0.036]).catch((error: unknown) => {
          cuts++;
          throw error;
        });
        await tx.query('set local statement_timeout = 0');
        done.push(...batch.map(({ event }) => (event as Counted).data.by));
      },
    });
    await insert(100, 100);
    await eventually(() => done.length === 100);
    expect(done).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(cuts).toBeGreaterThan(2);
    expect((await instance.subscriptions.get('spec.halved')).parked).toBe(0);
  });

  it('a single one that is never done in time is set aside, and the others go on', async () => {
    const done: number[] = [];
    let tries = 0;
    await start({
      name: 'spec.slow',
      handle: async (batch: readonly Recorded[], tx: Transaction) => {
        for (const { event } of batch) {
          const { by } = (event as Counted).data;
          await tx.query(`set local statement_timeout = 300`);
          if (by === 2) tries++;
          await tx.query('select pg_sleep($1)', [by === 2 ? 1 : 0]);
          await tx.query('set local statement_timeout = 0');
          done.push(by);
        }
      },
    });
    await count(instance.store, 'slow-1', 1);
    await count(instance.store, 'slow-2', 2);
    const last = await count(instance.store, 'slow-3', 3);
    expect(await instance.progress.waitFor('spec.slow', last, 15_000)).toBe(true);
    expect(new Set(done)).toEqual(new Set([1, 3]));
    const [parked] = await eventually(async () => {
      const list = await instance.parked.list({ subscription: 'spec.slow', state: 'parked', limit: 5 });
      return list.length > 0 && list;
    });
    expect(parked).toMatchObject({ sequence: 'tally-slow-2' });
    expect(parked!.error).toContain('statement timeout');
    const before = tries;
    await sleep(500);
    expect(tries).toBe(before);
  });
});
