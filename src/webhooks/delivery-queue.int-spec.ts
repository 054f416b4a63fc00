import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { catalogPublications } from '../catalog/catalog.kafka.js';
import { ProductArchived } from '../catalog/contract.js';
import { newId } from '../platform/core/ids.js';
import type { DomainEvent } from '../platform/core/event.js';
import type { Transaction } from '../platform/event-store/database.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { DeliveryQueue, type Taken } from './delivery-queue.js';
import { heardEvents } from './heard-events.js';
import { PublishedTypes } from './published-types.js';

const went = { durationMs: 1, status: 200, error: null, response: null };
const failed = { durationMs: 1, status: 500, error: 'answered 500', response: null };

describe('The queues of webhooks', () => {
  let store: TestStore;
  let queue: DeliveryQueue;
  let position = 0;
  beforeAll(async () => {
    store = await testStore([]);
    queue = new DeliveryQueue(store.database);
  });
  beforeEach(async () => {
    await store.database.query('truncate webhooks.endpoints, webhooks.deliveries, webhooks.queues cascade');
  });
  afterAll(() => store.close());

  const subscription = heardEvents(new PublishedTypes(catalogPublications), {
    keptDays: 30,
    nudge: () => undefined,
  });
  const hear = (...batch: readonly Recorded[]) =>
    store.database.transaction((tx: Transaction) => subscription.handle(batch, tx, 1));
  const endpoint = async (eventTypes: readonly string[] = ['*']) => {
    const id = newId();
    await store.database.query(
      `insert into webhooks.endpoints (endpoint_id, url, event_types, secret) values ($1, 'http://x', $2, 'sealed')`,
      [id, JSON.stringify(eventTypes)],
    );
    return id;
  };
  const recorded = (sku: string, over: Partial<Recorded> = {}): Recorded => ({
    position: ++position,
    stream: `product-${sku}`,
    version: 1,
    id: newId(),
    commandId: newId(),
    schemaVersion: 1,
    event: new ProductArchived({ sku }) as DomainEvent,
    metadata: { actor: 'spec', correlationId: newId(), causationId: null },
    occurredAt: new Date().toISOString(),
    recordedAt: new Date(Date.now() + 1_000).toISOString(),
    ...over,
  });
  const take = (slots = 4, leaseMs = 60_000) => queue.take([], slots, leaseMs);
  const deliver = async (taken: Taken, isGood = true) => {
    const due = (await queue.first(taken))!;
    await queue.settle(
      taken,
      due,
      isGood ? went : failed,
      isGood ? { state: 'delivered' } : { state: 'pending', waitMs: 0 },
    );
    return due.eventId;
  };
  const states = async () => {
    const rows = await store.database.query<{ id: string; state: string }>(
      'select event_id as id, state from webhooks.deliveries order by position',
    );
    return rows.map(({ state }) => state);
  };
  /** What the queues say, against what waits. */
  const isTrue = async () => {
    const wrong = await store.database.query(
      `select * from (select endpoint_id, sequence, count(*) as waiting from webhooks.deliveries
         where state = 'pending' group by 1, 2) d full join webhooks.queues q using (endpoint_id, sequence)
       where d.waiting is distinct from q.pending`,
    );
    expect(wrong).toEqual([]);
  };

  it('hold what is published for whoever wants it, once, however often it is heard', async () => {
    const id = await endpoint(['waybill.product.archived']);
    await endpoint(['waybill.product.created']);
    const [one, two] = [recorded('A'), recorded('B')];
    await hear(one, two);
    await hear(one, two);
    const rows = await store.database.query('select endpoint_id from webhooks.deliveries');
    expect(rows).toEqual([{ endpoint_id: id }, { endpoint_id: id }]);
    await isTrue();
  });

  it('hold nothing of before the endpoint, of long ago, or for one that is disabled', async () => {
    const id = await endpoint();
    const ago = (ms: number) => ({ recordedAt: new Date(Date.now() - ms).toISOString() });
    await hear(recorded('A', ago(60_000)));
    await store.database.query(`update webhooks.endpoints set hears_since = '2020-01-01'`);
    await hear(recorded('A', ago(31 * 86_400_000)));
    await store.database.query(
      `update webhooks.endpoints set state = 'disabled', disabled_reason = 'spec' where endpoint_id = $1`,
      [id],
    );
    await hear(recorded('A'));
    expect(await states()).toEqual([]);
  });

  it('are taken by one of two at a time, each in its order, while others go on', async () => {
    await endpoint();
    const [a1, a2, b1] = [recorded('A'), recorded('A'), recorded('B')];
    await hear(a1, a2, b1);
    const [mine, others] = await Promise.all([take(), take()]);
    expect([...mine, ...others].map(({ sequence }) => sequence).sort()).toEqual(['product-A', 'product-B']);
    const all = [...mine, ...others];
    const a = all.find(({ sequence }) => sequence === 'product-A')!;
    expect(await deliver(a, false)).toBe(a1.id);
    const [again] = await take();
    expect(await deliver(again!)).toBe(a1.id);
    const [next] = await take();
    expect(await deliver(next!)).toBe(a2.id);
    expect(await deliver(all.find(({ sequence }) => sequence === 'product-B')!)).toBe(b1.id);
    expect(await take()).toEqual([]);
    await isTrue();
  });

  it('give an endpoint no more than its slots, whatever waits for it', async () => {
    const [one, two] = [await endpoint(), await endpoint()];
    await hear(...['A', 'B', 'C', 'D'].map((sku) => recorded(sku)));
    const inHand = { endpointId: one, sequence: 'product-Z', fence: 1 };
    const taken = await queue.take([inHand], 2, 60_000);
    const count = (id: string) => taken.filter(({ endpointId }) => endpointId === id).length;
    expect([count(one), count(two)]).toEqual([1, 2]);
  });

  it('go to another when their holder died, whose late word then changes nothing', async () => {
    await endpoint();
    await hear(recorded('A'), recorded('A'));
    const [dead] = await take(4, 0);
    const due = (await queue.first(dead!))!;
    const [alive] = await take();
    expect(alive).toMatchObject({ sequence: dead!.sequence, fence: dead!.fence + 1 });
    await queue.settle(dead!, due, went, { state: 'delivered' });
    await queue.giveBack(dead!, 0);
    expect(await states()).toEqual(['pending', 'pending']);
    expect(await take()).toEqual([]);
    await deliver(alive!);
    expect(await states()).toEqual(['delivered', 'pending']);
    await isTrue();
  });

  it('stop with a receiver that is gone, and what waits behind goes on when it is enabled again', async () => {
    const id = await endpoint();
    await hear(recorded('A'), recorded('A'));
    const [taken] = await take();
    const gone = { ...failed, status: 410 };
    await queue.settle(taken!, (await queue.first(taken!))!, gone, { state: 'failed', disables: '410 Gone' });
    expect(await take()).toEqual([]);
    expect(await states()).toEqual(['failed', 'pending']);
    await store.database.query(`update webhooks.endpoints set state = 'enabled', disabled_reason = null`);
    const [next] = await take();
    expect(next).toMatchObject({ endpointId: id });
    await deliver(next!);
    await isTrue();
  });

  it('are not held up by a thousand that wait for their next try', async () => {
    await endpoint();
    await hear(...Array.from({ length: 1_000 }, (_, n) => recorded(`S${n}`)));
    await store.database.query(`update webhooks.queues set due_at = now() + interval '1 hour'`);
    await hear(recorded('LATE', { event: new ProductArchived({ sku: 'LATE' }) as DomainEvent }));
    expect((await take()).map(({ sequence }) => sequence)).toEqual(['product-LATE']);
    expect(await queue.nextDueMs()).toBeGreaterThan(0);
  });
});
