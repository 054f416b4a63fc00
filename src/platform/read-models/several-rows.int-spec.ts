import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idOf } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, count, Counted } from '../testing/tally.js';
import { defineReadModel } from './read-model.js';
import { projects } from './read-models.js';
import { RebuildStore, type RebuildMode } from './rebuild-store.js';
import { Rebuilder } from './rebuilder.js';

@Entity({ schema: 'spec', name: 'days' })
class DayRow {
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('text') id: string;
  @PrimaryColumn('int') by: number;
  @Column('int') times: number;
}

/** How often a tally was counted by how much on a day; 0 stands for any. A closed one is forgotten. */
const days = defineReadModel<DayRow, readonly [string, string, number]>({
  name: 'spec.days',
  entity: DayRow,
  shape: 1,
  events: [Counted, Closed],
  keys({ stream, event, occurredAt }) {
    const [day, id] = [occurredAt.slice(0, 10), idOf(stream)];
    if (event.type === 'Closed') return [[day, id]];
    return [
      [day, id, (event as Counted).data.by],
      [day, id, 0],
    ];
  },
  project(row, { event }, [day, id, by]) {
    if (event.type === 'Closed') return undefined;
    return { day, id, by, times: (row?.times ?? 0) + 1 };
  },
});

@Entity({ schema: 'spec', name: 'ranks' })
class RankRow {
  @PrimaryColumn('text') id: string;
  @Column('int') total: number;
  @Column('text', { nullable: true }) leader: string | null;
  @Column('boolean') leads: boolean;
}

const BOARD = 'the board';

/** Which tally is the highest: the row of the board tells whose other row has to change. */
const ranks = defineReadModel<RankRow>({
  name: 'spec.ranks',
  entity: RankRow,
  shape: 1,
  events: [Counted],
  reads: ({ stream }) => [BOARD, idOf(stream)],
  keys({ stream, event }, own) {
    const board = own.get(BOARD);
    const total = (own.get(idOf(stream))?.total ?? 0) + (event as Counted).data.by;
    if (board && total <= board.total) return [idOf(stream)];
    const dethroned = board?.leader && board.leader !== idOf(stream) ? [board.leader] : [];
    return [...dethroned, idOf(stream), BOARD];
  },
  project(row, { stream, event }, id, own) {
    const mine = idOf(stream);
    const total = (own.get(mine)?.total ?? 0) + (id === mine ? (event as Counted).data.by : 0);
    if (id === BOARD) return { id, total, leader: mine, leads: false };
    if (id !== mine) return { ...row!, leads: false };
    const board = own.get(BOARD);
    return { id, total, leader: null, leads: !board || total > board.total };
  },
});

describe('A read model whose events touch several rows', () => {
  let db: TestDatabase;
  let instance: Instance;
  beforeAll(async () => {
    db = await testDatabase();
    instance = await startInstance(db.url, {
      providers: [projects(days), projects(ranks)],
      entities: [DayRow, RankRow],
    });
    await instance.database.query('create schema spec');
    await instance.database.query(
      'create table spec.days (day date, id text, by int, times int not null, primary key (day, id, by))',
    );
    await instance.database.query(
      'create table spec.ranks (id text primary key, total int not null, leader text, leads boolean not null)',
    );
  });
  afterAll(async () => {
    await instance.stop();
    await db.drop();
  });

  const caughtUp = async (name: string) =>
    eventually(async () => (await instance.subscriptions.get(name)).lag === 0, 30_000);
  const rebuilt = async (model: string, mode: RebuildMode) => {
    const rebuilder = instance.module.get(Rebuilder);
    const why = { requestedBy: 'operator:spec', reason: 'spec' };
    const { id } = await rebuilder.request(instance.database, model, mode, why);
    rebuilder.beat();
    return eventually(async () => {
      const rebuild = await instance.module.get(RebuildStore).find(id);
      return rebuild && rebuild.state !== 'running' && rebuild;
    }, 30_000);
  };
  const dayRows = () => instance.database.query('select id, by, times from spec.days order by id, by');

  it('keeps rows under keys of several columns, also many of one event, and forgets all that begin alike', async () => {
    await count(instance.store, 'a', 1, 2, 2);
    await count(instance.store, 'b', 5, 5, new Closed({}), 7);
    await count(instance.store, 'c', 1, new Closed({}));
    await caughtUp('spec.days');
    expect(await dayRows()).toEqual([
      { id: 'a', by: 0, times: 3 },
      { id: 'a', by: 1, times: 1 },
      { id: 'a', by: 2, times: 2 },
      { id: 'b', by: 0, times: 1 },
      { id: 'b', by: 7, times: 1 },
    ]);
    await count(instance.store, 'a', new Closed({}));
    await caughtUp('spec.days');
    expect(await dayRows()).toEqual([
      { id: 'b', by: 0, times: 1 },
      { id: 'b', by: 7, times: 1 },
    ]);
  });

  it('tells rows apart whose keys are nearly written alike', async () => {
    const ids = ['q', '=q', '["q"]', '["q","0"]', '{q,"\\\\}', "q'"];
    for (const id of ids) await count(instance.store, id, 3);
    await count(instance.store, '["q"]', new Closed({}));
    await caughtUp('spec.days');
    const rows = await instance.database.query<DayRow>(
      `select * from spec.days where id like '%q%' and by = 3`,
    );
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids.filter((id) => id !== '["q"]')));
    await caughtUp('spec.ranks');
    const ranked = await instance.database.query<RankRow>(`select * from spec.ranks where id like '%q%'`);
    expect(ranked.map(({ id, total }) => [id, total]).sort()).toEqual(ids.map((id) => [id, 3]).sort());
  });

  it('may look at rows of its own, of the same batch too', async () => {
    await count(instance.store, 'x', 100);
    await Promise.all([count(instance.store, 'y', 101), count(instance.store, 'z', 3)]);
    await count(instance.store, 'x', 4);
    await caughtUp('spec.ranks');
    const rows = await instance.database.query<RankRow>('select * from spec.ranks order by id');
    expect(rows.filter(({ leads }) => leads).map(({ id, total }) => [id, total])).toEqual([['x', 104]]);
    expect(rows.find(({ id }) => id === BOARD)).toMatchObject({ leader: 'x', total: 104 });
  });

  it.each([
    ['spec.days', `update spec.days set times = times + 1 where id = 'm1' and by = 0`],
    ['spec.ranks', `update spec.ranks set total = total + 1 where id = 'm1'`],
  ])('%s is rebuilt to exactly what the live one says', async (model, forgery) => {
    for (let n = 0; n < 40; n++) {
      await count(instance.store, `m${n % 7}`, 1 + ((n * 7) % 5), ...(n % 11 === 0 ? [new Closed({})] : []));
    }
    await caughtUp(model);
    expect(await rebuilt(model, 'verify')).toMatchObject({ state: 'done', comparison: { differences: 0 } });
    expect(await rebuilt(model, 'switch')).toMatchObject({ state: 'done', comparison: { differences: 0 } });
    await instance.database.query(forgery);
    expect((await rebuilt(model, 'verify')).comparison!.differences).toBe(1);
  });
});
