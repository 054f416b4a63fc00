import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../core/ids.js';
import { testStore, type TestStore } from '../testing/store.js';
import { DeadLetters, type DeadLetter } from './dead-letters.js';
import type { InboundRecord } from './inbound-source.js';

describe('A record that could not be handled', () => {
  let store: TestStore;
  let letters: DeadLetters;
  beforeAll(async () => {
    store = await testStore([]);
    letters = new DeadLetters(store.database);
  });
  afterAll(() => store.close());

  const record = (key: string, offset: string): InboundRecord => ({
    ...{ topic: 'waybill.commands.v1', partition: 0, offset, timestamp: 0 },
    ...{ key: Buffer.from(key), value: Buffer.from('{}'), headers: {} },
  });
  const failure = { reason: 'schema', error: 'no such field', attempts: 1 };
  const kept = async (consumer: string): Promise<DeadLetter> => {
    const [row] = await store.database.query<{ id: string }>(
      'select id from platform.dead_letters where consumer = $1',
      [consumer],
    );
    return (await letters.find(row!.id))!;
  };

  it('is not left behind by whoever ends the one ahead of it at the same moment', async () => {
    const consumer = newId();
    await letters.add(consumer, record('a', '1'), failure);
    const first = await kept(consumer);
    let followed: Promise<DeadLetter[]> = Promise.resolve([]);
    await store.database.transaction(async (tx) => {
      const within = new DeadLetters(tx as never);
      expect(await within.addBehind(consumer, record('a', '2'))).toBe(true);
      followed = letters
        .resolve(first.id, 'replayed', 'operator:o', 'mended')
        .then(() => letters.queueOf(first));
      await Promise.race([followed, sleep(200)]);
    });
    expect((await followed).map(({ offset }) => offset)).toEqual([2]);
  });

  it('is handled at once when the one ahead of it has just been ended', async () => {
    const consumer = newId();
    await letters.add(consumer, record('b', '1'), failure);
    const { id } = await kept(consumer);
    let behind: Promise<boolean> = Promise.resolve(true);
    await store.database.transaction(async (tx) => {
      await new DeadLetters(tx as never).resolve(id, 'replayed', 'operator:o', 'mended');
      behind = letters.addBehind(consumer, record('b', '2'));
      await Promise.race([behind, sleep(200)]);
    });
    expect(await behind).toBe(false);
  });

  it('is given up by one decision, which may be told again', async () => {
    const consumer = newId();
    await letters.add(consumer, record('c', '1'), failure);
    const { id } = await kept(consumer);
    const end = (state: 'discarded' | 'replayed', by: string) => letters.resolve(id, state, by, 'old');
    expect(await end('discarded', 'operator:o')).toBe(true);
    expect(await end('discarded', 'operator:o')).toBe(true);
    expect(await end('discarded', 'operator:p')).toBe(false);
    expect(await end('replayed', 'operator:o')).toBe(false);
  });
});
