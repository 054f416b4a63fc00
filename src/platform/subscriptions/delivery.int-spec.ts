import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Transaction } from '../event-store/database.js';
import type { Recorded } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, count, Counted } from '../testing/tally.js';
import { LeaseLost } from './failures.js';
import { Leases } from './leases.js';
import { subscribes, type Subscription } from './subscription.js';

/** Writes down what it is given, in the transaction it is given it in. */
async function note(subscription: string, batch: readonly Recorded[], tx: Transaction): Promise<void> {
  for (const { position, stream, event } of batch) {
    await tx.query('insert into notes (subscription, position, stream, fact) values ($1, $2, $3, $4)', [
      subscription,
      position,
      stream,
      JSON.stringify(event.data),
    ]);
  }
}

const noting = (name: string, over: Partial<Subscription> = {}): Subscription => ({
  name,
  events: [Counted],
  handle: (batch, tx) => note(name, batch, tx),
  ...over,
});

describe('a subscription', () => {
  let db: TestDatabase;
  let admin: pg.Client;
  let running: Instance[] = [];
  beforeAll(async () => {
    db = await testDatabase();
    admin = new pg.Client({ connectionString: db.url });
    await admin.connect();
    await admin.query(
      `create table notes (id bigint generated always as identity, subscription text, position bigint, stream text,
         fact json, unique (subscription, position))`,
    );
  });
  afterEach(async () => {
    await Promise.all(running.map((instance) => instance.stop()));
    running = [];
  });
  afterAll(async () => {
    await admin.end();
    await db.drop();
  });

  const start = async (...subscriptions: Subscription[]): Promise<Instance> => {
    const instance = await startInstance(db.url, { providers: subscriptions.map((it) => subscribes(it)) });
    running.push(instance);
    return instance;
  };
  const notes = async (subscription: string): Promise<number[]> => {
    const { rows } = await admin.query<{ position: number }>(
      'select position from notes where subscription = $1 order by id',
      [subscription],
    );
    return rows.map(({ position }) => position);
  };
  const eventsOf = async (type: string, after = 0): Promise<number[]> => {
    const { rows } = await admin.query<{ position: number }>(
      'select position from platform.events where type = $1 and position > $2 order by position',
      [type, after],
    );
    return rows.map(({ position }) => position);
  };
  const checkpoint = async (name: string): Promise<number> => {
    const { rows } = await admin.query<{ position: number }>(
      'select position from platform.subscriptions where name = $1',
      [name],
    );
    return rows[0]!.position;
  };

  it('gets every event of its types once and in order, from the first ever, and passes the others', async () => {
    const before = await start();
    await count(before.store, 'early', 1, new Closed({}), 2);
    const instance = await start(noting('spec.all'), noting('spec.late', { from: 'head' }));
    const last = await count(instance.store, 'later', 3, new Closed({}));
    expect(await instance.progress.waitFor('spec.all', last, 30_000)).toBe(true);
    expect(await notes('spec.all')).toEqual(await eventsOf('Counted'));
    expect(await instance.progress.waitFor('spec.late', last, 30_000)).toBe(true);
    expect(await notes('spec.late')).toHaveLength(1);
    await eventually(async () => (await checkpoint('spec.all')) === last);
  });

  it('is not said to fail once it works again, though nothing happens', async () => {
    const before = await start(noting('spec.recovers'));
    const last = await count(before.store, 'recovers', 1);
    expect(await before.progress.waitFor('spec.recovers', last, 30_000)).toBe(true);
    await before.stop();
    running = [];
    // As if the connection had been lost while there was nothing to do.
    await admin.query(
      `update platform.subscriptions set last_error = 'lost', failing_since = now() where name = 'spec.recovers'`,
    );
    await start(noting('spec.recovers'));
    const { rows } = await eventually(
      () =>
        admin.query<{ last_error: string | null; position: number }>(
          `select last_error, failing_since, position from platform.subscriptions where name = 'spec.recovers'`,
        ),
      ({ rows: [row] }) => row!.last_error === null,
      10_000,
    );
    expect(rows).toEqual([{ last_error: null, failing_since: null, position: last }]);
  });

  it('loses nothing while many write at once and a foreign transaction sleeps on what it has written', async () => {
    const instance = await start(noting('spec.gaps'));
    const sleeper = new pg.Client({ connectionString: db.url });
    await sleeper.connect();
    await sleeper.query('create table if not exists elsewhere (n int)');
    await sleeper.query('begin');
    await sleeper.query('insert into elsewhere values (1)');
    const writers = Array.from({ length: 12 }, async (_, writer) => {
      for (let n = 0; n < 40; n++) await count(instance.store, `gap-${writer % 5}`, n, n);
    });
    await Promise.all(writers);
    const head = await instance.log.head();
    // The sleeper still sleeps, and nobody waits for it.
    expect(await instance.progress.waitFor('spec.gaps', head, 30_000)).toBe(true);
    expect(await notes('spec.gaps')).toEqual(await eventsOf('Counted'));
    await sleep(3_000);
    await sleeper.query('commit');
    await sleeper.end();
    const last = await count(instance.store, 'gap-0', 1);
    expect(await instance.progress.waitFor('spec.gaps', last, 30_000)).toBe(true);
    expect(await notes('spec.gaps')).toEqual(await eventsOf('Counted'));
  });

  it('waits for a writer that pauses in mid-transaction, and gets its event when it is there', async () => {
    const instance = await start(noting('spec.paused-writer'));
    const first = await count(instance.store, 'pw', 1);
    expect(await instance.progress.waitFor('spec.paused-writer', first, 30_000)).toBe(true);
    const writer = new pg.Client({ connectionString: db.url });
    await writer.connect();
    await writer.query('begin');
    await writer.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       values ('tally-slow', 1, gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1, '{"by":1}',
         '{"actor":"spec","correlationId":"c","causationId":null}', now())`,
    );
    const overtaking = count(instance.store, 'pw', 2);
    await sleep(1_000);
    const passed = await checkpoint('spec.paused-writer');
    await writer.query('commit');
    await writer.end();
    const last = await overtaking;
    expect(await instance.progress.waitFor('spec.paused-writer', last, 30_000)).toBe(true);
    expect(await eventsOf('Counted', passed)).toHaveLength(2);
    expect(await notes('spec.paused-writer')).toEqual(await eventsOf('Counted'));
  });

  it('has its effect once when the connection dies between effect and checkpoint', async () => {
    let deaths = 0;
    const dying: Subscription = noting('spec.dying', {
      from: 'head',
      handle: async (batch, tx) => {
        await note('spec.dying', batch, tx);
        if (deaths++ < 3) await tx.query('select pg_terminate_backend(pg_backend_pid())');
      },
    });
    const instance = await start(dying);
    const last = await count(instance.store, 'dying', 1, 2, 3);
    expect(await instance.progress.waitFor('spec.dying', last, 10_000)).toBe(true);
    expect(deaths).toBeGreaterThan(3);
    expect(await notes('spec.dying')).toEqual([last - 2, last - 1, last]);
  });

  it('cannot write when it wakes up after its lease was taken in mid-batch', async () => {
    let asleep: () => void = () => undefined;
    const fellAsleep = new Promise<void>((resolve) => (asleep = resolve));
    let awake: () => void = () => undefined;
    const sleeping = new Promise<void>((resolve) => (awake = resolve));
    const outcomes: unknown[] = [];
    let calls = 0;
    const zombie: Subscription = noting('spec.zombie', {
      from: 'head',
      handle: async (batch, tx) => {
        await note('spec.zombie', batch, tx);
        if (calls++ > 0) return;
        asleep();
        await sleeping;
      },
    });
    const instance = await start(zombie);
    const leases = instance.module.get(Leases);
    const checkpointed = leases.checkpoint.bind(leases);
    leases.checkpoint = (...call) =>
      checkpointed(...call).catch((error: unknown) => {
        outcomes.push(error);
        throw error;
      });
    const last = await count(instance.store, 'zombie', 1);
    await fellAsleep;
    const thief = await leases.seize('spec.zombie', 'thief', 60_000);
    awake();
    await eventually(() => outcomes.length > 0);
    expect(outcomes[0]).toBeInstanceOf(LeaseLost);
    expect(await notes('spec.zombie')).toEqual([]);
    expect(await checkpoint('spec.zombie')).toBeLessThan(last);
    await leases.release(thief);
    expect(await instance.progress.waitFor('spec.zombie', last, 10_000)).toBe(true);
    expect(await notes('spec.zombie')).toEqual([last]);
  });
});
