import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import { testStore, type TestStore } from '../testing/store.js';
import { TaskStore, type Task } from './task-store.js';
import { SEND } from './task-statements.js';

jest.setTimeout(120_000);

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

const MANY = 20_000;
/** More than the five executions after which PostgreSQL keeps a plan for whatever comes. */
const ROUNDS = 20;

describe('Sessions that began while nothing was there', () => {
  let store: TestStore;
  let tasks: TaskStore;
  beforeAll(async () => {
    store = await testStore([notes]);
    tasks = new TaskStore(store.database, store.committer);
    // Statistics that come by chance would have everything planned anew.
    for (const table of ['saga_tasks', 'events']) {
      await store.database.query(`alter table platform.${table} set (autovacuum_enabled = off)`);
    }
    // A queue is empty again and again, and known to be.
    await store.database.query('vacuum (analyze) platform.saga_tasks');
  });
  afterAll(() => store.close());

  /** A task is asked for, claimed, done, and its stream read. */
  async function round(n: number): Promise<void> {
    const [stream, sagaId] = [newId(), newId()];
    await store.aggregates.transact(systemContext('spec'), async (unit) => {
      await unit.load(notes, stream);
      unit.append(notes, stream, [new Noted({ n: 1 })], [{ statement: SEND, row: task(sagaId) }]);
    });
    const able = { tables: ['spec:1'], commands: ['DoIt'], rooms: new Map([['', 1]]) };
    const claimed = await tasks.claim('worker', able, 60);
    expect(claimed.map((it) => it.saga_id)).toEqual([sagaId]);
    if (n % 2 === 0) tasks.over(claimed[0]!, 'worker');
    else await watched(claimed[0]!);
    await store.aggregates.load(notes, stream);
  }

  /** It was done, and then its saga heard of it. */
  async function watched(task: Task): Promise<void> {
    tasks.executed(task, 'worker');
    // Notes go with the next append.
    await store.committer.append({ commandId: newId(), heads: [], events: [], inline: [] });
    const ended = await store.database.query(
      'delete from platform.saga_tasks where id = $1 and is_watched returning id',
      [task.id],
    );
    expect(ended).toHaveLength(1);
  }

  const rows = async () => {
    await store.database.query('select pg_stat_force_next_flush()');
    const read = await store.database.query<{ table: string; rows: number }>(
      `select relname as table, (seq_tup_read + (
         select sum(idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid))::int as rows
       from pg_stat_user_tables t where schemaname = 'platform'`,
    );
    return new Map(read.map(({ table, rows: n }) => [table, n]));
  };

  it('never read the whole queue or the whole log later, when both are long', async () => {
    for (let n = 0; n < ROUNDS; n++) await round(n);
    await store.database.query(
      `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, command, cause,
         correlation_id, due_at)
       select gen_random_uuid(), 'spec', n::text, 'command', 'do-it', 'do', n::text, 1, 'DoIt', gen_random_uuid(), 'c',
         clock_timestamp() + interval '1 day' from generate_series(1, $1::int) n`,
      [MANY],
    );
    await store.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select 'note-' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 0, type, schema_version, data,
         metadata, occurred_at from (select * from platform.events limit 1) e, generate_series(1, $1::int)`,
      [MANY],
    );
    const before = await rows();
    for (let n = 0; n < ROUNDS; n++) await round(n);
    const after = await rows();
    const scanned = [...after].filter(([table, n]) => n - (before.get(table) ?? 0) >= MANY);
    expect(scanned).toEqual([]);
  });
});

const task = (sagaId: string) => ({
  ...{
    id: newId(),
    saga: 'spec',
    saga_id: sagaId,
    table_version: 1,
    party: '',
    kind: 'command',
    step: 'do-it',
  },
  ...{
    direction: 'do',
    leg: `spec:${sagaId}:do-it:do`,
    attempt: 1,
    command: 'DoIt',
    data: {},
    cause: newId(),
  },
  ...{ correlation_id: 'spec', delay_ms: 0 },
});
