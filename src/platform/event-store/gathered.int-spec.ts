import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import { systemContext } from '../cqrs/command.js';
import { IdempotencyRecords } from '../http/idempotency-records.js';
import { testStore, type TestStore } from '../testing/store.js';

class Noted extends event('Noted', z.strictObject({ text: z.string() })) {}
interface Notes {
  readonly texts: readonly string[];
}
const notes: Decider<Notes, Noted, 'noteId'> = {
  category: 'note',
  idKey: 'noteId',
  events: [Noted],
  initial: { texts: [] },
  evolve: ({ texts }, { data }) => ({ texts: [...texts, data.text] }),
  shape: 1,
  notFound: 'note.not-found',
};

describe('What is read at the same moment', () => {
  let store: TestStore;
  let other: TestStore;
  beforeAll(async () => {
    store = await testStore([notes]);
    other = await testStore([notes], store.url);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  const note = (...texts: string[]) => texts.map((text) => new Noted({ text }));
  const written = async (...texts: string[]): Promise<string> => {
    const id = newId();
    await other.aggregates.execute(notes, id, systemContext('spec'), () => note(...texts));
    return id;
  };
  const load = (id: string) => store.aggregates.load(notes, id);
  const refused = async (id: string) => {
    await expect(load(id)).rejects.toBeInstanceOf(pg.DatabaseError);
  };
  const statements = () => jest.spyOn(pg.Client.prototype, 'query');

  it('comes by one statement, each stream as if it had been asked for alone', async () => {
    const ids = [await written('a'), newId(), await written('b', 'c'), await written()];
    const count = statements();
    const together = await Promise.all(ids.map(load));
    expect(count).toHaveBeenCalledTimes(1);
    const alone = [];
    for (const id of ids) alone.push(await load(id));
    expect(together).toEqual(alone);
    expect(together.map(({ state: { texts } }) => texts)).toEqual([['a'], [], ['b', 'c'], []]);
  });

  it('comes as far as each was asked for', async () => {
    const id = await written('a', 'b', 'c');
    const versions = await Promise.all(
      [1, 2, 3].map((version) => store.aggregates.load(notes, id, { version })),
    );
    expect(versions.map(({ version, state }) => [version, state.texts.length])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('fails alone where the question itself is wrong', async () => {
    const [first, last] = [await written('a'), await written('b')];
    const [before, , after] = await Promise.all([
      load(first),
      refused('no\u0000name'),
      load(last),
      refused('\u0000'),
    ]);
    expect([before.state.texts, after.state.texts]).toEqual([['a'], ['b']]);
  });

  it('fails for everybody, at once, where the database is away', async () => {
    const ids = [await written('a'), await written('b')];
    await store.database.query('alter table platform.snapshots rename to snapshots_away');
    await expect(Promise.allSettled(ids.map(load))).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    await store.database.query('alter table platform.snapshots_away rename to snapshots');
    expect((await Promise.all(ids.map(load))).map(({ version }) => version)).toEqual([1, 1]);
  });

  it('takes no more memory together than is allowed: the long and the large come alone, and whole', async () => {
    const text = randomBytes(400_000).toString('hex');
    const large = await written(text, text, text);
    const long = await written(...Array.from({ length: 105 }, (_, n) => `${n}`));
    const small = await written('a');
    const ofNewShape = { ...notes, shape: 2 };
    const count = statements();
    const loaded = await Promise.all(
      [small, large, long, large].map((id) => store.aggregates.load(ofNewShape, id)),
    );
    const asked = count.mock.calls.map(([query]) => (query as { name?: string }).name);
    expect(asked.filter((name) => name?.startsWith('load-'))).toEqual([
      'load-several',
      ...Array(3).fill('load-stream'),
    ]);
    expect(loaded.map(({ version }) => version)).toEqual([1, 3, 105, 3]);
    expect(loaded[1]!.state.texts.map(({ length }) => length)).toEqual([800_000, 800_000, 800_000]);
    expect(loaded[2]!.state.texts).toHaveLength(105);
  });

  it('begins at its snapshot, each at its own', async () => {
    const long = await written(...Array.from({ length: 25 }, (_, n) => `${n}`));
    const short = await written('a');
    await load(long);
    const kept = async () =>
      (await store.database.query('select 1 from platform.snapshots where stream_id = $1', [`note-${long}`]))
        .length > 0;
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 20));
    await store.database.query(
      `update platform.snapshots set state = '{"texts":["of the snapshot"]}' where stream_id = $1`,
      [`note-${long}`],
    );
    const [one, two] = await Promise.all([load(long), load(short)]);
    expect([one.state.texts, two.state.texts]).toEqual([['of the snapshot'], ['a']]);
  });

  it('looks nothing through, also in sessions that began with an empty log', async () => {
    const young = await testStore([notes]);
    const records = new IdempotencyRecords(young.database);
    const look = async () => {
      const [a, b] = [newId(), newId()];
      await Promise.all([a, b].map((id) => young.aggregates.load(notes, id)));
      await young.aggregates.load(notes, a);
      await Promise.all([a, b].map((commandId) => records.find(intent({ commandId }))));
    };
    for (let n = 0; n < 8; n++) await look();
    await young.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'note-' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 0, 'Noted', 1, '{}', '{}', now()
       from generate_series(1, 5000)`,
    );
    await young.database.query(
      `insert into platform.idempotency (principal, route, key, fingerprint, command_id, status, expires_at)
       select 'spec', 'route', n::text, 'f', gen_random_uuid(), 200, now() + interval '1 hour'
       from generate_series(1, 5000) n`,
    );
    const read = async () => {
      await young.database.query('select pg_stat_force_next_flush()');
      const [row] = await young.database.query<{ rows: number }>(
        `select (select sum(seq_tup_read) from pg_stat_user_tables where schemaname = 'platform')
           + (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = 'platform') as rows`,
      );
      return Number(row!.rows);
    };
    const before = await read();
    for (let n = 0; n < 8; n++) await look();
    expect((await read()) - before).toBeLessThan(500);
    await young.close();
  });

  const intent = (over: Partial<Parameters<IdempotencyRecords['find']>[0]> = {}) => ({
    principal: 'spec',
    route: 'POST /notes',
    key: newId(),
    fingerprint: 'f',
    commandId: newId(),
    ...over,
  });

  it('is told for each request alone, where answers of earlier requests are looked up', async () => {
    const records = new IdempotencyRecords(store.database);
    const [kept, done, fresh] = [intent(), intent(), intent()];
    await records.keep(kept, { status: 201, body: '{}', location: null, etag: '"1"' }, 7);
    const by = systemContext('spec', { commandId: done.commandId });
    await other.aggregates.execute(notes, newId(), by, () => note('a'));
    const count = statements();
    const wrong = expect(records.find(intent({ principal: '\u0000' }))).rejects.toBeInstanceOf(
      pg.DatabaseError,
    );
    const known = await Promise.all([kept, fresh, done, kept].map((asked) => records.find(asked)));
    await wrong;
    expect(count.mock.calls.length).toBeGreaterThan(1);
    expect(known[0]).toMatchObject({ kept: { status: 201, etag: '"1"', position: 7 } });
    expect(known.slice(1, 3)).toEqual([
      { kept: undefined, done: false },
      { kept: undefined, done: true },
    ]);
    expect(known[3]).toEqual(known[0]);
  });

  describe('or is not read because it begins', () => {
    const first = ({ texts }: Notes) => {
      if (texts.length > 0) throw new Rejection('note.exists', 'there is one already');
      return note('first');
    };
    const create = (id: string, rule: (state: Notes) => readonly Noted[], by = systemContext('spec')) =>
      store.aggregates.create(notes, id, by, rule);

    it('costs no look at the log', async () => {
      const loads = statements();
      await expect(create(newId(), first)).resolves.toMatchObject({ version: 1 });
      const asked = loads.mock.calls.map(([query]) => (query as { name?: string }).name);
      expect(asked.filter((name) => name?.startsWith('load-'))).toEqual([]);
    });

    it('is read when that was a mistake, and then decided on what is true', async () => {
      await expect(create(await written('a'), first)).rejects.toMatchObject({ code: 'note.exists' });
      const id = await written('a');
      const { version, state } = await create(id, ({ texts }) => note(`after ${texts.length}`));
      expect([version, state.texts]).toEqual([2, ['a', 'after 1']]);
    });

    it('is answered as it was left when the command is a repeat, also by another process', async () => {
      const id = newId();
      const by = systemContext('spec');
      await other.aggregates.create(notes, id, by, first);
      await other.aggregates.execute(notes, id, systemContext('spec'), () => note('later'));
      await expect(create(id, first, by)).resolves.toMatchObject({ version: 1, state: { texts: ['first'] } });
      expect((await load(id)).version).toBe(2);
    });

    it('leaves one winner where two begin the same', async () => {
      const id = newId();
      const ends = await Promise.allSettled([
        create(id, first),
        other.aggregates.create(notes, id, systemContext('spec'), first),
        create(id, first),
      ]);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await load(id)).state.texts).toEqual(['first']);
    });
  });
});
