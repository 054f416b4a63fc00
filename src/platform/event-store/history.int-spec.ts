import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Decider } from '../core/decider.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { eventually } from '../testing/eventually.js';
import { Counted, tally, type Tally } from '../testing/tally.js';
import { testStore, type TestStore } from '../testing/store.js';
import { StillReading } from './stream-loader.js';

/** So many events are read before it is known that there are more. */
const FIRST = 1_000;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe('A long history', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([tally]);
  });
  afterAll(() => store.close());

  /** @param kilobytes of noise, which cannot be compressed, in each event */
  const written = async (length: number, kilobytes = 0, id = newId()): Promise<string> => {
    await store.database.query(
      `with noise as materialized (select string_agg(md5(n::text), '') as text from generate_series(1, 32 * $3::int) n)
       insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'tally-' || $1, n + (select count(*) from platform.events where stream_id = 'tally-' || $1),
         gen_random_uuid(), gen_random_uuid(), 0, 'Counted', 1, json_build_object('by', 1, 'noise', text),
         '{"actor":"spec","correlationId":"c","causationId":null}', now() + n * interval '1 ms'
       from generate_series(1, $2::int) n, noise order by n`,
      [id, length, kilobytes],
    );
    return id;
  };
  /** A tally whose fold can be watched; a higher shape fits no snapshot. */
  const watched = (onEvent: (total: number) => void = () => undefined) => {
    let folded = 0;
    let beyond = 0;
    const decider: Decider<Tally, Counted, 'tallyId'> = {
      ...(tally as Decider<Tally, Counted, 'tallyId'>),
      shape: 2,
      evolve: (state, { data }) => {
        folded++;
        if (state.total >= FIRST) beyond++;
        onEvent(state.total + data.by);
        return { total: state.total + data.by };
      },
    };
    return { decider, folded: () => folded, beyond: () => beyond };
  };

  /** What a client does that was told to come again. */
  const patiently = async (decider: Decider<Tally, Counted, 'tallyId'>, id: string, from = store) => {
    for (;;) {
      try {
        return await from.aggregates.load(decider, id);
      } catch (error) {
        if (!(error instanceof StillReading)) throw error;
      }
    }
  };

  it('is folded once for a crowd, and not again by the next one', async () => {
    const id = await written(10_000);
    const { decider, folded, beyond } = watched();
    const crowd = await Promise.all(Array.from({ length: 6 }, () => patiently(decider, id)));
    for (const { version, state } of crowd) expect([version, state.total]).toEqual([10_000, 10_000]);
    // Whoever comes while it is being read folds its first part to see that it is long, and the rest is folded once.
    expect(beyond()).toBe(10_000 - FIRST);
    const before = folded();
    expect((await store.aggregates.load(decider, id)).version).toBe(10_000);
    expect(folded()).toBe(before);
  });

  it('comes by few statements of one row each, and each event with its own time', async () => {
    const id = await written(5_000);
    const times: string[] = [];
    const decider: Decider<Tally, Counted, 'tallyId'> = {
      ...watched().decider,
      evolve: ({ total }, { data }, at) => {
        times.push(at);
        return { total: total + data.by };
      },
    };
    const asked = jest.spyOn(store.database, 'prepared');
    await patiently(decider, id);
    const answers = await Promise.all(asked.mock.results.map(({ value }) => value as Promise<object[]>));
    asked.mockRestore();
    expect(answers.map(({ length }) => length)).toEqual([1, 1, 1]);
    const recorded = await store.log.readStream(`tally-${id}`);
    expect(times).toEqual(recorded.map(({ occurredAt }) => occurredAt));
  });

  it('leaves a snapshot also when it is only a little too long', async () => {
    const id = await written(300);
    const { decider, folded } = watched();
    await store.aggregates.load(decider, id);
    await eventually(async () => {
      const left = 'select from platform.snapshots where stream_id = $1 and shape = $2';
      return (await store.database.query(left, [`tally-${id}`, decider.shape])).length === 1;
    });
    await store.aggregates.load(decider, id);
    expect(folded()).toBe(300);
  });

  it('is read on from where it was cut', async () => {
    const id = await written(23_000);
    const dying = watched((total) => {
      if (total === 22_000) throw new Error('the process dies');
    });
    await expect(patiently(dying.decider, id)).rejects.toThrow('the process dies');
    const next = await testStore([tally], store.url);
    const { decider, folded } = watched();
    expect((await patiently(decider, id, next)).state.total).toBe(23_000);
    expect(folded()).toBeLessThan(4_000);
    await next.close();
  });

  it('comes in parts that fit into memory, however large its events are', async () => {
    const id = await written(30, 800);
    const stored = store.rows;
    const stream = `tally-${id}`;
    const ends: number[] = [];
    let read = 0;
    for (let part = await stored.of({ stream, shape: 1, upTo: 29 }); ;) {
      expect(JSON.stringify(part.events).length).toBeLessThan(9 * 2 ** 20);
      read += part.events.length;
      ends.push(part.last!.version);
      expect(read).toBe(part.last!.version);
      if (!part.isMore) break;
      part = await stored.after(stream, part.last!.version, 29);
    }
    expect(ends.length).toBeGreaterThan(2);
    expect(ends.at(-1)).toBe(29);
  });

  it('of large events is folded whole, and from its snapshot on', async () => {
    const id = await written(30, 800);
    const { decider, folded } = watched();
    expect(await patiently(decider, id)).toMatchObject({ version: 30, state: { total: 30 } });
    await written(25, 800, id);
    expect(await patiently(decider, id)).toMatchObject({ version: 55, state: { total: 55 } });
    expect(folded()).toBe(55);
  });

  it('makes nobody wait for ever: come again, and it ends', async () => {
    const id = await written(4_000);
    const slow = watched(() => {
      const until = performance.now() + 1;
      while (performance.now() < until);
    });
    await expect(store.aggregates.load(slow.decider, id)).rejects.toThrow(StillReading);
    expect(await patiently(slow.decider, id)).toMatchObject({ version: 4_000, state: { total: 4_000 } });
  });

  it('is shown in many of its versions at once: they take turns, and nobody is turned away', async () => {
    const id = await written(6_000);
    const { decider } = watched();
    const versions = [5_000, 5_100, 5_200, 5_300, 5_400, 5_999];
    const shown = await Promise.all(
      versions.map((version) => store.aggregates.load(decider, id, { version })),
    );
    expect(shown.map(({ version, state }) => [version, state.total])).toEqual(versions.map((n) => [n, n]));
  });

  it('has no endless queue before it', async () => {
    const id = await written(1_500);
    const { decider } = watched();
    const asked = Array.from({ length: 40 }, (_, n) =>
      store.aggregates.load(decider, id, { version: 1_000 + n }).catch((error: unknown) => error),
    );
    const turnedAway = (await Promise.all(asked)).filter((answer) => answer instanceof StillReading);
    expect(turnedAway.length).toBeGreaterThan(0);
    await patiently(decider, id);
  });

  it('goes by the clock of the database where that of an instance is ahead', async () => {
    const id = newId();
    const count = (by: number, at: string) =>
      store.aggregates.execute(tally, id, systemContext('spec', { at }), () => [new Counted({ by })]);
    // Times have milliseconds: whatever comes before and after must have others.
    const clock = async () => {
      await sleep(5);
      const [row] = await store.database.query<{ now: Date }>('select clock_timestamp() as now');
      await sleep(5);
      return row!.now.toISOString();
    };
    const nothing = await clock();
    await count(1, inHours(2));
    const one = await clock();
    await count(10, inHours(-2));
    const two = await clock();
    await count(100, inHours(0));
    const asOf = async (moment: string) =>
      (await store.aggregates.load(tally, id, { asOf: moment })).state.total;
    expect(await Promise.all([nothing, one, two, inHours(0.1)].map(asOf))).toEqual([0, 1, 11, 111]);
    const recorded = await store.log.readStream(`tally-${id}`);
    expect(await asOf(recorded[1]!.recordedAt)).toBe(11);
    expect(recorded.map(({ occurredAt }) => occurredAt > inHours(1))).toEqual([true, true, true]);
    expect(recorded.every(({ recordedAt }) => recordedAt < inHours(0.1))).toBe(true);
  });

  it('goes by the times that are shown where an instance is behind, or a command waited', async () => {
    const id = newId();
    const times = [-3, -2, -2, -1].map(inHours);
    for (const at of times) {
      await store.aggregates.execute(tally, id, systemContext('spec', { at }), () => [
        new Counted({ by: 1 }),
      ]);
    }
    const recorded = await store.log.readStream(`tally-${id}`);
    expect(recorded.map(({ occurredAt }) => occurredAt)).toEqual(times);
    const asOf = async (moment: string) => (await store.aggregates.load(tally, id, { asOf: moment })).version;
    expect(await Promise.all([inHours(-4), ...times, inHours(0)].map(asOf))).toEqual([0, 1, 3, 3, 4, 4]);
  });

  it('is as of a moment the same with and without snapshots', async () => {
    const id = await written(1_000);
    await store.aggregates.load(tally, id);
    const [middle] = await store.log.readStream(`tally-${id}`, { from: 400, to: 400 });
    const asOf = { asOf: middle!.recordedAt };
    const [{ version } = { version: 0 }] = await store.database.query<{ version: number }>(
      `select max(version) as version from platform.events
       where stream_id = $1 and date_trunc('milliseconds', recorded_at) <= $2`,
      [`tally-${id}`, asOf.asOf],
    );
    expect((await store.aggregates.load(tally, id, asOf)).version).toBe(version);
    expect((await store.aggregates.load(watched().decider, id, asOf)).state.total).toBe(version);
  });
});
