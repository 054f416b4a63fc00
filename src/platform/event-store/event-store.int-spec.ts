import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { rejecting } from '../core/rejection.js';
import { systemContext } from '../cqrs/command.js';
import { eventually } from '../testing/eventually.js';
import { testStore, type TestStore } from '../testing/store.js';

class Counted extends event('Counted', z.strictObject({ by: z.number() })) {}
type Tally = { total: number };
const tally: Decider<Tally, Counted, 'tallyId'> = {
  category: 'tally',
  idKey: 'tallyId',
  events: [Counted],
  initial: { total: 0 },
  evolve: (state, { data }) => ({ total: state.total + data.by }),
  shape: 1,
  notFound: 'tally.not-found',
};
const reject = rejecting<'tally.full'>();
const by = (over: Parameters<typeof systemContext>[1] = {}) => systemContext('spec', over);
const countUpTo = (limit: number) => (state: Tally) =>
  state.total < limit ? [new Counted({ by: 1 })] : reject('tally.full', 'no more');

describe('the event store', () => {
  let store: TestStore;
  let other: TestStore;
  beforeAll(async () => {
    store = await testStore([tally]);
    other = await testStore([tally], store.url);
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });
  const one = [new Counted({ by: 1 })];

  it('numbers a stream from one and tells the global position', async () => {
    const id = newId();
    const first = await store.aggregates.execute(tally, id, by(), () => one);
    const second = await store.aggregates.execute(tally, id, by(), () => one);
    expect([first.version, second.version, second.state]).toEqual([1, 2, { total: 2 }]);
    expect(second.position).toBeGreaterThan(first.position);
    expect(await store.log.head()).toBe(second.position);
  });

  it('refuses an event that its decider does not list, since nobody could ever read it again', async () => {
    class Forgotten extends event('Forgotten', z.looseObject({})) {}
    const id = newId();
    await store.aggregates.execute(tally, id, by(), () => one);
    const forgotten = () => [new Forgotten({}) as unknown as Counted];
    await expect(store.aggregates.execute(tally, id, by(), forgotten)).rejects.toThrow(
      /Forgotten is missing in the list of events of tally/,
    );
    expect((await store.aggregates.load(tally, id)).version).toBe(1);
  });

  it('stores a command once, whoever repeats it and when', async () => {
    const id = newId();
    const again = by({ commandId: newId() });
    const answers = await Promise.all(
      [store, other, store, other].map(({ aggregates }) => aggregates.execute(tally, id, again, () => one)),
    );
    expect(answers.map(({ version, state }) => [version, state.total])).toEqual(Array(4).fill([1, 1]));
    await store.aggregates.execute(tally, id, by(), () => one);
    const late = await other.aggregates.execute(tally, id, again, () => one);
    expect([late.version, late.position]).toEqual([1, answers[0]!.position]);
  });

  it('lets two processes race for one stream without a gap, a loss or a double', async () => {
    const id = newId();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        (i % 2 ? store : other).aggregates.execute(tally, id, by(), countUpTo(50)),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    const versions = (await store.log.readStream(`tally-${id}`)).map(({ version }) => version);
    expect(versions).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('never refuses on a memory that another process has made stale', async () => {
    const id = newId();
    await store.aggregates.execute(tally, id, by(), () => [new Counted({ by: 10 })]);
    await other.aggregates.execute(tally, id, by(), () => [new Counted({ by: -10 })]);
    const written = await store.aggregates.execute(tally, id, by(), countUpTo(10));
    expect(written.state).toEqual({ total: 1 });
  });

  it('changes several streams together or not at all, and checks also those it only read', async () => {
    const [left, right] = [newId(), newId()];
    await store.aggregates.execute(tally, left, by(), () => one);
    let runs = 0;
    await store.aggregates.transact(by(), async (unit) => {
      const seen = await unit.load(tally, left);
      await unit.load(tally, right);
      if (runs++ === 0) await other.aggregates.execute(tally, left, by(), () => one);
      unit.append(tally, right, [new Counted({ by: seen.state.total })]);
    });
    expect((await store.aggregates.load(tally, right)).state).toEqual({ total: 2 });
    expect(runs).toBeGreaterThan(1);
  });

  it('refuses a stale If-Match with the present version', async () => {
    const id = newId();
    await store.aggregates.execute(tally, id, by(), () => one);
    await expect(
      store.aggregates.execute(tally, id, by({ append: { expectedVersion: 7 } }), () => one),
    ).rejects.toMatchObject({
      code: 'precondition-failed',
      extensions: { currentVersion: 1 },
    });
  });

  it('loads from a snapshot, at a version and at an instant', async () => {
    const id = newId();
    const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;
    for (let i = 1; i <= 25; i++) {
      await store.aggregates.execute(tally, id, by({ at: at(i) }), () => one);
    }
    const snapshots = () =>
      store.database.query<{ version: number }>(
        'select version from platform.snapshots where stream_id = $1 order by version',
        [`tally-${id}`],
      );
    const versions = await eventually(snapshots, ({ length }) => length >= 2);
    expect(versions.map(({ version }) => version)).toEqual([10, 20]);
    expect((await store.aggregates.load(tally, id)).state).toEqual({ total: 25 });
    expect((await store.aggregates.load(tally, id, { version: 14 })).state).toEqual({ total: 14 });
    expect((await store.aggregates.load(tally, id, { asOf: at(12) })).version).toBe(12);
    const reshaped = { ...tally, shape: 2 };
    expect((await store.aggregates.load(reshaped, id)).state).toEqual({ total: 25 });
  });

  it('keeps a snapshot where its event is, also of an append that goes on with other streams', async () => {
    const [first, second] = [newId(), newId()];
    for (let n = 0; n < 9; n++) await store.aggregates.execute(tally, first, by(), () => one);
    await store.aggregates.transact(by(), async (unit) => {
      for (const id of [first, second]) {
        await unit.load(tally, id);
        unit.append(tally, id, id === first ? one : [...one, ...one]);
      }
    });
    const [snapshot] = await eventually(
      () =>
        store.database.query<{ kept: number; is: number }>(
          `select s.position as kept, e.position as is from platform.snapshots s
           join platform.events e using (stream_id, version) where stream_id = $1`,
          [`tally-${first}`],
        ),
      ({ length }) => length === 1,
    );
    expect(snapshot!.kept).toBe(snapshot!.is);
  });

  it('keeps history unchangeable in the database itself', async () => {
    for (const sql of [
      `update platform.events set type = 'x'`,
      'delete from platform.events',
      'truncate platform.events cascade',
    ]) {
      await expect(store.database.query(sql)).rejects.toThrow(/events are immutable/);
    }
  });

  it('writes rows inline for winners only, and lets a broken constraint fail its own append alone', async () => {
    await store.database.query('create table if not exists beside (n int primary key check (n < 100))');
    const statement = 'insert into beside select n from json_to_recordset($1) as r(n int)';
    const beside = (n: number) => by({ append: { inline: () => ({ statement, row: { n } }) } });
    const outcomes = await Promise.allSettled(
      [1, 2, 500, 3].map((n) => store.aggregates.execute(tally, newId(), beside(n), () => one)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await store.database.query('select n from beside order by n')).toEqual([
      { n: 1 },
      { n: 2 },
      { n: 3 },
    ]);
  });

  it('writes the row of a command that is decided on several streams once, with the stream it answers with', async () => {
    await store.database.query('create table if not exists told (id text, version int)');
    const statement =
      'insert into told select id, version from json_to_recordset($1) as r(id text, version int)';
    const [left, right] = [newId(), newId()];
    const ends: string[] = [];
    const context = by({
      append: {
        inline: ({ id, version }) => ({ statement, row: { id, version } }),
        onSettled: (end) => ends.push(end),
      },
    });
    const change = () =>
      store.aggregates.change(tally, right, context, async (unit) => {
        await unit.load(tally, left);
        await unit.load(tally, right);
        unit.append(tally, left, one);
        return unit.append(tally, right, [...one, ...one]);
      });
    expect([(await change()).version, (await change()).version]).toEqual([2, 2]);
    expect(ends).toEqual(['stored-with-row', 'repeated']);
    expect(await store.database.query('select * from told')).toEqual([{ id: right, version: 2 }]);
  });

  it('refuses an event that no Kafka record could carry, and stores nothing of it', async () => {
    const id = newId();
    const huge = [
      new Counted({ by: 1 }),
      new Counted({ by: 1, note: 'x'.repeat(900_000) } as { by: number }),
    ];
    await expect(store.aggregates.execute(tally, id, by(), () => huge)).rejects.toMatchObject({
      code: 'payload-too-large',
    });
    expect((await store.aggregates.load(tally, id)).version).toBe(0);
  });

  it('survives the death of its connection between request and reply', async () => {
    const id = newId();
    const killer = new pg.Client({ connectionString: store.url });
    await killer.connect();
    const kill = (async () => {
      for (let i = 0; i < 40; i++) {
        await killer.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'waybill-committer' and datname = current_database()`,
        );
        await sleep(10);
      }
    })();
    const written = await Promise.all(
      Array.from({ length: 300 }, async (_, i) => {
        await sleep(i);
        return store.aggregates.execute(tally, id, by(), () => one);
      }),
    );
    await kill;
    await killer.end();
    expect(new Set(written.map(({ version }) => version)).size).toBe(300);
    expect((await store.aggregates.load(tally, id)).state).toEqual({ total: 300 });
  });
});
