import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import { ListStock } from './contract.js';
import { ReserveStock } from './stock.commands.js';
import { reservation } from './reservation.decider.js';
import * as units from './reservation.units.js';
import { stockItem } from './stock-item.decider.js';
import { StockReceived } from './stock-item.events.js';
import { ListStockHandler } from './stock-list.js';

describe('The list of stock', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([stockItem, reservation]);
    for (const sku of ['A', 'B', 'C', 'D', 'E']) await receive(sku);
  });
  afterAll(() => store.close());

  const by = () => systemContext('spec');
  const receive = (sku: string) =>
    store.aggregates.execute(stockItem, sku, by(), () => [
      new StockReceived({ sku, quantity: 5, reference: null }),
    ]);
  const list = (limit: number, cursor?: string) =>
    new ListStockHandler(store.database).execute(new ListStock({ limit, cursor }));

  it('pages from the newest SKU to the oldest, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await list(2, cursor);
      seen.push(...items.map(({ sku }) => sku));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['E', 'D', 'C', 'B', 'A']);
  });

  it('shows a reservation as soon as it is acknowledged', async () => {
    const lines = [{ sku: 'E', quantity: 2 }];
    await changed(
      store.aggregates,
      reservation,
      units.reserve,
      new ReserveStock({ orderId: newId(), lines }, by()),
    );
    expect((await list(1)).items).toEqual([{ sku: 'E', onHand: 5, reserved: 2, available: 3, version: 2 }]);
  });

  it('refuses a cursor it did not hand out', async () => {
    await expect(list(1, 'bm90LW91cnM')).rejects.toMatchObject({ code: 'invalid-cursor' });
  });

  it('shows every SKU of an order of 1,000 lines, reserved in one piece', async () => {
    const skus = Array.from({ length: 1_000 }, (_, n) => `BULK-${n}`);
    await Promise.all(skus.map(receive));
    const lines = skus.map((sku) => ({ sku, quantity: 3 }));
    const { state } = await changed(
      store.aggregates,
      reservation,
      units.reserve,
      new ReserveStock({ orderId: newId(), lines }, by()),
    );
    expect(state.status).toBe('held');
    const { items } = await list(100);
    expect(items.every(({ reserved }) => reserved === 3)).toBe(true);
  });
});
