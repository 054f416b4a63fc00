import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { event } from '../core/event.js';
import { newId } from '../core/ids.js';
import { OutcomePending } from '../core/outcome-pending.js';
import { sagaKnowing, sends } from '../core/saga-definition.js';
import type { SagaTable } from '../core/saga-table.js';
import { systemContext } from '../cqrs/command.js';
import { testStore, type TestStore } from '../testing/store.js';
import { refuseMissingTables } from './missing-tables.js';
import { SagaCheck, type Fate } from './saga-check.js';
import { Saga } from './saga.js';
import { SagaRegistry } from './saga-registry.js';

const toy = z.strictObject({ id: z.string() });
type Toy = z.output<typeof toy>;
class Begun extends event('Begun', toy) {}
class Ended extends event('Ended', toy) {}
class Failed extends event('Failed', toy) {}
class Undone extends event('Undone', toy) {}
class Called extends event('Called', toy) {}
class Do {
  constructor(
    readonly data: Toy,
    readonly by: unknown,
  ) {}
}
const { saga: define, step } = sagaKnowing<Toy>();
const send = sends(Do, ({ id }: Toy) => ({ id }));
const one = step({
  name: 'one',
  asks: send,
  succeededBy: Ended,
  failedBy: Failed,
  because: () => ({ code: 'failed', detail: '' }),
  compensation: send,
  compensatedBy: [Undone],
});
const table = (version: number, earlier: SagaTable['earlier'] = {}) =>
  define({
    name: 'toy',
    version,
    earlier,
    starts: Begun,
    cancels: Called,
    because: () => ({ code: 'called', detail: '' }),
    sagaOf: ({ id }) => id,
    steps: version === 1 ? [one] : [{ ...one, name: 'checked' }, one],
    notifiesCompensated: [],
  });
const first: SagaTable['earlier'] = {
  1: (today) => ({ steps: today.steps.filter(({ name }) => name !== 'checked') }),
};

describe('A saga that is under way', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([new Saga(table(1)).decider]);
  });
  afterAll(() => store.close());

  const saga = (of: SagaTable) => new Saga(of);
  const registry = (of: SagaTable) => {
    const sagas = new SagaRegistry();
    sagas.add(saga(of));
    return sagas;
  };
  const hears = (of: SagaTable, id: string, heard: Begun | Ended) =>
    store.aggregates.transact(systemContext('spec'), (unit) => saga(of).hear(unit, heard));
  const stand = async (of: SagaTable, id: string) =>
    (await store.aggregates.load(saga(of).decider, id)).state;

  it('keeps the table it began with in a program that has a newer one', async () => {
    const id = newId();
    await hears(table(1), id, new Begun({ id }));
    await hears(table(2, first), id, new Ended({ id }));
    expect(await stand(table(1), id)).toMatchObject({ table: 1, status: 'completed' });
    const other = newId();
    await hears(table(2, first), other, new Begun({ id: other }));
    expect(await stand(table(1), other)).toMatchObject({ table: 2, legs: [{ step: 'checked' }] });
  });

  it('is left by a program that does not know its table, with nothing recorded', async () => {
    const id = newId();
    await hears(table(2, first), id, new Begun({ id }));
    await expect(hears(table(1), id, new Ended({ id }))).rejects.toThrow(OutcomePending);
    expect((await store.aggregates.load(saga(table(1)).decider, id)).version).toBe(2);
  });

  it('stops the start of a program that has left out a table it still needs, and says which', async () => {
    const id = newId();
    await hears(table(1), id, new Begun({ id }));
    await refuseMissingTables(store.database, registry(table(1)));
    await refuseMissingTables(store.database, registry(table(2, first)));
    const refused = refuseMissingTables(store.database, registry(table(2)));
    await expect(refused).rejects.toThrow(/no table for sagas that have not ended: toy 1 \(1 under way\)/);
    await hears(table(1), id, new Ended({ id }));
    await refuseMissingTables(store.database, registry(table(2)));
  });

  it.each(['compensating', 'needs-attention'])('is under way also while it is %s', async (state) => {
    const id = newId();
    await hears(table(1), id, new Begun({ id }));
    const move = (to: string) =>
      store.database.query('update platform.sagas set state = $2 where saga_id = $1', [id, to]);
    await move(state);
    await expect(refuseMissingTables(store.database, registry(table(2)))).rejects.toThrow(/toy 1/);
    await move('compensated');
    await refuseMissingTables(store.database, registry(table(2)));
  });

  describe('before a deployment', () => {
    class Other extends Do {}
    const found = async (of: SagaTable): Promise<Map<string, Fate>> => {
      const check = new SagaCheck(store.database, store.loader, registry(of));
      const fates = new Map<string, Fate>();
      await check.check((fate) => fates.set(fate.sagaId, fate), new AbortController().signal);
      return fates;
    };
    const begun = async (of: SagaTable): Promise<string> => {
      const id = newId();
      await hears(of, id, new Begun({ id }));
      return id;
    };
    const changed = (steps: readonly object[]): SagaTable => ({
      ...table(1),
      steps: steps as SagaTable['steps'],
    });

    it('is not named where this program leads it on as it is', async () => {
      const [old, young] = [await begun(table(1)), await begun(table(2, first))];
      const fates = await found(table(2, first));
      expect([fates.get(old), fates.get(young)]).toEqual([undefined, undefined]);
    });

    it('breaks where its table is left out, and waits where it is newer', async () => {
      const [old, young] = [await begun(table(1)), await begun(table(2, first))];
      expect((await found(table(2))).get(old)).toMatchObject({ fate: 'breaks', table: 1, state: 'running' });
      expect((await found(table(1))).get(young)).toMatchObject({ fate: 'waits', table: 2 });
    });

    it('breaks where its table has lost its step or the command it is about to send', async () => {
      const id = await begun(table(1));
      const without = changed([{ ...one, name: 'another' }]);
      expect((await found(without)).get(id)).toMatchObject({
        fate: 'breaks',
        why: expect.stringMatching(/come through one/),
      });
      const asks = sends(Other, ({ id }: Toy) => ({ id }));
      const silent = changed([{ ...one, asks, compensation: asks }]);
      expect((await found(silent)).get(id)).toMatchObject({
        fate: 'breaks',
        why: expect.stringMatching(/about to send Do/),
      });
    });

    it('moves where its table was changed under the same version', async () => {
      const id = await begun(table(1));
      const inserted = changed([{ ...one, name: 'checked' }, one]);
      expect((await found(inserted)).get(id)).toMatchObject({
        fate: 'moves',
        why: expect.stringMatching(/has checked before/),
      });
      const asked = changed([{ ...one, party: 'somebody' }]);
      expect((await found(asked)).get(id)).toMatchObject({
        fate: 'moves',
        why: expect.stringMatching(/asks nobody outside/),
      });
      const other = changed([{ ...one, asks: sends(Other, ({ id }: Toy) => ({ id })) }]);
      expect((await found(other)).get(id)).toMatchObject({
        fate: 'moves',
        why: expect.stringMatching(/sends Do, and its table says Other/),
      });
    });

    it('is of no concern once it has ended', async () => {
      const id = await begun(table(1));
      await hears(table(1), id, new Ended({ id }));
      expect((await found(table(2))).get(id)).toBeUndefined();
    });
  });
});
