import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';
import type { Decider } from '../core/decider.js';
import { event, type DomainEvent } from '../core/event.js';
import { newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import { sagaKnowing, sends } from '../core/saga-definition.js';
import { systemContext } from '../cqrs/command.js';
import { Deciders } from '../event-store/deciders.js';
import { UnitRules } from '../event-store/unit-rules.js';
import { StreamLoader } from '../event-store/stream-loader.js';
import type { UnitOfWork } from '../event-store/unit-of-work.js';
import { Leases, type Lease } from '../subscriptions/leases.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { startInstance, type Instance } from '../testing/instance.js';
import { testStore, type TestStore } from '../testing/store.js';
import { Counted, tally, type Tally } from '../testing/tally.js';
import { orchestrates } from './orchestrates.js';
import { SagaRegistry } from './saga-registry.js';
import { SagaReads } from './saga-subscription.js';

jest.setTimeout(120_000);

const named = z.strictObject({ id: z.string() });
type Toy = z.output<typeof named>;
class Begun extends event('Begun', named) {}
class Called extends event('Called', named) {}
class Taken extends event('Taken', named) {}
class NoneLeft extends event('NoneLeft', named) {}
class GivenBack extends event('GivenBack', named) {}
class Praised extends event('Praised', named) {}
type ToyEvent = Begun | Called | Taken | NoneLeft | GivenBack | Praised;

const toy: Decider<{ events: number }, ToyEvent, 'id'> = {
  category: 'thing',
  idKey: 'id',
  events: [Begun, Called, Taken, NoneLeft, GivenBack, Praised],
  initial: { events: 0 },
  evolve: ({ events }) => ({ events: events + 1 }),
  shape: 1,
  notFound: 'thing.not-found',
};

class Asked {
  constructor(
    readonly data: Toy,
    readonly by: unknown,
  ) {}
}
class Take extends Asked {}
class GiveBack extends Asked {}
class Praise extends Asked {}
const { saga, step } = sagaKnowing<Toy>();
const send = (command: typeof Asked) => sends(command, ({ id }: Toy) => ({ id }));
const table = saga({
  name: 'toy',
  version: 1,
  starts: Begun,
  cancels: Called,
  because: () => ({ code: 'called', detail: '' }),
  sagaOf: ({ id }) => id,
  steps: [
    step({
      name: 'take',
      asks: send(Take),
      succeededBy: Taken,
      failedBy: NoneLeft,
      because: () => ({ code: 'none-left', detail: '' }),
      compensation: send(GiveBack),
      compensatedBy: [GivenBack],
      notifies: [send(Praise)],
    }),
  ],
  notifiesCompensated: [],
});

/** What happens while a rule is being decided. */
let meanwhile: () => Promise<unknown> = () => Promise.resolve();
/** How many counters `Take` looks at, and whether it is refused after all. */
let terms = { looksAt: 1, isRefused: false };
const counter = 'hot';

async function take(unit: UnitOfWork, { data: { id } }: Take): Promise<void> {
  let hot: Tally | undefined;
  for (let n = 0; n < terms.looksAt; n++) {
    const { state } = await unit.load(tally, n === 0 ? counter : `cold-${n}`);
    hot ??= state;
  }
  await meanwhile();
  await unit.load(toy, id);
  if (hot!.total === 0) return void unit.append(toy, id, [new NoneLeft({ id })]);
  unit.append(tally, counter, [new Counted({ by: -1 })]);
  unit.append(toy, id, [new Taken({ id })]);
  if (terms.isRefused) throw new Rejection('toy.refused', 'not today');
}

const rules = {
  provide: 'rules',
  inject: [UnitRules, Deciders],
  useFactory: (to: UnitRules, deciders: Deciders) => {
    deciders.add(toy);
    to.add(Take, take);
    to.add(Praise, async (unit, { data: { id } }) => {
      await unit.load(toy, id);
      unit.append(toy, id, [new Praised({ id })]);
    });
    return to;
  },
};

describe('A command that asks nobody', () => {
  let db: TestDatabase;
  let instance: Instance;
  let other: TestStore;

  beforeAll(async () => {
    db = await testDatabase();
    other = await testStore([tally, toy], db.url);
    instance = await startInstance(db.url, {
      providers: [rules, SagaReads, SagaRegistry, orchestrates(table)],
      knows: [...tally.events, ...toy.events],
      leaseSeconds: 2,
    });
  });
  afterAll(async () => {
    await instance.stop();
    await other.close();
    await db.drop();
  });
  beforeEach(() => {
    meanwhile = () => Promise.resolve();
    terms = { looksAt: 1, isRefused: false };
  });

  const add = (store: Pick<Instance, 'store'>['store'], by: number) =>
    store.execute(tally, counter, systemContext('spec'), () => [new Counted({ by })]);
  const begin = async (id = newId()): Promise<string> => {
    await instance.store.execute(toy, id, systemContext('spec'), () => [new Begun({ id })]);
    return id;
  };
  const heard = async (id: string): Promise<{ type: string; commandId: string }[]> => {
    const { position } = await instance.store.load(toy, id);
    expect(await instance.progress.waitFor('toy.saga', position, 20_000)).toBe(true);
    const entries = await instance.log.readStream(`toy-${id}`);
    return entries.map(({ event: { type }, commandId }) => ({ type, commandId }));
  };
  const typesOf = async (id: string) => (await heard(id)).map(({ type }) => type);
  const things = async (id: string) =>
    (await instance.log.readStream(`thing-${id}`)).map(({ event }) => event);
  const tasksOf = (id: string) =>
    instance.database.query<{ command: string }>(
      'select command from platform.saga_tasks where saga_id = $1',
      [id],
    );
  const left = async () => (await other.aggregates.load(tally, counter)).state.total;
  const wholeStory = ['SagaStarted', 'StepAsked', 'StepSucceeded', 'SagaCompleted'];

  it('is asked for, decided and heard of in one append, in this order, with no task', async () => {
    await add(instance.store, 2);
    const id = await begin();
    const story = await heard(id);
    expect(story.map(({ type }) => type)).toEqual(wholeStory);
    const appended = await instance.database.query<{ type: string }>(
      'select type from platform.events where command_id = $1 order by position',
      [story[0]!.commandId],
    );
    expect(appended.map(({ type }) => type)).toEqual([
      ...['SagaStarted', 'StepAsked', 'Counted', 'Taken', 'StepSucceeded', 'Praised', 'SagaCompleted'],
    ]);
    expect(await tasksOf(id)).toEqual([]);
    expect(await left()).toBe(1);
  });

  it('leads to its bad end in the same append', async () => {
    await add(instance.store, -(await left()));
    expect(await typesOf(await begin())).toEqual([
      ...['SagaStarted', 'StepAsked', 'StepFailed', 'CompensationStarted', 'SagaCompensated'],
    ]);
  });

  it('becomes a task when it is refused, and nothing of it is stored', async () => {
    await add(instance.store, 5);
    const before = await left();
    terms = { ...terms, isRefused: true };
    const id = await begin();
    expect(await typesOf(id)).toEqual(['SagaStarted', 'StepAsked']);
    expect(await tasksOf(id)).toEqual([{ command: 'Take' }]);
    expect(await left()).toBe(before);
    expect((await things(id)).map(({ type }: DomainEvent) => type)).toEqual(['Begun']);
  });

  it('becomes a task when it is too large to hold up the others', async () => {
    terms = { ...terms, looksAt: 60 };
    const id = await begin();
    expect(await typesOf(id)).toEqual(['SagaStarted', 'StepAsked']);
    expect(await tasksOf(id)).toEqual([{ command: 'Take' }]);
  });

  it('becomes a task when another process is faster on a hot stream, and so do those beside it', async () => {
    await add(instance.store, 1 - (await left()));
    let races = 0;
    meanwhile = async () => {
      if (races++ === 0) await add(other.aggregates, -1);
    };
    const ids = await Promise.all([begin(), begin(), begin()]);
    for (const id of ids) await heard(id);
    const tasks = await Promise.all(ids.map(tasksOf));
    expect(tasks.flat().length).toBeGreaterThan(0);
    // The last one was gone: nobody took it, by whichever way.
    for (const id of ids) expect((await things(id)).map(({ type }) => type)).not.toContain('Taken');
    expect(await left()).toBe(0);
  });

  it('is not stored by a process that lost its lease while it decided, and is stored once by whoever has it', async () => {
    await add(instance.store, 5 - (await left()));
    const leases = instance.module.get(Leases);
    let stolen: Lease | undefined;
    const id = newId();
    meanwhile = async () => {
      if (stolen) return;
      stolen = await leases.seize('toy.saga', 'thief', 60_000);
    };
    await begin(id);
    while (!stolen) await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seen = (await instance.log.readStream(`toy-${id}`)).map(({ event: { type } }) => type);
    expect([seen, await left()]).toEqual([[], 5]);
    await leases.release(stolen);
    expect(await typesOf(id)).toEqual(wholeStory);
    expect(await left()).toBe(4);
  });

  it('is stored once when the connection dies as it is stored', async () => {
    await add(instance.store, 5 - (await left()));
    let deaths = 0;
    meanwhile = async () => {
      if (deaths++ > 0) return;
      await other.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'waybill-committer'`,
      );
    };
    const id = await begin();
    expect(await typesOf(id)).toEqual(wholeStory);
    expect([deaths, await left()]).toEqual([1, 4]);
  });

  it('finds what others have begun read already, all of it at once', async () => {
    await add(instance.store, 40);
    const ids = Array.from({ length: 20 }, newId);
    const loads: string[][] = [[]];
    const loader = instance.module.get(StreamLoader);
    const load = loader.load.bind(loader);
    const loaded = jest.spyOn(loader, 'load').mockImplementation((decider, id, point) => {
      if (loads.at(-1)!.length === 0) setImmediate(() => loads.push([]));
      if (decider.category === 'thing') loads.at(-1)!.push(id);
      return load(decider, id, point) as never;
    });
    await other.aggregates.transact(systemContext('spec'), async (unit) => {
      for (const id of ids) {
        await unit.begin(toy, id);
        unit.append(toy, id, [new Begun({ id })]);
      }
    });
    for (const id of ids) {
      const { position } = await other.aggregates.load(toy, id);
      expect(await instance.progress.waitFor('toy.saga', position, 20_000)).toBe(true);
    }
    loaded.mockRestore();
    expect(loads.filter((at) => at.length > 0)).toEqual([ids]);
    for (const id of ids) expect(await typesOf(id)).toEqual(wholeStory);
  });
});
