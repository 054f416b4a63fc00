import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../core/ids.js';
import { testStore, type TestStore } from '../testing/store.js';
import { Consumed } from './consumed.js';
import { DeadLetters } from './dead-letters.js';
import { envelopeOf } from './envelope.js';
import { Epochs } from './epochs.js';
import { Inbox } from './inbox.js';
import type { InboundRecord } from './inbound-source.js';

const place = { topic: 'waybill.commands.v1', partition: 3 };
const failure = { reason: 'schema', error: 'no such field', attempts: 1 };

describe('How far a database has come in a partition', () => {
  let store: TestStore;
  let consumed: Consumed;
  let epochs: Epochs;
  let inbox: Inbox;
  let letters: DeadLetters;
  beforeAll(async () => {
    store = await testStore([]);
    epochs = new Epochs(store.database);
    consumed = new Consumed(store.database, epochs);
    inbox = new Inbox(store.database);
    letters = new DeadLetters(store.database);
  });
  beforeEach(async () => void (await store.database.query('truncate platform.consumed')));
  afterAll(() => store.close());

  const record = (offset: number): InboundRecord => {
    const headers = { ce_specversion: '1.0', ce_id: newId(), ce_source: '/spec', ce_type: 'spec' };
    return {
      ...{
        ...place,
        offset: String(offset),
        timestamp: 0,
        key: Buffer.from(newId()),
        value: Buffer.from('{}'),
      },
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, [Buffer.from(value)]]),
      ),
    };
  };
  const effectOf = (given: InboundRecord) =>
    inbox.add(inbox.row('spec', { record: given, isLive: true }, envelopeOf(given), null));
  const next = async () => {
    const rows = await store.database.query<{ next_offset: number }>(
      'select next_offset from platform.consumed',
    );
    return rows.map(({ next_offset }) => next_offset);
  };
  /** The group goes on behind what was dealt with. */
  const isUndisturbed = async (at: number) => {
    const { epoch } = await epochs.current();
    expect(await consumed.behind([{ ...place, offset: String(at) }])).toEqual([]);
    expect((await epochs.current()).epoch).toBe(epoch);
  };

  it('does not go back for a record that a member who was stopped finds done', async () => {
    await consumed.passed(record(500));
    await consumed.passed(record(100));
    await isUndisturbed(501);
  });

  it('does not go back for an effect, or a dead letter, that is there already', async () => {
    const [done, dead] = [record(100), record(101)];
    await effectOf(done);
    await letters.add('spec', dead, failure);
    await effectOf(record(500));
    await effectOf(done);
    await letters.add('spec', dead, failure);
    await isUndisturbed(501);
  });

  it('begins again with a topic that was made anew: what has an effect there is new', async () => {
    await effectOf(record(500));
    await effectOf(record(0));
    expect(await next()).toEqual([1]);
    await effectOf(record(500));
    await letters.add('spec', record(1), failure);
    expect(await next()).toEqual([2]);
  });

  it('goes on with every record, whatever became of it', async () => {
    const reached: number[] = [];
    const steps = [effectOf, (given: InboundRecord) => letters.add('spec', given, failure)];
    for (const [at, step] of [...steps, (given: InboundRecord) => consumed.passed(given)].entries()) {
      await step(record(at));
      reached.push(...(await next()));
    }
    expect(reached).toEqual([1, 2, 3]);
  });
});
