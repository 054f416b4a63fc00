import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { idOf } from '../event-store/recorded.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { eventually } from '../testing/eventually.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { Closed, count, Counted } from '../testing/tally.js';
import { defineReadModel, type ReadModel } from './read-model.js';
import { projects } from './read-models.js';
import { RebuildStore, type Rebuild, type RebuildMode } from './rebuild-store.js';
import { Rebuilder } from './rebuilder.js';

@Entity({ schema: 'spec', name: 'tallies' })
class TallyRow {
  @PrimaryColumn('text') id: string;
  @Column('bigint', { name: 'sum_total' }) total: number;
  @Column('timestamptz', { name: 'last_at' }) lastAt: Date;
  @Column('json') history: number[];
  @Column('text', { nullable: true }) note: string | null;
}

const tallies = defineReadModel<TallyRow>({
  name: 'spec.tallies',
  entity: TallyRow,
  shape: 1,
  events: [Counted, Closed],
  keys: ({ stream }) => [idOf(stream)],
  project(row, { event, occurredAt }, id) {
    if (event.type === 'Closed') return undefined;
    const { by } = (event as Counted).data;
    return {
      id,
      total: (row?.total ?? 0) + by,
      lastAt: new Date(occurredAt),
      history: [...(row?.history ?? []).slice(-3), by],
      note: by === 13 ? 'O\'Brien "quoted" \\ ümlaut' : null,
    };
  },
});

describe('a read model', () => {
  let db: TestDatabase;
  let admin: pg.Client;
  let running: Instance[] = [];
  beforeAll(async () => {
    db = await testDatabase();
    admin = new pg.Client({ connectionString: db.url });
    await admin.connect();
    await admin.query('create schema spec');
    await admin.query(
      `create table spec.tallies (id text primary key, sum_total bigint not null check (sum_total >= 0),
         last_at timestamptz not null, history json not null, note text)`,
    );
    await admin.query('create index tallies_by_total on spec.tallies (sum_total, id)');
    await admin.query('create view audit.tallies as select id, sum_total from spec.tallies');
    await admin.query('grant select on audit.tallies, spec.tallies to waybill_auditor');
  });
  beforeEach(async () => {
    await start();
  });
  afterEach(async () => {
    await Promise.all(running.map((instance) => instance.stop()));
    running = [];
  });
  afterAll(async () => {
    await admin.end();
    await db.drop();
  });

  async function start(model: ReadModel<TallyRow> = tallies): Promise<Instance> {
    const instance = await startInstance(db.url, { providers: [projects(model)], entities: [TallyRow] });
    running.push(instance);
    return instance;
  }
  async function request(instance: Instance, mode: RebuildMode): Promise<string> {
    const rebuilder = instance.module.get(Rebuilder);
    const why = { requestedBy: 'operator:spec', reason: 'spec' };
    const { id } = await rebuilder.request(instance.database, 'spec.tallies', mode, why);
    rebuilder.beat();
    return id;
  }
  const ended = (instance: Instance, id: string): Promise<Rebuild> =>
    eventually(async () => {
      const rebuild = await instance.module.get(RebuildStore).find(id);
      return rebuild && rebuild.state !== 'running' && rebuild;
    }, 30_000);
  const rows = async () =>
    (await admin.query<TallyRow & { sum_total: number }>('select * from spec.tallies order by id')).rows;
  /** What the table must say, from the log alone. */
  const expected = async (): Promise<Map<string, number>> => {
    const { rows: events } = await admin.query<{ stream_id: string; type: string; data: { by: number } }>(
      'select stream_id, type, data from platform.events order by position',
    );
    const totals = new Map<string, number>();
    for (const { stream_id, type, data } of events) {
      const id = idOf(stream_id);
      if (type === 'Closed') totals.delete(id);
      else totals.set(id, (totals.get(id) ?? 0) + data.by);
    }
    return totals;
  };
  const caughtUp = async (instance: Instance) =>
    expect(await instance.progress.waitFor('spec.tallies', await instance.log.head(), 10_000)).toBe(true);

  it('follows the log: makes, changes and removes rows', async () => {
    const instance = running[0]!;
    await count(instance.store, 'a', 1, 2, 13);
    await count(instance.store, 'b', 5, new Closed({}));
    await count(instance.store, 'c', 7);
    await count(instance.store, 'c', 8);
    await caughtUp(instance);
    const found = await rows();
    expect(found.map(({ id, sum_total, history, note }) => [id, sum_total, history, note])).toEqual([
      ['a', 16, [1, 2, 13], 'O\'Brien "quoted" \\ ümlaut'],
      ['c', 15, [7, 8], null],
    ]);
  });

  it('rebuilt from the log is the same, while it is read and written all the time', async () => {
    const instance = running[0]!;
    const long = Array.from({ length: 300 }, (_, n) => n);
    await Promise.all(Array.from({ length: 40 }, (_, n) => count(instance.store, `long-${n}`, ...long)));
    await caughtUp(instance);
    let busy = true;
    let reads = 0;
    let empty = 0;
    const writing = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; busy; n++)
        await count(instance.store, `w${writer}-${n % 50}`, n, ...(n % 9 ? [] : [new Closed({})]));
    });
    const reading = (async () => {
      while (busy) {
        const { rowCount } = await admin.query('select id, sum_total from spec.tallies limit 5');
        reads++;
        if (!rowCount) empty++;
        await new Promise(setImmediate);
      }
    })();
    const done = await ended(instance, await request(instance, 'switch'));
    busy = false;
    await Promise.all([...writing, reading]);
    expect([done.state, done.error, done.comparison?.differences]).toEqual(['done', null, 0]);
    expect(done.events).toBeGreaterThan(10_000);
    expect(done.comparison!.checksum.live).toBe(done.comparison!.checksum.rebuilt);
    expect([reads > 0, empty]).toEqual([true, 0]);
    await caughtUp(instance);
    expect(new Map((await rows()).map(({ id, sum_total }) => [id, sum_total]))).toEqual(await expected());
    const verified = await ended(instance, await request(instance, 'verify'));
    expect(verified.comparison?.differences).toBe(0);
  });

  it('keeps its indexes, grants and views through the switch', async () => {
    const { rows: indexes } = await admin.query<{ indexname: string }>(
      `select indexname from pg_indexes where schemaname = 'spec' order by 1`,
    );
    expect(indexes.map(({ indexname }) => indexname)).toEqual(['tallies_by_total', 'tallies_pkey']);
    const { rows: tables } = await admin.query(`select 1 from pg_tables where schemaname = 'spec'`);
    expect(tables).toHaveLength(1);
    await admin.query('set role waybill_auditor');
    const { rows: seen } = await admin.query('select * from audit.tallies');
    await admin.query('reset role');
    const { rows: granted } = await admin.query<{ may: boolean }>(
      `select has_table_privilege('waybill_auditor', 'spec.tallies', 'select') as may`,
    );
    expect(granted[0]!.may).toBe(true);
    expect(seen).toHaveLength((await rows()).length);
    const { rows: checkpoints } = await admin.query<{ epoch: number }>(
      `select epoch from audit.checkpoints where projection = 'spec.tallies'`,
    );
    expect(checkpoints[0]!.epoch).toBe(2);
  });

  it('keeps the index, the column and the check that came to its table while it was rebuilt', async () => {
    const instance = running[0]!;
    await count(instance.store, 'a', 1);
    await caughtUp(instance);
    await admin.query('begin');
    await admin.query('lock table spec.tallies in access share mode');
    const id = await request(instance, 'switch');
    await eventually(async () => (await instance.module.get(RebuildStore).find(id))?.phase === 'comparing');
    await admin.query('create index tallies_by_time on spec.tallies (last_at)');
    await admin.query(
      'alter table spec.tallies add column hint text default $$none$$, add check (sum_total < 1e9)',
    );
    await admin.query('commit');
    expect(await ended(instance, id)).toMatchObject({ state: 'done', error: null });
    const { rows: indexes } = await admin.query(
      `select indexname as name from pg_indexes where schemaname = 'spec' and tablename = 'tallies' order by 1`,
    );
    expect(indexes.map(({ name }) => name as string)).toEqual([
      'tallies_by_time',
      'tallies_by_total',
      'tallies_pkey',
    ]);
    const found = (await rows()) as { id: string; hint?: string }[];
    expect(new Set(found.map(({ hint }) => hint))).toEqual(new Set(['none']));
    expect(new Set(found.map((row) => row.id))).toEqual(new Set((await expected()).keys()));
    await expect(admin.query('update spec.tallies set sum_total = 2e9')).rejects.toThrow(/check/);
    await admin.query('drop index spec.tallies_by_time');
    await admin.query('alter table spec.tallies drop column hint, drop constraint tallies_sum_total_check1');
  });

  it('is switched without making anybody wait for a long reader, and compared once', async () => {
    const instance = running[0]!;
    await count(instance.store, 'waiting', 1);
    await caughtUp(instance);
    await admin.query('create table spec.comparisons (id uuid)');
    await admin.query(`
      create function spec.compared() returns trigger language plpgsql as $$
      begin insert into spec.comparisons values (new.id); return null; end $$`);
    await admin.query(`
      create trigger compared after update of comparison on platform.rebuilds
      for each row execute function spec.compared()`);
    const reader = new pg.Client({ connectionString: db.url });
    await reader.connect();
    await reader.query('begin');
    await reader.query('select 1 from spec.tallies limit 1');
    const id = await request(instance, 'switch');
    await eventually(async () => (await instance.module.get(RebuildStore).find(id))!.comparison !== null);
    let longest = 0;
    for (const end = performance.now() + 4_000; performance.now() < end;) {
      const since = performance.now();
      await admin.query('select 1 from spec.tallies limit 1');
      longest = Math.max(longest, performance.now() - since);
      await count(instance.store, 'waiting', 1);
    }
    expect((await instance.module.get(RebuildStore).find(id))!.state).toBe('running');
    await reader.query('rollback');
    await reader.end();
    expect((await ended(instance, id)).state).toBe('done');
    expect(longest).toBeLessThan(2_500);
    expect((await admin.query('select id from spec.comparisons')).rows).toEqual([{ id }]);
    await admin.query('drop trigger compared on platform.rebuilds');
    await admin.query('drop table spec.comparisons');
    await caughtUp(instance);
    expect(new Map((await rows()).map((row) => [row.id, row.sum_total]))).toEqual(await expected());
  });

  it('verifies without touching the live table, and names the rows that were planted, changed and lost', async () => {
    const instance = running[0]!;
    await caughtUp(instance);
    const [first, second] = await rows();
    await admin.query('update spec.tallies set sum_total = sum_total + 1 where id = $1', [first!.id]);
    await admin.query('delete from spec.tallies where id = $1', [second!.id]);
    await admin.query(`insert into spec.tallies values ('planted', 1, now(), '[]', null)`);
    const planted = await rows();
    const { comparison } = await ended(instance, await request(instance, 'verify'));
    expect(comparison!.differences).toBe(3);
    const kinds = comparison!.sample.map(({ key, live, rebuilt }) => [key, live !== null, rebuilt !== null]);
    expect(kinds.sort()).toEqual(
      [
        [first!.id, true, true],
        [second!.id, false, true],
        ['planted', true, false],
      ].sort(),
    );
    expect(comparison!.checksum.live).not.toBe(comparison!.checksum.rebuilt);
    expect(await rows()).toEqual(planted);
    const repaired = await ended(instance, await request(instance, 'switch'));
    expect([repaired.state, repaired.comparison!.differences]).toEqual(['done', 3]);
    expect(new Map((await rows()).map(({ id, sum_total }) => [id, sum_total]))).toEqual(await expected());
  });

  it('is carried on by another process when the one that rebuilds it dies, and what the dead one still does is void', async () => {
    const [first] = running;
    await caughtUp(first!);
    const store = first!.module.get(RebuildStore);
    const why = {
      model: 'spec.tallies',
      mode: 'switch',
      shape: 1,
      requestedBy: 'operator:spec',
      reason: 'kill',
    } as const;
    // In one transaction, or a living process would take it first.
    const dead = await first!.database.transaction(async (tx) => {
      const requested = (await store.request(tx, why))!;
      await tx.query(
        `update platform.rebuilds
         set owner = 'dead', fence = 1, lease_until = clock_timestamp() + interval '1 minute' where id = $1`,
        [requested.id],
      );
      return { ...requested, fence: 1 };
    });
    const { id } = dead;
    await admin.query('create table spec.tallies__rebuild (like spec.tallies including all)');
    await admin.query(`insert into spec.tallies__rebuild select * from spec.tallies`);
    const { rows: at } = await admin.query<{ position: number }>(
      `select position from platform.subscriptions where name = 'spec.tallies'`,
    );
    const half = { phase: 'copying', position: at[0]!.position, target: at[0]!.position, events: 1 } as const;
    await store.advance(first!.database, dead, half, 60_000);
    await admin.query('update platform.rebuilds set lease_until = clock_timestamp() where id = $1', [id]);
    const { store: other } = await start();
    await count(other, 'after-death', 4);
    const done = await ended(first!, id);
    expect([done.state, done.comparison?.differences]).toEqual(['done', 0]);
    expect(done.position).toBeGreaterThanOrEqual(at[0]!.position);
    await expect(store.advance(first!.database, dead, half, 60_000)).rejects.toThrow('somebody else');
    await caughtUp(first!);
    expect(new Map((await rows()).map(({ id: key, sum_total }) => [key, sum_total]))).toEqual(
      await expected(),
    );
  });

  it('is rebuilt at the start of a program that knows a newer shape, and then leaves the older program out', async () => {
    await caughtUp(running[0]!);
    const doubled: ReadModel<TallyRow> = {
      ...tallies,
      shape: 2,
      project: (row, recorded, key, own) => {
        const next = tallies.project(row, recorded, key, own);
        return next && { ...next, note: 'shape 2' };
      },
    };
    const newer = await start(doubled);
    await eventually(async () => (await rows()).every(({ note }) => note === 'shape 2'), 20_000);
    await eventually(() => newer.runner.running().includes('spec.tallies'));
    const last = await count(running[0]!.store, 'late', 1);
    expect(await newer.progress.waitFor('spec.tallies', last, 10_000)).toBe(true);
    expect((await rows()).find(({ id }) => id === 'late')!.note).toBe('shape 2');
    expect(running[0]!.runner.running()).toEqual([]);
  });
});
