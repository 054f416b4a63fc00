import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { Leases } from './leases.js';
import { subscribes } from './subscription.js';

const names = ['spec.one', 'spec.two', 'spec.three', 'spec.four', 'spec.five'];

describe('several instances', () => {
  let db: TestDatabase;
  let running: Instance[] = [];
  beforeAll(async () => {
    db = await testDatabase();
    const setUp = await startInstance(db.url, { providers: [] });
    await setUp.database.query(
      `create table effects (id bigint generated always as identity, subscription text, position bigint, fence bigint)`,
    );
    await setUp.stop();
  });
  afterEach(async () => {
    await Promise.all(running.map((instance) => instance.stop()));
    running = [];
  });
  afterAll(() => db.drop());

  const start = async (over: { pollMs?: number; leaseSeconds?: number } = {}): Promise<Instance> => {
    const providers = names.map((name) =>
      subscribes({
        name,
        events: [Counted],
        handle: async (batch, tx, fence) => {
          for (const { position } of batch) {
            await tx.query('insert into effects (subscription, position, fence) values ($1, $2, $3)', [
              name,
              position,
              fence,
            ]);
          }
        },
      }),
    );
    const instance = await startInstance(db.url, { providers, ...over });
    running.push(instance);
    return instance;
  };
  const held = () => running.map((instance) => instance.runner.running().length);
  const all = async (instance: Instance, position: number) => {
    for (const name of names) expect(await instance.progress.waitFor(name, position, 10_000)).toBe(true);
  };

  it('share the subscriptions, and every event has each effect once, in order, under a growing fence', async () => {
    const first = await start();
    await eventually(() => held()[0] === 5);
    const second = await start();
    await eventually(() => held().join() === '3,2');
    const writing = Promise.all(
      [first, second, first, second].map(async ({ store }, writer) => {
        for (let n = 0; n < 60; n++) await count(store, `s-${writer}-${n % 7}`, n);
      }),
    );
    const third = await start();
    await eventually(
      () => held().join() === '2,2,1' || held().join() === '2,1,2' || held().join() === '1,2,2',
    );
    await writing;
    await running.shift()!.stop();
    await eventually(() => held().reduce((sum, n) => sum + n, 0) === 5);
    const last = await count(third.store, 's-last', 1);
    await all(third, last);
    for (const name of names) {
      const [check] = await third.database.query<{
        n: number;
        events: number;
        ordered: boolean;
        fenced: boolean;
      }>(
        `select count(*) as n, (select count(*) from platform.events where type = 'Counted') as events,
           bool_and(position > before) as ordered, bool_and(fence >= fence_before) as fenced
         from (select *, lag(position, 1, 0) over (order by id) as before, lag(fence, 1, 0) over (order by id) as fence_before
           from effects where subscription = $1) e`,
        [name],
      );
      expect(check).toEqual({ n: check!.events, events: check!.events, ordered: true, fenced: true });
    }
  });

  it('take over what a silent one held, when its lease has run out and not before', async () => {
    const instance = await start();
    await eventually(() => held()[0] === 5);
    const leases = instance.module.get(Leases);
    await leases.seize('spec.one', 'silent', 5_000);
    const [taken] = await instance.database.query<{ until: Date }>(
      `select lease_until as until from platform.subscriptions where name = 'spec.one'`,
    );
    await eventually(() => !instance.runner.running().includes('spec.one'));
    await eventually(() => instance.runner.running().includes('spec.one'));
    const [now] = await instance.database.query<{ late: boolean }>('select clock_timestamp() > $1 as late', [
      taken!.until,
    ]);
    expect(now!.late).toBe(true);
  });

  it('wake each other: without a single look at the log, the news arrives by NOTIFY', async () => {
    const reader = await start({ pollMs: 3_600_000, leaseSeconds: 30 });
    await eventually(() => held()[0] === 5);
    const writer = await startInstance(db.url, { providers: [], pollMs: 3_600_000 });
    running.push(writer);
    await all(reader, await reader.log.head());
    const looks: number[] = [];
    reader.log.onSeen(() => looks.push(Date.now()));
    const last = await count(writer.store, 'notified', 1);
    await all(reader, last);
    expect(looks).toEqual([]);
  });

  it('read the log once for all subscriptions of a process', async () => {
    const instance = await start();
    await eventually(() => held()[0] === 5);
    await all(instance, await instance.log.head());
    let reads = 0;
    const read = instance.log.page.bind(instance.log);
    instance.log.page = (...asked) => {
      reads++;
      return read(...asked);
    };
    for (let n = 0; n < 20; n++) await all(instance, await count(instance.store, 'shared', n));
    expect(reads).toBeLessThanOrEqual(25);
  });
});
