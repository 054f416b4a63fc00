import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { Outbox } from './outbox.js';

describe('The outbox of mails', () => {
  let store: TestStore;
  let outbox: Outbox;
  beforeAll(async () => {
    store = await testStore([]);
    outbox = new Outbox(store.database);
  });
  beforeEach(async () => void (await store.database.query('truncate notifications.outbox')));
  afterAll(() => store.close());

  const queued = async (orderId = newId(), template = 'order-confirmed', eventId = newId()) => {
    const id = newId();
    await store.database.query(
      `insert into notifications.outbox (notification_id, template, event_id, event_type, position, order_id,
         customer_id, facts, correlation_id, state)
       values ($1, $2, $3, 'OrderConfirmed', 1, $4, $5, '{}', 'c', 'queued')`,
      [id, template, eventId, orderId, newId()],
    );
    return id;
  };
  const stateOf = async (id: string) => {
    const [row] = await store.database.query(
      'select state, reason, attempts from notifications.outbox where notification_id = $1',
      [id],
    );
    return row;
  };

  it('holds a mail once for a template and an event, whoever writes it', async () => {
    const eventId = newId();
    await queued(newId(), 'order-paid', eventId);
    await expect(queued(newId(), 'order-paid', eventId)).rejects.toThrow(/unique/);
    await queued(newId(), 'order-shipped', eventId);
  });

  it('gives a mail to one of two at a time, and of an order only the first', async () => {
    const orderId = newId();
    const [first, second, other] = [await queued(orderId), await queued(orderId), await queued()];
    const [one, two] = await Promise.all([outbox.take(9, 60_000), outbox.take(9, 60_000)]);
    const taken = [...one, ...two];
    expect(taken.map(({ id }) => id).sort()).toEqual([first, other].sort());
    await outbox.ended(
      taken.find(({ id }) => id === first)!,
      { state: 'sent' },
    );
    expect(await outbox.take(9, 60_000)).toMatchObject([{ id: second, attempts: 0, round: 1 }]);
  });

  it('goes to another when its holder died, whose late word then changes nothing', async () => {
    const id = await queued();
    const [dead] = await outbox.take(1, 0);
    const [alive] = await outbox.take(1, 60_000);
    expect(alive).toMatchObject({ id, fence: dead!.fence + 1 });
    await outbox.ended(dead!, { state: 'failed', reason: 'late' });
    await outbox.later(dead!, 0, 'late', true);
    expect(await stateOf(id)).toEqual({ state: 'queued', reason: null, attempts: 0 });
    await outbox.ended(alive!, { state: 'sent' });
    expect(await stateOf(id)).toEqual({ state: 'sent', reason: null, attempts: 1 });
  });

  it('counts what was said about a mail, and not that nobody could be asked', async () => {
    const id = await queued();
    for (const counts of [true, false, true]) {
      const [taken] = await outbox.take(1, 60_000);
      await outbox.later(taken!, 0, 'not now', counts);
    }
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 2 });
  });

  it('sends nothing that is too old to be news, but what is under way', async () => {
    const [old, young, busy] = [await queued(), await queued(), await queued()];
    await store.database.query(
      `update notifications.outbox set queued_at = now() - interval '73 hours',
         lease_until = case when notification_id = $2 then now() + interval '1 minute' end
       where notification_id in ($1, $2)`,
      [old, busy],
    );
    await outbox.expire(72 * 3_600_000);
    expect(await stateOf(old)).toMatchObject({ state: 'suppressed', reason: 'too-old' });
    expect([await stateOf(young), await stateOf(busy)]).toMatchObject([
      { state: 'queued' },
      { state: 'queued' },
    ]);
  });
});
