import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../migrations.js';
import { newId } from '../platform/core/ids.js';
import { eventsIn } from '../platform/core/event.js';
import * as saga from '../platform/core/saga-events.js';
import { fitOf, RAN_MIGRATIONS, type RanMigration } from '../platform/event-store/schema-fit.js';
import { testStore, type TestStore } from '../platform/testing/store.js';
import { Leases } from '../platform/subscriptions/leases.js';
import * as orders from '../orders/contract.js';
import { streamsOf } from './order-streams.js';

describe('The story of an order', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([
      { events: [orders.OrderCreated, orders.OrderAddressChanged, ...eventsIn(saga)] },
    ]);
  });
  afterAll(() => store.close());

  const happens = (stream: string, from: number, to: number, data = '{}') =>
    store.database.query(
      `insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
         data, metadata, occurred_at)
       select $1, n, gen_random_uuid(), gen_random_uuid(), 0,
         case when $1 like 'order-%' then 'OrderAddressChanged' else 'StepAsked' end, 1, $4::json,
         '{"actor":"spec","correlationId":"c","causationId":null}', now()
       from generate_series($2::int, $3::int) n`,
      [stream, from, to, data],
    );

  /** All of it, page by page; between two pages more may happen. */
  const read = async (
    orderId: string,
    bounds: { limit: number; bytes: number },
    between = async () => {},
  ) => {
    const shown = new Map(streamsOf(orderId).map((stream) => [stream, 0]));
    const pages: string[][] = [];
    for (let isMore = true; isMore;) {
      const page = await store.log.readStreams(shown, bounds);
      for (const { stream, version } of page.events) shown.set(stream, version);
      pages.push(page.events.map(({ stream, version }) => `${stream.split('-')[0]} ${version}`));
      isMore = page.isMore;
      await between();
    }
    return pages;
  };
  const large = 2 ** 20;

  it('is told in the order in which it happened, whatever room it happened in, and of no other order', async () => {
    const id = newId();
    await happens(`order-${id}`, 1, 2);
    await happens(`fulfilment-${id}`, 1, 3);
    await happens(`order-${newId()}`, 1, 9);
    await happens(`order-${id}`, 3, 3);
    await happens(`fulfilment-${id}`, 4, 4);
    const told = [
      'order 1',
      'order 2',
      'fulfilment 1',
      'fulfilment 2',
      'fulfilment 3',
      'order 3',
      'fulfilment 4',
    ];
    for (const limit of [1, 2, 3, 6, 7, 100]) {
      const pages = await read(id, { limit, bytes: large });
      expect(pages.flat()).toEqual(told);
      expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
      expect(pages).toHaveLength(Math.ceil(told.length / limit));
    }
  });

  it('goes on with what happens while it is read, and leaves nothing out', async () => {
    const id = newId();
    await happens(`order-${id}`, 1, 3);
    await happens(`fulfilment-${id}`, 1, 1);
    let version = 1;
    const pages = await read(id, { limit: 2, bytes: large }, async () => {
      if (version < 3) await happens(`fulfilment-${id}`, ++version, version);
    });
    expect(pages.flat()).toEqual([
      ...['order 1', 'order 2', 'order 3'],
      ...['fulfilment 1', 'fulfilment 2', 'fulfilment 3'],
    ]);
  });

  it('comes in short pages where its events are large, at least one at a time', async () => {
    const id = newId();
    const filler = (bytes: number) => JSON.stringify({ filler: 'x'.repeat(bytes) });
    await happens(`order-${id}`, 1, 5, filler(40_000));
    await happens(`order-${id}`, 6, 6, filler(300_000));
    const pages = await read(id, { limit: 100, bytes: 100_000 });
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1, 1]);
  });

  it('has no copy of its events any more: a program that relied on one steps aside, and cannot bring it back', async () => {
    const ran = await store.database.query<RanMigration>(RAN_MIGRATIONS);
    const names = migrations.map(({ name }) => name);
    const mine = 'TimelineFromTheLog1763801003000';
    expect(fitOf(names, ran)).toEqual({ missing: [], unbearable: [] });
    expect(fitOf(names.slice(0, names.indexOf(mine)), ran).unbearable).toContain(mine);
    const leases = new Leases(store.database);
    const claims = ['fulfilment.order-timeline', 'spec.other'].map((name) => ({
      ...{ name, shape: 2, from: 'start' as const },
    }));
    await leases.introduce(claims);
    const taken = await leases.acquire('old program', claims, { leaseMs: 1_000, atMost: 9, idleMs: 0 });
    expect(taken.map(({ name }) => name)).toEqual(['spec.other']);
  });
});
