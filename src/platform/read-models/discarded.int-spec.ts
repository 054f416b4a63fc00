import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idOf } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { count, Counted } from '../testing/tally.js';
import { defineReadModel } from './read-model.js';
import { projects } from './read-models.js';
import { RebuildStore, type RebuildMode } from './rebuild-store.js';
import { Rebuilder } from './rebuilder.js';

const why = { actor: { role: 'operator', id: 'olga' }, reason: 'a wrong count' } as const;

@Entity({ schema: 'spec', name: 'books' })
class BookRow {
  @PrimaryColumn('text') id: string;
  @Column('int') total: number;
}

const books = defineReadModel<BookRow>({
  name: 'spec.books',
  entity: BookRow,
  shape: 1,
  events: [Counted],
  keys: ({ stream }) => [idOf(stream)],
  project: (row, { event }, id) => ({ id, total: (row?.total ?? 0) + (event as Counted).data.by }),
});

describe('What an operator has discarded', () => {
  let db: TestDatabase;
  let instance: Instance;
  beforeAll(async () => {
    db = await testDatabase();
    instance = await startInstance(db.url, { providers: [projects(books)], entities: [BookRow] });
    await instance.database.query('create schema spec');
    await instance.database.query(
      'create table spec.books (id text primary key, total int not null check (total >= 0))',
    );
  });
  afterAll(async () => {
    await instance.stop();
    await db.drop();
  });

  const rebuilt = async (mode: RebuildMode) => {
    const rebuilder = instance.module.get(Rebuilder);
    const { id } = await rebuilder.request(instance.database, 'spec.books', mode, {
      requestedBy: 'operator:spec',
      reason: 'spec',
    });
    rebuilder.beat();
    return eventually(async () => {
      const rebuild = await instance.module.get(RebuildStore).find(id);
      return rebuild && rebuild.state !== 'running' && rebuild;
    }, 30_000);
  };

  it('is left out by every rebuild and verification, also when its row is long gone', async () => {
    await count(instance.store, 'a', 5, -100, 7);
    await count(instance.store, 'b', 1);
    const [head] = await eventually(async () => {
      const list = await instance.parked.list({ subscription: 'spec.books', state: 'parked', limit: 5 });
      return list.length > 0 && list;
    }, 30_000);
    await instance.parked.discard(head!.id, why);
    await eventually(async () => (await instance.subscriptions.get('spec.books')).parked === 0, 30_000);
    const rows = () => instance.database.query('select id, total from spec.books order by id');
    const expected = [
      { id: 'a', total: 12 },
      { id: 'b', total: 1 },
    ];
    expect(await rows()).toEqual(expected);
    await instance.database.query('delete from platform.parked');
    expect(await rebuilt('verify')).toMatchObject({ state: 'done', comparison: { differences: 0 } });
    expect(await rebuilt('switch')).toMatchObject({ state: 'done', error: null });
    expect(await rows()).toEqual(expected);
  });
});
