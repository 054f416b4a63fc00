import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Decider } from '../core/decider.js';
import type { DomainEvent } from '../core/event.js';
import { Deciders } from '../event-store/deciders.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, Counted, tally, type Tally } from '../testing/tally.js';
import { LongStreams } from './long-streams.js';
import { SnapshotRebuilder } from './snapshot-rebuilder.js';
import { SnapshotRebuilds, type SnapshotRebuild } from './snapshot-rebuilds.js';

const olga = { role: 'operator', id: 'olga' } as const;
type TallyDecider = Decider<Tally, Counted | Closed, 'tallyId'>;

describe('Snapshots that are missing because states have a new shape', () => {
  let db: TestDatabase;
  const running: Instance[] = [];
  beforeEach(async () => {
    db = await testDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((instance) => instance.stop()));
    await db.drop();
  });

  const start = async (shape: number, evolve: TallyDecider['evolve'] = tally.evolve.bind(tally)) => {
    let folded = 0;
    const decider: TallyDecider = {
      ...tally,
      shape,
      evolve: (state, event, at) => {
        folded++;
        return evolve(state, event, at);
      },
    };
    const instance = await startInstance(db.url, {
      providers: [
        LongStreams,
        SnapshotRebuilds,
        {
          provide: 'the tally of this shape',
          inject: [Deciders],
          useFactory: (deciders: Deciders) => deciders.add(decider as Decider<unknown, DomainEvent>),
        },
        SnapshotRebuilder,
      ],
    });
    running.push(instance);
    const load = async (id: string) => {
      folded = 0;
      const { state, version } = await instance.store.load(decider, id);
      return { total: state.total, version, folded };
    };
    const [rebuilder, rebuilds] = [
      instance.module.get(SnapshotRebuilder),
      instance.module.get(SnapshotRebuilds),
    ];
    return { ...instance, load, rebuilder, rebuilds };
  };
  type Started = Awaited<ReturnType<typeof start>>;

  const written = ({ database }: Started, id: string, length: number) =>
    database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'tally-' || $1, n, gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1, '{"by":1}',
         '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series(1, $2::int) n`,
      [id, length],
    );
  const ended = (instance: Started, { id }: SnapshotRebuild) =>
    eventually(async () => {
      const now = await instance.rebuilder.progress(id);
      return now.state !== 'running' && now;
    });

  it('are folded in the background, so that the next load reads hardly anything', async () => {
    const before = await start(1);
    for (const [id, length] of Object.entries({ a: 250, b: 1_700, c: 100, d: 101, e: 3 })) {
      await written(before, id, length);
    }
    expect((await before.load('b')).folded).toBe(1_700);
    const after = await start(2);
    const done = await ended(after, await after.rebuilder.request(olga, 'totals have a currency now'));
    expect(done).toMatchObject({ state: 'done', done: 3, total: 3, events: 2_051, eventsTotal: 2_051 });
    for (const [id, total] of Object.entries({ a: 250, b: 1_700, d: 101 })) {
      expect([id, await after.load(id)]).toEqual([id, { total, version: total, folded: 0 }]);
    }
    expect((await after.load('c')).folded).toBe(100);
    const again = await ended(after, await after.rebuilder.request(olga, 'once more'));
    expect(again).toMatchObject({ state: 'done', done: 0, total: 0, skipped: 0 });
    const log = await after.database.query('select actor, action, outcome from audit.log order by seq');
    expect(log).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ actor: 'operator:olga', action: 'snapshots.rebuild', outcome: 'done' },
      })),
    );
  });

  it('are carried on by another process from where the first was stopped', async () => {
    const names = ['a', 'b', 'c', 'd'];
    let ending: Promise<void> | undefined;
    const first: Started = await start(2, (state, event) => {
      if (event.type === 'Counted' && event.data.by === 2) ending ??= running.pop()!.stop();
      return { total: state.total + 1 };
    });
    for (const id of names) await written(first, id, 700);
    await first.database.query('alter table platform.events disable trigger user');
    await first.database.query(`update platform.events set data = '{"by":2}' where stream_id = 'tally-b'`);
    await first.database.query('alter table platform.events enable trigger user');
    const asked = await first.rebuilder.request(olga, 'a new shape');
    await eventually(() => ending !== undefined);
    await ending;
    const visited: number[] = [];
    const second = await start(2, (state, event) => {
      if (event.type === 'Counted') visited.push(event.data.by);
      return { total: state.total + 1 };
    });
    expect(await ended(second, asked)).toMatchObject({ state: 'done', done: 4, total: 4, events: 2_800 });
    expect(visited.length).toBeLessThanOrEqual(2_100);
    for (const id of names) expect(await second.load(id)).toMatchObject({ total: 700, folded: 0 });
  });

  it('are left out where a stream cannot be folded, and the others are done', async () => {
    const instance = await start(2, (state, event) => {
      if (event.type === 'Counted' && event.data.by === 13) throw new Error('no such shelf');
      return tally.evolve(state, event, '');
    });
    for (const id of ['a', 'newer', 'odd', 'z']) await written(instance, id, 150);
    await instance.database.query('alter table platform.events disable trigger user');
    await instance.database.query(
      `update platform.events set schema_version = 9 where stream_id = 'tally-newer' and version = 120`,
    );
    await instance.database.query(
      `update platform.events set data = '{"by":13}' where stream_id = 'tally-odd' and version = 120`,
    );
    await instance.database.query('alter table platform.events enable trigger user');
    const done = await ended(instance, await instance.rebuilder.request(olga, 'a new shape'));
    expect(done).toMatchObject({ state: 'done', done: 4, total: 4, skipped: 2 });
    expect(done.error).toBe('tally-odd: Error: no such shelf');
    for (const id of ['a', 'z']) expect(await instance.load(id)).toMatchObject({ total: 150, folded: 0 });
  });

  it('wait no longer when an operator stops it, and are taken up when it is asked for again', async () => {
    let halted: Promise<SnapshotRebuild> | undefined;
    let asked: SnapshotRebuild | undefined;
    const instance: Started = await start(2, (state, event) => {
      if (asked) halted ??= instance.rebuilder.halt(asked.id, olga, 'a busy evening');
      return tally.evolve(state, event, '');
    });
    for (let n = 100; n < 130; n++) await written(instance, `n${n}`, 150);
    asked = await instance.rebuilder.request(olga, 'a new shape');
    await eventually(() => halted !== undefined);
    expect(await halted).toMatchObject({ state: 'stopped' });
    await expect(instance.rebuilder.halt(asked.id, olga, 'twice')).rejects.toMatchObject({
      code: 'snapshots.rebuild-ended',
    });
    const rest = await ended(instance, await instance.rebuilder.request(olga, 'a quiet night'));
    expect(rest).toMatchObject({ state: 'done', done: rest.total });
    expect(rest.done).toBeGreaterThan(0);
    expect(rest.done).toBeLessThanOrEqual(30);
    for (let n = 100; n < 130; n++) expect(await instance.load(`n${n}`)).toMatchObject({ folded: 0 });
  });

  it('are one rebuild at a time, which an older program leaves to the newer', async () => {
    const older = await start(1);
    await written(older, 'a', 150);
    const why = { requestedBy: 'operator:olga', reason: 'a new shape' };
    const asked = (await older.rebuilds.request(older.database, { tally: 2 }, why))!;
    await expect(older.rebuilder.request(olga, 'the same')).rejects.toMatchObject({
      code: 'snapshots.being-rebuilt',
    });
    await older.rebuilder.perform(new AbortController().signal);
    expect(await older.rebuilder.progress(asked.id)).toMatchObject({ state: 'running', startedAt: null });
    const newer = await start(2);
    expect(await ended(newer, asked)).toMatchObject({ state: 'done', done: 1 });
    expect(await newer.load('a')).toMatchObject({ total: 150, folded: 0 });
  });

  it('are carried on after a process died, also where a history takes longer than anybody waits', async () => {
    const instance = await start(2, (state, event) => {
      for (const end = performance.now() + 1; performance.now() < end;);
      return tally.evolve(state, event, '');
    });
    await written(instance, 'a', 150);
    await written(instance, 'b', 4_500);
    const [asked] = await instance.database.query<{ id: string }>(
      `insert into platform.snapshot_rebuilds (id, shapes, requested_by, reason, last_stream, done, total, events,
         events_total, owner, lease_until, started_at)
       values (gen_random_uuid(), '{"tally":2}', 'operator:olga', 'a new shape', 'tally-a', 1, 2, 150, 4650, 'the dead',
         clock_timestamp() + interval '1 second', clock_timestamp()) returning id`,
    );
    const done = await eventually(async () => {
      const now = await instance.rebuilder.progress(asked!.id);
      return now.state !== 'running' && now;
    }, 30_000);
    expect(done).toMatchObject({ state: 'done', done: 2, total: 2, events: 4_650, skipped: 0 });
    expect(await instance.load('b')).toMatchObject({ total: 4_500, folded: 0 });
    expect(await instance.load('a')).toMatchObject({ total: 150, folded: 150 });
  }, 60_000);
});
