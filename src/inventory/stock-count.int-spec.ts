import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { changed, testStore, type TestStore } from '../platform/testing/store.js';
import { AdjustStock, ConsumeStock, CountStock, ReceiveStock, ReserveStock } from './stock.commands.js';
import { CountStockHandler } from './count-stock.handler.js';
import { reservation } from './reservation.decider.js';
import * as units from './reservation.units.js';
import { adjustStock, receiveStock, stockItem } from './stock-item.decider.js';

const by = () => systemContext('spec');

describe('A count of the shelf', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore([stockItem, reservation]);
  });
  afterAll(() => store.close());

  const receive = async (quantity: number, sku = `SKU-${newId()}`) => {
    const command = new ReceiveStock({ sku, quantity }, by());
    await store.aggregates.execute(stockItem, sku, command.by, receiveStock(command));
    return sku;
  };
  const sell = async (sku: string, quantity: number) => {
    const orderId = newId();
    await changed(
      store.aggregates,
      reservation,
      units.reserve,
      new ReserveStock({ orderId, lines: [{ sku, quantity }] }, by()),
    );
    await changed(store.aggregates, reservation, units.consume, new ConsumeStock({ orderId }, by()));
  };
  /** An instant after everything so far, by the clock of the database, and before everything to come. */
  const moment = async () => {
    const wait = () => new Promise((resolve) => setTimeout(resolve, 5));
    await wait();
    const [row] = await store.database.query<{ now: Date }>('select clock_timestamp() as now');
    await wait();
    return row!.now.toISOString();
  };
  const count = (sku: string, counted: number, countedAt: string) =>
    new CountStockHandler(store.aggregates).execute(
      new CountStock({ sku, counted, countedAt, reason: 'count' }, by()),
    );
  const onHand = async (sku: string) => (await store.aggregates.load(stockItem, sku)).state.onHand;

  it('is compared with the books of its moment: what was sold since stays sold', async () => {
    const sku = await receive(100);
    const tuesday = await moment();
    await sell(sku, 50);
    await count(sku, 95, tuesday);
    expect(await onHand(sku)).toBe(45);
  });

  it('lets what was received or adjusted since stay as it is', async () => {
    const sku = await receive(10);
    const then = await moment();
    await receive(5, sku);
    const broken = new AdjustStock({ sku, delta: -2, reason: 'broken' }, by());
    await store.aggregates.execute(stockItem, sku, broken.by, adjustStock(broken));
    await count(sku, 12, then);
    expect(await onHand(sku)).toBe(15);
  });

  it('does not put right again what another count has put right since', async () => {
    const sku = await receive(100);
    const [first, second] = [await moment(), await moment()];
    await count(sku, 95, first);
    await count(sku, 95, second);
    expect(await onHand(sku)).toBe(95);
    await count(sku, 94, second);
    expect(await onHand(sku)).toBe(94);
  });

  it('says nothing new when a later count came before it, also one that found nothing wrong', async () => {
    const sku = await receive(100);
    const [first, second] = [await moment(), await moment()];
    await count(sku, 100, second);
    await count(sku, 95, first);
    expect(await onHand(sku)).toBe(100);
  });

  it('is refused from the future and from before the books, and begins the books of a new SKU', async () => {
    const sku = await receive(1);
    await expect(count(sku, 9, new Date(Date.now() + 6 * 60_000).toISOString())).rejects.toMatchObject({
      code: 'stock.counted-in-future',
    });
    await expect(count(sku, 9, '1970-01-01T00:00:00.000Z')).rejects.toMatchObject({
      code: 'stock.counted-before-books',
    });
    const fresh = `SKU-${newId()}`;
    await count(fresh, 7, await moment());
    expect([await onHand(sku), await onHand(fresh)]).toEqual([1, 7]);
  });

  it('never takes a unit that is reserved', async () => {
    const sku = await receive(5);
    await changed(
      store.aggregates,
      reservation,
      units.reserve,
      new ReserveStock({ orderId: newId(), lines: [{ sku, quantity: 4 }] }, by()),
    );
    await expect(count(sku, 3, await moment())).rejects.toMatchObject({ code: 'stock.insufficient' });
  });

  it('is right in the middle of sales', async () => {
    const sku = await receive(100);
    const sales = Array.from({ length: 20 }, () => sell(sku, 1));
    await count(sku, 90, await moment()).catch(() => undefined);
    await Promise.all(sales);
    const events = await store.log.readStream(`stock-${sku}`);
    const counted = events.map(({ event }) => event).find(({ type }) => type === 'StockCounted');
    const { delta, countedAt } = counted!.data as { delta: number; countedAt: string };
    // By either clock, as everything that is asked for as of an instant.
    const soldBefore = events.filter(
      ({ event, recordedAt, occurredAt }) =>
        event.type === 'UnitsConsumed' && (recordedAt <= countedAt || occurredAt <= countedAt),
    ).length;
    expect(delta).toBe(90 - (100 - soldBefore));
    expect(await onHand(sku)).toBe(80 + delta);
  });
});
