import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import { ConsumeStock, ReleaseStock, ReserveStock } from './stock.commands.js';
import * as units from './reservation.units.js';
import { reservation } from './reservation.decider.js';
import {
  StockAdjusted,
  StockReceived,
  UnitsConsumed,
  UnitsReleased,
  UnitsReserved,
} from './stock-item.events.js';
import { type StockItemEvent } from './stock-item.state.js';
import { stockItem } from './stock-item.decider.js';

const by = () => systemContext('spec');

describe('The second wall: stock in tables that commit with the events', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([stockItem, reservation]);
  });
  afterAll(() => store.close());

  /** Stores what no rule decided. */
  const force = (sku: string, ...events: StockItemEvent[]) =>
    store.aggregates.execute(stockItem, sku, by(), () => events);
  const received = (sku: string, quantity: number) => new StockReceived({ sku, quantity, reference: null });
  const audited = (sku: string) => store.database.query('select * from audit.stock where sku = $1', [sku]);

  it('stands at the state of the stream after every command', async () => {
    const sku = `SKU-${newId()}`;
    const { state } = await force(
      sku,
      received(sku, 10),
      new StockAdjusted({ sku, delta: -2, reason: 'broken' }),
      new StockAdjusted({ sku, delta: 1, reason: 'found' }),
      new UnitsReserved({ sku, orderId: newId(), quantity: 3 }),
      new UnitsConsumed({ sku, orderId: newId(), quantity: 2 }),
    );
    expect(state).toMatchObject({
      onHand: 7,
      reserved: 1,
      received: 11,
      shipped: 2,
      writtenOff: 2,
      returned: 0,
    });
    expect(await audited(sku)).toEqual([
      {
        sku,
        location: 'main',
        received: 11,
        on_hand: 7,
        reserved: 1,
        shipped: 2,
        written_off: 2,
        returned: 0,
      },
    ]);
  });

  it('keeps the newest of many appends that share a flush', async () => {
    const sku = `SKU-${newId()}`;
    await Promise.all(Array.from({ length: 50 }, () => force(sku, received(sku, 1))));
    expect(await audited(sku)).toMatchObject([{ received: 50, on_hand: 50 }]);
  });

  it.each([
    ['oversold', new UnitsReserved({ sku: 'WALL', orderId: newId(), quantity: 11 }), 'never_oversold'],
    [
      'released twice',
      new UnitsReleased({ sku: 'WALL', orderId: newId(), quantity: 1 }),
      'reserved_not_negative',
    ],
    [
      'shipped unreserved',
      new UnitsConsumed({ sku: 'WALL', orderId: newId(), quantity: 1 }),
      'reserved_not_negative',
    ],
    [
      'written off below nothing',
      new StockAdjusted({ sku: 'WALL', delta: -11, reason: 'x' }),
      'never_oversold',
    ],
  ])('lets PostgreSQL refuse units that are %s, events and all', async (_what, broken, constraint) => {
    if ((await audited('WALL')).length === 0) await force('WALL', received('WALL', 10));
    const before = await store.log.head();
    await expect(force('WALL', broken)).rejects.toMatchObject({ code: '23514', constraint });
    expect(await store.log.head()).toBe(before);
    expect(await audited('WALL')).toMatchObject([{ on_hand: 10, reserved: 0 }]);
    expect(
      (await force('WALL', received('WALL', 1), new StockAdjusted({ sku: 'WALL', delta: -1, reason: 'x' })))
        .state,
    ).toMatchObject({ onHand: 10 });
  });

  it('refuses books that do not balance', async () => {
    await force('BOOKS', received('BOOKS', 10));
    const cooked = `update inventory.stock_levels set on_hand = 9 where sku = 'BOOKS'`;
    await expect(store.database.query(cooked)).rejects.toMatchObject({ constraint: 'units_conserved' });
  });

  it('shows the auditor each reservation as held, then committed or released', async () => {
    const [a, b] = [`A-${newId()}`, `B-${newId()}`];
    await force(a, received(a, 10));
    await force(b, received(b, 10));
    const lines = [
      { sku: a, quantity: 2 },
      { sku: b, quantity: 1 },
    ];
    const shown = (orderId: string) =>
      store.database.query(
        'select sku, qty, state from audit.reservations where order_id = $1 order by sku',
        [orderId],
      );
    const reserve = (orderId: string) =>
      changed(store.aggregates, reservation, units.reserve, new ReserveStock({ orderId, lines }, by()));
    const rows = (state: string) => lines.map(({ sku, quantity }) => ({ sku, qty: quantity, state }));

    const [kept, undone] = [newId(), newId()];
    await reserve(kept);
    await reserve(undone);
    expect(await shown(kept)).toEqual(rows('held'));
    await changed(store.aggregates, reservation, units.consume, new ConsumeStock({ orderId: kept }, by()));
    await changed(store.aggregates, reservation, units.release, new ReleaseStock({ orderId: undone }, by()));
    expect(await shown(kept)).toEqual(rows('committed'));
    expect(await shown(undone)).toEqual(rows('released'));
  });

  it('lets the auditor read the views, and not the tables behind them', async () => {
    const asAuditor = (sql: string) =>
      store.database.transaction(async (tx) => {
        await tx.query('set local role waybill_auditor');
        return tx.query(sql);
      });
    expect(await asAuditor('select count(*) from audit.stock')).toHaveLength(1);
    expect(await asAuditor('select count(*) from audit.reservations')).toHaveLength(1);
    await expect(asAuditor('select 1 from inventory.stock_levels')).rejects.toMatchObject({ code: '42501' });
    await expect(asAuditor('select 1 from inventory.reservations')).rejects.toMatchObject({ code: '42501' });
  });
});
