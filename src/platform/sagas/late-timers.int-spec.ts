import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { newId } from '../core/ids.js';
import type { Signal } from '../core/saga-signals.js';
import { LogSignal } from '../event-store/log-signal.js';
import { testStore, type TestStore } from '../testing/store.js';
import type { SagaRegistry } from './saga-registry.js';
import type { TaskPatience } from './task-patience.js';
import { SEND } from './task-statements.js';
import { TaskStore, type Task } from './task-store.js';
import { TaskWork } from './task-work.js';
import type { StoredTask } from './tasks.js';

const LEASE_SECONDS = 5;

describe('A timer', () => {
  let store: TestStore;
  let tasks: TaskStore;
  let work: TaskWork;
  const told: Signal[] = [];
  beforeAll(async () => {
    store = await testStore([]);
    await store.database.query(`insert into platform.subscriptions (name, position) values ('spec.saga', 0)`);
    const saga = {
      signal: (_unit: unknown, _id: string, signal: Signal) => Promise.resolve(told.push(signal)),
    };
    const sagas = { get: () => saga } as unknown as SagaRegistry;
    const [patience, commands] = [{} as TaskPatience, {} as CommandBus];
    tasks = new TaskStore(store.database, store.committer);
    work = new TaskWork(tasks, patience, sagas, store.aggregates, commands, new LogSignal(), {
      LEASE_SECONDS,
    });
  });
  beforeEach(async () => {
    await store.database.query('truncate platform.saga_tasks');
    told.length = 0;
  });
  afterAll(() => store.close());

  const due = async (agoMs: number) => {
    const id = newId();
    const row: Omit<StoredTask, 'command' | 'data'> = {
      ...{ id, saga: 'spec', saga_id: newId(), table_version: 1, party: '', kind: 'timeout', step: 'pay' },
      ...{ direction: 'do', leg: 'spec:pay:do', attempt: 1, cause: newId(), correlation_id: 'spec' },
      ...{ traceparent: null, tracestate: null, delay_ms: -agoMs },
    };
    await store.database.query(SEND, [JSON.stringify([row])]);
    return id;
  };
  /** Whatever is due; each time as an instance that has just started. */
  const claimed = async (): Promise<Task> => {
    const able = { tables: ['spec:1'], commands: [], rooms: new Map([['', 5]]) };
    const [task] = await new TaskStore(store.database, store.committer).claim('spec', able, LEASE_SECONDS);
    return task!;
  };
  const waits = async (id: string) => {
    const [row] = await store.database.query<{ seconds: number }>(
      `select extract(epoch from due_at - clock_timestamp())::float8 as seconds from platform.saga_tasks
       where id = $1 and owner is null`,
      [id],
    );
    return row?.seconds;
  };

  it('that was due while nobody was there waits a lease once, so that others come first', async () => {
    const id = await due(60_000);
    await work.run(await claimed(), 'spec');
    expect(told).toEqual([]);
    expect(await waits(id)).toBeGreaterThan(0);
    expect(await waits(id)).toBeLessThanOrEqual(LEASE_SECONDS);
    await store.database.query(
      `update platform.saga_tasks set due_at = clock_timestamp() - interval '1 min' where id = $1`,
      [id],
    );
    await work.run(await claimed(), 'spec');
    expect(told).toEqual([{ kind: 'timeout', step: 'pay' }]);
  });

  it('that was found in time judges at once', async () => {
    await due(1_000);
    await work.run(await claimed(), 'spec');
    expect(told).toEqual([{ kind: 'timeout', step: 'pay' }]);
  });
});
