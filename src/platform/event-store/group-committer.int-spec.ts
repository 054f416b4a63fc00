import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { testStore, type TestStore } from '../testing/store.js';
import { prepare, type Append, type Head } from './append.js';

class Noted extends event('Noted', z.strictObject({ text: z.string() })) {}
const notes: Decider<null, Noted, 'noteId'> = {
  category: 'note',
  idKey: 'noteId',
  events: [Noted],
  initial: null,
  evolve: () => null,
  shape: 1,
  notFound: 'note.not-found',
};

describe('Appends of one moment', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([notes]);
    await store.database.query('create table rows_of_spec (n int primary key check (n > 0))');
  });
  afterAll(() => store.close());

  const fresh = (): Head => ({ stream: `note-${newId()}`, version: 0, eventId: null });
  const append = (head: Head = fresh(), over: Partial<Append> & { text?: string } = {}): Append => {
    const by = systemContext('spec');
    const events = prepare(head, [new Noted({ text: over.text ?? 'x' })], by, by.at);
    return { commandId: by.commandId, heads: [head], events, inline: [], ...over };
  };
  const after = ({ events }: Append): Head => {
    const { stream, version, id } = events.at(-1)!;
    return { stream, version, eventId: id };
  };
  const stored = async (appends: readonly Append[]) => {
    const rows = await store.database.query<{ command_id: string; position: number; recorded_at: Date }>(
      'select command_id, position, recorded_at from platform.events where command_id = any ($1) order by position',
      [appends.map(({ commandId }) => commandId)],
    );
    return { rows, inserts: new Set(rows.map((row) => row.recorded_at.toISOString())).size };
  };
  const all = (appends: readonly Append[]) =>
    Promise.allSettled(appends.map((one) => store.committer.append(one)));
  const row = (n: number) => ({
    statement: 'insert into rows_of_spec select n from json_to_recordset($1) as r(n int)',
    row: { n },
  });

  it('are one insert, in the order in which they came, each told its own position', async () => {
    const first = append();
    const second = append(after(first));
    const appends = [first, append(), second, append(after(second)), append()];
    const outcomes = await all(appends);
    const { rows, inserts } = await stored(appends);
    expect(inserts).toBe(1);
    expect(rows.map(({ command_id }) => command_id)).toEqual(appends.map(({ commandId }) => commandId));
    expect(outcomes).toEqual(
      rows.map(({ position }) => ({ status: 'fulfilled', value: { kind: 'appended', position } })),
    );
  });

  it('fail alone when their stream has moved on, and take those with them that build on them', async () => {
    const taken = fresh();
    await store.committer.append(append(taken));
    const loser = append(taken);
    const appends = [append(), loser, append(after(loser)), append()];
    const kinds = (await all(appends)).map((end) => end.status === 'fulfilled' && end.value.kind);
    expect(kinds).toEqual(['appended', 'conflict', 'conflict', 'appended']);
    expect((await stored(appends)).rows).toHaveLength(2);
  });

  it('fail alone when only what one of them read has moved on', async () => {
    const read = fresh();
    await store.committer.append(append(read));
    const target = fresh();
    const appends = [append(), append(target, { heads: [target, read] })];
    const kinds = (await all(appends)).map((end) => end.status === 'fulfilled' && end.value.kind);
    expect(kinds).toEqual(['appended', 'conflict']);
  });

  it('fail alone when a row beside them breaks a rule', async () => {
    const appends = [
      append(undefined, { inline: [row(1)] }),
      append(undefined, { inline: [row(-1)] }),
      append(undefined, { inline: [row(2)] }),
    ];
    const outcomes = await all(appends);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await stored(appends)).rows).toHaveLength(2);
    expect(await store.database.query('select n from rows_of_spec order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('are stored once when they are copies of one command', async () => {
    const commandId = newId();
    const outcomes = await all([append(undefined, { commandId }), append(undefined, { commandId })]);
    const kinds = outcomes.map((end) => end.status === 'fulfilled' && end.value.kind);
    expect(kinds).toEqual(['appended', 'duplicate']);
    await expect(store.committer.append(append(undefined, { commandId }))).resolves.toEqual({
      kind: 'duplicate',
    });
  });

  it('bring rows of a new kind, whichever way they go first', async () => {
    const statement = 'insert into rows_of_spec select m from json_to_recordset($1) as r(m int)';
    const commandId = newId();
    const [first, copy] = [7, 8].map((m) =>
      append(undefined, { commandId, inline: [{ statement, row: { m } }] }),
    );
    await all([first!, copy!]);
    const later = append(undefined, { inline: [{ statement, row: { m: 9 } }] });
    await expect(store.committer.append(later)).resolves.toMatchObject({ kind: 'appended' });
    expect(await store.database.query('select n from rows_of_spec where n > 6 order by n')).toEqual([
      { n: 7 },
      { n: 9 },
    ]);
  });

  it('are split where one statement would carry too many bytes', async () => {
    const text = 'x'.repeat(800_000);
    const appends = Array.from({ length: 12 }, () => append(undefined, { text }));
    await all(appends);
    const { rows, inserts } = await stored(appends);
    expect(rows).toHaveLength(12);
    expect(inserts).toBe(3);
  });

  it('carry rows that nobody waits for, which go alone when nothing else comes', async () => {
    const lazily = store.committer.appendLazily([row(100)]);
    await store.committer.append(append());
    expect(await store.database.query('select n from rows_of_spec where n = 100')).toHaveLength(1);
    await lazily;
    await store.committer.appendLazily([row(101)]);
    expect(await store.database.query('select n from rows_of_spec where n = 101')).toHaveLength(1);
  });

  it('that follow from what the log has lost behind a new connection are refused; others are stored', async () => {
    let isIntact = true;
    const forget = store.log.onRewritten(() => (isIntact = false));
    const lost = append();
    await store.committer.append(lost);
    await store.database.query('alter table platform.events disable trigger user');
    await store.database.query('delete from platform.events where command_id = $1', [lost.commandId]);
    await store.database.query('alter table platform.events enable trigger user');
    await store.database.query(
      `select pg_terminate_backend(pid, 2000) from pg_stat_activity
       where application_name = 'waybill-committer' and datname = current_database()`,
    );
    const [follower, stranger] = await all([append(fresh(), { stillHolds: () => isIntact }), append()]);
    forget();
    expect(isIntact).toBe(false);
    expect(follower).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    expect(stranger).toMatchObject({ status: 'fulfilled', value: { kind: 'appended' } });
  });

  describe('to a log that has lost its end while the connection lived on', () => {
    /** As files put back beneath the server, or another server behind a proxy: nothing breaks. */
    const behindOurBack = async (change: string, { commandId }: Append) => {
      await store.database.query('alter table platform.events disable trigger user');
      await store.database.query(`${change} where command_id = $1`, [commandId]);
      await store.database.query('alter table platform.events enable trigger user');
    };
    const lose = (lost: Append) => behindOurBack('delete from platform.events', lost);
    const losses = () => {
      const heard = { times: 0, end: () => undefined as void };
      heard.end = store.log.onRewritten(() => heard.times++);
      return heard;
    };

    it.each([
      ['is gone', 'delete from platform.events'],
      ['is another one', 'update platform.events set event_id = gen_random_uuid()'],
    ])('are refused where they follow from what %s; others are stored', async (_, change) => {
      const lost = append();
      await store.committer.append(lost);
      await behindOurBack(change, lost);
      const heard = losses();
      const [follower, stranger] = await all([
        append(fresh(), { stillHolds: () => heard.times === 0 }),
        append(),
      ]);
      heard.end();
      expect(heard.times).toBe(1);
      expect(follower).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
      expect(stranger).toMatchObject({ status: 'fulfilled', value: { kind: 'appended' } });
    });

    it('are refused also where they cannot share a statement', async () => {
      const lost = append();
      await store.committer.append(lost);
      await lose(lost);
      const heard = losses();
      const commandId = newId();
      const stillHolds = () => heard.times === 0;
      const ends = await all([append(fresh(), { commandId, stillHolds }), append(fresh(), { commandId })]);
      heard.end();
      expect(ends).toMatchObject([
        { status: 'rejected', reason: { name: 'StoreUnavailable' } },
        { status: 'fulfilled', value: { kind: 'appended' } },
      ]);
    });

    it('throw away what is remembered before anything more is decided on it', async () => {
      const id = newId();
      const by = () => systemContext('spec');
      const noted: Decider<number, Noted, 'noteId'> = {
        ...{ category: 'note', idKey: 'noteId', events: [Noted], shape: 1, notFound: 'note.not-found' },
        initial: 0,
        evolve: (count) => count + 1,
      };
      const commandId = newId();
      const written = await store.aggregates.execute(noted, id, systemContext('spec', { commandId }), () => [
        new Noted({ text: 'lost' }),
      ]);
      expect(store.tail.reach(written.position - 1)).toBe(written.position);
      await lose({ commandId, heads: [], events: [], inline: [] });
      await store.committer.appendLazily([row(200)]);
      expect(store.tail.reach(written.position - 1)).toBe(written.position - 1);
      const seen: number[] = [];
      const { version } = await store.aggregates.execute(noted, id, by(), (count) => {
        seen.push(count);
        return [new Noted({ text: 'again' })];
      });
      expect([version, seen]).toEqual([1, [0]]);
    });

    it('hear of it once, whoever notices first', async () => {
      const lost = append();
      await store.committer.append(lost);
      await store.log.head();
      await lose(lost);
      const heard = losses();
      await store.log.head();
      await store.committer.append(append());
      await store.log.head();
      heard.end();
      expect(heard.times).toBe(1);
    });

    it('are stored where another session has taken the place of the one that knew our statements', async () => {
      await store.database.query(
        `create function forget_of_spec(rows json) returns void language plpgsql as
         $$ begin execute 'deallocate all'; end $$`,
      );
      const statement = 'select forget_of_spec($1)';
      await store.committer.append(append(undefined, { inline: [{ statement, row: {} }] }));
      const appends = [append(undefined, { inline: [row(300)] }), append()];
      expect(await all(appends)).toMatchObject([
        { status: 'fulfilled', value: { kind: 'appended' } },
        { status: 'fulfilled', value: { kind: 'appended' } },
      ]);
      expect((await stored(appends)).rows).toHaveLength(2);
      expect(await store.database.query('select n from rows_of_spec where n = 300')).toHaveLength(1);
    });
  });
});
