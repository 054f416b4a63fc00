import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { systemContext } from '../cqrs/command.js';
import type { Config } from '../config.js';
import type { Database } from '../event-store/database.js';
import { LogSignal } from '../event-store/log-signal.js';
import type { Taken } from '../event-store/waiting.js';
import { Parties } from '../outside/parties.js';
import { Calm } from '../subscriptions/calm.js';
import { eventually } from '../testing/eventually.js';
import { testStore, type TestStore } from '../testing/store.js';
import type { SagaRegistry } from './saga-registry.js';
import { TaskRunner } from './task-runner.js';
import { TaskSlots } from './task-slots.js';
import { CLAIM, DUE, SEND } from './task-statements.js';
import { TaskStore, type Able, type Task } from './task-store.js';
import type { TaskWork } from './task-work.js';
import type { StoredTask } from './tasks.js';

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

const task = (over: Partial<StoredTask> = {}): StoredTask => {
  const sagaId = over.saga_id ?? newId();
  return {
    id: newId(),
    saga: 'spec',
    saga_id: sagaId,
    table_version: 1,
    party: '',
    kind: 'command',
    step: 'do-it',
    direction: 'do',
    leg: `spec:${sagaId}:do-it:do`,
    attempt: 1,
    command: 'DoIt',
    data: {},
    cause: newId(),
    correlation_id: 'spec',
    traceparent: null,
    tracestate: null,
    delay_ms: 0,
    ...over,
  };
};

/** So many tasks for each of these parties; the empty name is nobody. */
const able = (room: number, parties = [''], over: Partial<Able> = {}): Able => ({
  tables: ['spec:1'],
  commands: ['DoIt'],
  rooms: new Map(parties.map((party) => [party, room])),
  ...over,
});

describe('The queue of what sagas have asked for', () => {
  let store: TestStore;
  let tasks: TaskStore;
  beforeAll(async () => {
    store = await testStore([notes]);
    tasks = new TaskStore(store.database, store.committer);
  });
  afterAll(() => store.close());

  const asked = async (
    row: Omit<StoredTask, 'command' | 'data'>,
    stream = newId(),
    by = systemContext('spec'),
  ) =>
    store.aggregates.transact(by, async (unit) => {
      await unit.load(notes, stream);
      unit.append(notes, stream, [new Noted({ n: 1 })], [{ statement: SEND, row }]);
    });

  /** A process that takes work for a while, and what becomes of what it took. */
  async function taking<Result>(leaseMs: number, work: () => Promise<Result>) {
    const ends: string[] = [];
    const take = (row: object): Taken => ({
      row: { ...row, owner: 'taker', lease_ms: leaseMs },
      begin: () => ends.push('begun'),
      drop: () => ends.push('dropped'),
    });
    const stop = store.committer.offer(SEND, { take });
    await work().finally(stop);
    return ends;
  }

  it('gives what nobody took to whoever asks first, and a lease with it', async () => {
    const row = task();
    await asked(row);
    const [first, second] = await Promise.all([
      tasks.claim('one', able(5), 60),
      tasks.claim('two', able(5), 60),
    ]);
    const claimed = [...first, ...second];
    expect(claimed).toMatchObject([{ id: row.id, attempts: 1, fence: 1 }]);
    expect(await tasks.claim('three', able(5), 60)).toEqual([]);
  });

  it('leaves work with the process that stored it, until that has been silent for a lease', async () => {
    const row = task();
    expect(await taking(2_000, () => asked(row))).toEqual(['begun']);
    expect(await tasks.claim('other', able(5), 60)).toEqual([]);
    await sleep(2_100);
    expect(await tasks.claim('other', able(5), 60)).toMatchObject([{ id: row.id, attempts: 2, fence: 2 }]);
  });

  it('has one turn of a task at a time in a process whose lease ran out while it worked', async () => {
    const row = task();
    const turns: { fence: number; end: () => void }[] = [];
    let isOver = false;
    const run = ({ id, fence }: Task) =>
      new Promise<void>((end) => (id === row.id && !isOver ? turns.push({ fence, end }) : end()));
    const config = { SUBSCRIPTION_POLL_MS: 20, LEASE_SECONDS: 60, SHUTDOWN_TIMEOUT_MS: 10_000 } as Config;
    const slots = new TaskSlots({ SAGA_CONCURRENCY: 5 }, new Parties());
    const sagas = able(5) as unknown as SagaRegistry;
    const calm = new Calm(new LogSignal());
    const work = { run } as unknown as TaskWork;
    const runner = new TaskRunner(config, tasks, slots, work, sagas, store.committer, calm);
    const lapse = async () => {
      await store.database.query(
        `update platform.saga_tasks set lease_until = clock_timestamp() - interval '1 s',
           due_at = clock_timestamp() where id = $1`,
        [row.id],
      );
      const taken = `select 1 from platform.saga_tasks where id = $1 and fence = 2`;
      await eventually(async () => (await store.database.query(taken, [row.id])).length === 1);
    };
    runner.start();
    try {
      await asked(row);
      await eventually(() => turns.length === 1);
      await lapse();
      expect(turns.map(({ fence }) => fence)).toEqual([1]);
      turns[0]!.end();
      await eventually(() => turns.length === 2);
      expect(turns.map(({ fence }) => fence)).toEqual([1, 2]);
    } finally {
      isOver = true;
      for (const { end } of turns) end();
      await runner.stop();
    }
  });

  it('lets go of what was taken when it is not stored after all', async () => {
    const by = systemContext('spec');
    await asked(task(), newId(), by);
    expect(await taking(60_000, () => asked(task(), newId(), by))).toEqual(['dropped']);
    const broken = { ...task(), kind: 'nonsense' } as unknown as StoredTask;
    expect(await taking(60_000, () => asked(broken).catch(() => undefined))).toEqual(['dropped']);
  });

  it('keeps no trace of what was done at the first try, and of the others how many it took', async () => {
    const [once, twice] = [task(), task({ step: 'again' })];
    await asked(once);
    await asked(twice);
    const claimed = await tasks.claim('worker', able(50), 60);
    const find = ({ id }: StoredTask) => claimed.find((candidate) => candidate.id === id)!;
    await tasks.again(find(twice), { delayMs: 0, detail: 'not yet', kind: 'failed' });
    const [retried] = await tasks.claim('worker', able(5), 60);
    for (const done of [find(once), retried!]) tasks.over(done, 'worker');
    await tasks.release('worker');
    const left = await store.database.query('select id from platform.saga_tasks where id = any ($1)', [
      [once.id, twice.id],
    ]);
    expect(left).toEqual([]);
    const kept = await store.database.query(
      'select step, attempts from platform.saga_attempts where saga_id = any ($1)',
      [[once.saga_id, twice.saga_id]],
    );
    expect(kept).toEqual([{ step: 'again', attempts: 2 }]);
  });

  it('leaves alone what belongs to a table or a command that this program does not know', async () => {
    const [newer, unknown] = [
      task({ party: 'strange', table_version: 2 }),
      task({ party: 'strange', command: 'DoThat' }),
    ];
    await asked(newer);
    await asked(unknown);
    expect(await tasks.claim('old', able(50, ['strange']), 60)).toEqual([]);
    const knowing = able(50, ['strange'], { tables: ['spec:1', 'spec:2'], commands: ['DoIt', 'DoThat'] });
    const claimed = await new TaskStore(store.database, store.committer).claim('new', knowing, 60);
    expect(claimed.map(({ id, attempts }) => [id, attempts]).sort()).toEqual(
      [newer, unknown].map(({ id }) => [id, 1]).sort(),
    );
  });

  it('finds at once what another has given back, however long it had been due before', async () => {
    await asked(task({ party: 'handed' }));
    const [first, second] = [0, 1].map(() => new TaskStore(store.database, store.committer));
    expect(await first!.claim('first', able(5, ['handed']), 60)).toHaveLength(1);
    await second!.claim('second', able(5, ['handed']), 60);
    await sleep(300);
    expect(await second!.claim('second', able(5, ['handed']), 60)).toEqual([]);
    await first!.release('first');
    expect(await second!.claim('second', able(5, ['handed']), 60)).toHaveLength(1);
  });

  it('has slots for each party, so a slow one holds up nobody else', async () => {
    const [slow, other, nobodys] = [
      task({ party: 'slow' }),
      task({ party: 'other' }),
      task({ party: 'third' }),
    ];
    for (const row of [slow, task({ party: 'slow' }), other, nobodys]) await asked(row);
    const first = await tasks.claim('worker', able(1, ['slow', 'other', 'third']), 60);
    expect(first.map(({ id }) => id).sort()).toEqual([slow, other, nobodys].map(({ id }) => id).sort());
    expect(await tasks.claim('worker', able(50, ['other', 'third']), 60)).toEqual([]);
    expect(await tasks.claim('worker', able(50, ['slow']), 60)).toHaveLength(1);
  });

  it('keeps watch over an executed command until its saga has heard of the end', async () => {
    const row = task({ party: 'watched' });
    await asked(row);
    const [claimed] = await tasks.claim('worker', able(50, ['watched']), 60);
    tasks.executed(claimed!, 'worker');
    await tasks.release('worker');
    expect(await stateOf(row)).toEqual([{ state: 'open', is_watched: true }]);
    await store.database.query('update platform.saga_tasks set due_at = clock_timestamp() where id = $1', [
      row.id,
    ]);
    const [again] = await tasks.claim('worker', able(50, ['watched']), 60);
    expect(again).toMatchObject({ id: row.id, is_watched: true, attempts: 2 });
    tasks.over(again!, 'worker');
    await tasks.release('worker');
    expect(await stateOf(row)).toEqual([]);
  });

  it('lets a timer judge only when its saga has heard all that was recorded before, and waits for nothing later', async () => {
    const { command: _, data: __, ...row } = task({ kind: 'timeout', party: 'judged' });
    await asked(row);
    const { database } = store;
    const head = async () =>
      Number((await database.query('select max(position) as p from platform.events'))[0]!['p']);
    const hears = (position: number) =>
      database.query(
        `insert into platform.subscriptions (name, position) values ('deaf', $1)
         on conflict (name) do update set position = excluded.position`,
        [position],
      );
    const recorded = await head();
    await hears(recorded - 1);
    const [due] = await tasks.claim('worker', able(5, ['judged']), 60);
    expect(await tasks.hasHeard(due!, 'deaf')).toBe(false);
    await asked(task({ party: 'later' }));
    expect(await head()).toBeGreaterThan(recorded);
    await hears(recorded);
    expect(await tasks.hasHeard(due!, 'deaf')).toBe(true);
  });

  it('remembers since when nobody answers, and tries all that wait for a party as soon as it does', async () => {
    const row = task({ party: 'away' });
    await asked(row);
    const [claimed] = await tasks.claim('worker', able(50, ['away']), 60);
    await tasks.again(claimed!, { delayMs: 60_000, detail: 'no answer', kind: 'unanswered' });
    expect(await tasks.claim('worker', able(50, ['away']), 60)).toEqual([]);
    expect(await tasks.wake('away')).toBe(1);
    const [again] = await tasks.claim('worker', able(50, ['away']), 60);
    expect(again).toMatchObject({ failures: 0, unansweredMs: expect.any(Number) });
    await tasks.again(again!, { delayMs: 60_000, detail: 'not decided', kind: 'undecided' });
    expect(await tasks.wake('away')).toBe(0);
  });

  const stateOf = ({ id }: StoredTask) =>
    store.database.query('select state, is_watched from platform.saga_tasks where id = $1', [id]);

  it('is only looked at while nothing is due, and then found at once by whoever looks', async () => {
    const statements: string[] = [];
    const query = (sql: string, values: readonly unknown[]) => {
      statements.push(sql);
      return store.database.query(sql, values);
    };
    const idle = new TaskStore({ query } as unknown as Database, store.committer);
    for (let n = 0; n < 3; n++) expect(await idle.claim('idle', able(5, ['quiet']), 60)).toEqual([]);
    const row = task({ party: 'quiet' });
    await asked(row);
    expect(await idle.claim('idle', able(5, ['quiet']), 60)).toMatchObject([{ id: row.id }]);
    await idle.claim('idle', able(5, ['quiet']), 60);
    expect(statements).toEqual([CLAIM, DUE, DUE, DUE, CLAIM, CLAIM]);
  });

  it('says when the next will be due to whoever asks so far ahead, and to nobody else', async () => {
    const idle = new TaskStore(store.database, store.committer);
    const rest = (aheadMs?: number) => idle.claim('idle', able(5, ['later']), 60, aheadMs);
    await rest();
    expect(await rest(2_000)).toEqual([]);
    expect(idle.nextDueMs).toBe(Infinity);
    const row = task({ party: 'later', delay_ms: 60_000 });
    await asked(row);
    expect(await rest(2_000)).toEqual([]);
    expect(idle.nextDueMs).toBe(Infinity);
    expect(await rest(120_000)).toEqual([]);
    expect(idle.nextDueMs).toBeGreaterThan(1_000);
    expect(idle.nextDueMs).toBeLessThanOrEqual(60_000);
    expect(await rest()).toEqual([]);
    expect(idle.nextDueMs).toBe(Infinity);
    await store.database.query('update platform.saga_tasks set due_at = clock_timestamp() where id = $1', [
      row.id,
    ]);
    expect(await rest(2_000)).toMatchObject([{ id: row.id }]);
    expect(idle.nextDueMs).toBe(Infinity);
  });

  it('costs the same whatever has been done, also while somebody holds a snapshot', async () => {
    await tasks.claim('somebody', able(50), 60);
    const onlyOpen = await blocksOfAClaim();
    const nothingDue = await blocksOfALook();
    const snapshot = new pg.Client({ connectionString: store.url });
    await snapshot.connect();
    await snapshot.query('begin isolation level repeatable read');
    await snapshot.query('select 1 from platform.saga_tasks limit 1');
    await store.database.query(
      `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, command, cause,
         correlation_id, due_at)
       select gen_random_uuid(), 'spec', n::text, 'command', 'do-it', 'do', n::text, 1, 'DoIt', gen_random_uuid(), 'c',
         clock_timestamp() - interval '1 hour' from generate_series(1, 100000) n`,
    );
    await store.database.query(`delete from platform.saga_tasks where owner is null`);
    const [afterMany, stillNothing] = [await blocksOfAClaim(), await blocksOfALook()];
    await snapshot.end();
    expect(afterMany).toBeLessThanOrEqual(onlyOpen + 20);
    expect(stillNothing).toBeLessThanOrEqual(nothingDue + 20);
  });

  it('costs the same while there is always more to do than can be taken', async () => {
    const claims: (readonly unknown[])[] = [];
    const query = (sql: string, values: readonly unknown[]) => {
      if (sql === CLAIM) claims.push(values);
      return store.database.query(sql, values);
    };
    const busy = new TaskStore({ query } as unknown as Database, store.committer);
    const snapshot = new pg.Client({ connectionString: store.url });
    await snapshot.connect();
    await snapshot.query('begin isolation level repeatable read');
    await snapshot.query('select 1 from platform.saga_tasks limit 1');
    await store.database.query(
      `insert into platform.saga_tasks (id, saga, saga_id, kind, step, direction, leg, attempt, command, cause,
         correlation_id, due_at, party)
       select gen_random_uuid(), 'spec', n::text, 'command', 'do-it', 'do', n::text, 1, 'DoIt', gen_random_uuid(), 'c',
         clock_timestamp() - interval '1 hour' + n * interval '10 milliseconds', 'crowded'
       from generate_series(1, 20400) n`,
    );
    for (const room of [20_000, 50, 50]) {
      expect(await busy.claim('busy', able(room, ['crowded']), 60)).toHaveLength(room);
      await store.database.query('delete from platform.saga_tasks where owner = $1', ['busy']);
    }
    const [everything, near] = [await blocksOf(claims[0]!), await blocksOf(claims.at(-1)!)];
    await snapshot.end();
    expect(everything - near).toBeGreaterThan(500);
  });

  /** A task is there to be claimed; the blocks that the claim looked at. */
  async function blocksOfAClaim(): Promise<number> {
    await asked(task());
    return blocksOf(['measurer', 60, [''], [1], [5_000], ['spec:1'], ['DoIt']], 1);
  }

  /** Of a process that is idle. */
  async function blocksOfALook(): Promise<number> {
    const [row] = await store.database.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${DUE}`,
      [['', 'nobody'], [5_000, 5_000], 2_000],
    );
    const plan = row!['QUERY PLAN'][0]!.Plan;
    return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
  }

  async function blocksOf(claim: readonly unknown[], claimed = 50): Promise<number> {
    const [owner, lease, parties, , ...rest] = claim;
    const [row] = await store.database.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${CLAIM}`,
      [owner, lease, parties, [claimed], ...rest],
    );
    const plan = row!['QUERY PLAN'][0]!.Plan;
    expect(plan['Actual Rows']).toBe(claimed);
    return plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!;
  }
});
