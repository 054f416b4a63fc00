import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { testStore, type TestStore } from '../testing/store.js';
import { migrations } from '../../migrations.js';
import { startPostgres } from '../../../scripts/postgres.mjs';
import { prepare } from './append.js';
import { migrate } from './migrate.js';

class Ticked extends event('Ticked', z.strictObject({ n: z.number() })) {}
const clock = {
  category: 'clock',
  idKey: 'clockId',
  events: [Ticked],
  initial: { ticks: 0 },
  evolve: ({ ticks }: { ticks: number }) => ({ ticks: ticks + 1 }),
  shape: 1,
  notFound: 'clock.not-found',
};

/** Somebody who writes past the program: raw SQL, own transactions. */
const RAW = `insert into platform.events
  (stream_id, version, event_id, command_id, command_index, type, schema_version, data, metadata, occurred_at)
  values ($1, 1, gen_random_uuid(), gen_random_uuid(), 0, 'Ticked', 1, '{"n":0}', '{"actor":"raw"}', now())`;

describe('the order of the log', () => {
  let store: TestStore;
  const clients: pg.Client[] = [];
  const session = async (url = store.url) => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };
  const tick = (n = 0) =>
    store.aggregates.execute(clock, newId(), systemContext('spec'), () => [new Ticked({ n })]);
  beforeAll(async () => {
    store = await testStore([clock]);
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await store.close();
  });

  it('never lets an event appear behind a reader, though a writer pauses in mid-transaction', async () => {
    const paused = await session();
    await paused.query(`set idle_in_transaction_session_timeout = '700ms'`);
    await paused.query('begin');
    await paused.query(RAW, [`clock-${newId()}`]);
    const waiting = Promise.all(Array.from({ length: 20 }, () => tick()));
    const seen = new Set<number>();
    let behind = 0;
    let cursor = 0;
    const watch = async (until: number) => {
      while (performance.now() < until) {
        for (const { position } of await store.log.readAfter(0, 10_000)) {
          if (!seen.has(position) && position <= cursor) behind++;
          seen.add(position);
        }
        cursor = Math.max(cursor, ...seen);
        await sleep(20);
      }
    };
    await watch(performance.now() + 1_500);
    await waiting;
    await watch(performance.now() + 100);
    expect([behind, seen.size]).toEqual([0, 20]);
  });

  it('is not stalled by a foreign transaction that stays open', async () => {
    const foreign = await session();
    await foreign.query('create table foreign_work (n int)');
    await foreign.query('begin');
    await foreign.query('insert into foreign_work values (1)');
    const { position } = await tick();
    const [read] = await store.log.readAfter(position - 1, 1);
    expect(read?.position).toBe(position);
    await foreign.query('rollback');
  });

  it('follows commits, not transaction ids', async () => {
    const early = await session();
    await early.query('begin');
    await early.query('select pg_current_xact_id()');
    const { position: late } = await tick();
    const id = `clock-${newId()}`;
    await early.query(RAW, [id]);
    await early.query('commit');
    const [last] = (await store.log.readAfter(late - 1, 10)).slice(-1);
    expect([last?.stream, last!.position > late]).toEqual([id, true]);
  });

  it('never goes back in time, though the clock of the server does', async () => {
    // As after a minute in which it was an hour ahead.
    const ahead = await session();
    await ahead.query(RAW, [`clock-${newId()}`]);
    await ahead.query('alter table platform.events disable trigger all');
    await ahead.query(`update platform.events set recorded_at = recorded_at + interval '1 hour'
      where position = (select max(position) from platform.events)`);
    await ahead.query('alter table platform.events enable trigger all');
    await Promise.all([tick(), tick()]);
    await ahead.query(RAW, [`clock-${newId()}`]);
    // Two that contradict each other are stored one after the other.
    const head = { stream: `clock-${newId()}`, version: 0, eventId: null };
    const rivals = Array.from({ length: 2 }, () => {
      const by = systemContext('spec');
      const events = prepare(head, [new Ticked({ n: 1 })], by, by.at);
      return store.committer.append({ commandId: by.commandId, heads: [head], events, inline: [] });
    });
    expect((await Promise.all(rivals)).map(({ kind }) => kind).sort()).toEqual(['appended', 'conflict']);
    const { rows } = await ahead.query(`
      select position from (
        select position, recorded_at < lag(recorded_at) over (order by position) as is_earlier from platform.events) e
      where is_earlier`);
    expect(rows).toEqual([]);
  });

  it('survives dump and restore into a fresh cluster, whose transaction ids start again', async () => {
    const before = await store.log.readAfter(0, 10_000);
    const folder = await mkdtemp(join(tmpdir(), 'waybill-restore-'));
    const fresh = await startPostgres({ folder, port: 0, settings: { fsync: 'off' } });
    await migrate(fresh.url, migrations);
    const source = await session();
    const target = await session(fresh.url);
    // What pg_dump does: rows with their positions, then the sequence.
    const { rows } = await source.query<{ all: string }>(
      'select json_agg(e order by position) as all from platform.events e',
    );
    await target.query(
      `insert into platform.events overriding system value
       select * from json_populate_recordset(null::platform.events, $1)`,
      [JSON.stringify(rows[0]!.all)],
    );
    await target.query(
      `select setval(pg_get_serial_sequence('platform.events', 'position'), (select max(position) from platform.events))`,
    );
    const restored = await testStore([clock], fresh.url);
    expect(await restored.log.readAfter(0, 10_000)).toEqual(before);
    const next = await restored.aggregates.execute(clock, newId(), systemContext('spec'), () => [
      new Ticked({ n: 1 }),
    ]);
    expect(next.position).toBeGreaterThan(before.at(-1)!.position);
    await restored.close();
    await target.end();
    await fresh.stop();
    await rm(fresh.folder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });
});
