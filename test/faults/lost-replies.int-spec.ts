import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Decider } from '../../src/platform/core/decider.js';
import { event } from '../../src/platform/core/event.js';
import { newId } from '../../src/platform/core/ids.js';
import { systemContext } from '../../src/platform/cqrs/command.js';
import { CommitUnknown } from '../../src/platform/event-store/database-errors.js';
import { testDatabase, type TestDatabase } from '../../src/platform/testing/database.js';
import { eventually } from '../../src/platform/testing/eventually.js';
import { testStore, type TestStore } from '../../src/platform/testing/store.js';
import { faultyLink, type FaultyLink } from './proxy.js';

class Noted extends event('Noted', z.strictObject({ n: z.number() })) {}
const notes: Decider<{ count: number }, Noted, 'noteId'> = {
  category: 'note',
  idKey: 'noteId',
  events: [Noted],
  initial: { count: 0 },
  evolve: ({ count }) => ({ count: count + 1 }),
  shape: 1,
  notFound: 'note.not-found',
};

describe('when the reply to a write is lost', () => {
  let database: TestDatabase;
  let link: FaultyLink;
  let store: TestStore;
  beforeAll(async () => {
    database = await testDatabase();
    link = await faultyLink(database.url);
    store = await testStore([notes], link.url);
  });
  afterAll(async () => {
    await store.close();
    await link.close();
    await database.drop();
  });

  it('an append is neither lost nor stored twice, and its caller gets the true answer', async () => {
    const id = newId();
    link.cutRepliesTo('platform.append', 2);
    const answers = [];
    for (let n = 0; n < 60; n++) {
      const by = systemContext('spec');
      answers.push(await store.aggregates.execute(notes, id, by, () => [new Noted({ n })]));
    }
    link.heal();
    expect(link.cuts).toBeGreaterThanOrEqual(20);
    expect(answers.map(({ version }) => version)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    const stored = await store.log.readStream(`note-${id}`);
    expect(stored.map(({ event: { data } }) => data)).toEqual(Array.from({ length: 60 }, (_, n) => ({ n })));
    expect(answers.map(({ position }) => position)).toEqual(stored.map(({ position }) => position));
  });

  it('a transaction is reported as unknown, never as failed, and its connection is thrown away', async () => {
    await store.database.query('create table ledger_of_spec (n int primary key)');
    link.cutRepliesTo('commit');
    const attempt = store.database.transaction(async (tx) => {
      await tx.query('insert into ledger_of_spec values (1)');
    });
    await expect(attempt).rejects.toBeInstanceOf(CommitUnknown);
    link.heal();
    // The request is carried out, though nobody hears when.
    const [written] = await eventually(
      () => store.database.query('select n from ledger_of_spec'),
      ({ length }) => length > 0,
    );
    expect(written).toEqual({ n: 1 });
    await store.database.transaction(async (tx) => tx.query('insert into ledger_of_spec values (2)'));
    expect(await store.database.query('select n from ledger_of_spec order by n')).toEqual([
      { n: 1 },
      { n: 2 },
    ]);
  });
});
