import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { testStore, type TestStore } from '../testing/store.js';
import { prepare, type Append, type Head } from './append.js';

class Noted extends event('Noted')<{ text: string }>() {}
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
    return { commandId: by.commandId, heads: [head], events, alongside: [], ...over };
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
      append(undefined, { alongside: [row(1)] }),
      append(undefined, { alongside: [row(-1)] }),
      append(undefined, { alongside: [row(2)] }),
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
      append(undefined, { commandId, alongside: [{ statement, row: { m } }] }),
    );
    await all([first!, copy!]);
    const later = append(undefined, { alongside: [{ statement, row: { m: 9 } }] });
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
});
