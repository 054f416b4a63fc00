import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import * as declared from './stock-item.events.js';
import { rejecting } from '../platform/core/rejection.js';
import type { InventoryProblem } from './contract.js';
import type { AdjustStock, CountStock, ReceiveStock, RestockUnits } from './stock.commands.js';
import { stockLevelRow } from './stock-level.row.js';
import { available, evolveStockItem, type StockItemEvent, type StockItemState } from './stock-item.state.js';
import { StockAdjusted, StockCounted, StockReceived, UnitsReturned } from './stock-item.events.js';

/** How far the clock of whoever counts may run ahead of ours, in milliseconds. */
const CLOCK_SKEW_MS = 5 * 60_000;

const reject = rejecting<InventoryProblem>();

export const stockItem: Decider<StockItemState, StockItemEvent, 'sku'> = {
  category: 'stock',
  room: 'inventory',
  idKey: 'sku',
  events: eventsIn(declared),
  initial: {
    onHand: 0,
    reserved: 0,
    received: 0,
    shipped: 0,
    writtenOff: 0,
    returned: 0,
    corrected: 0,
    countedAt: '',
  },
  shape: 2,
  notFound: 'stock.not-found',
  inline: stockLevelRow,
  evolve: evolveStockItem,
};

export const receiveStock =
  ({ data }: ReceiveStock) =>
  (): readonly StockItemEvent[] => [new StockReceived({ ...data, reference: data.reference ?? null })];

export const restockUnits =
  ({ data }: RestockUnits) =>
  (): readonly StockItemEvent[] => [new UnitsReturned(data)];

export const adjustStock =
  ({ data }: AdjustStock) =>
  (state: StockItemState): readonly StockItemEvent[] => {
    refuseWritingOffReserved(state, data.delta);
    return [new StockAdjusted(data)];
  };

/**
 * What was counted is compared with the books as they stood when it was, together with what earlier counts have put
 * right since; what has moved since then stays moved. A count that was taken before the newest one says nothing new.
 *
 * @param then the books at the moment of the count; null when there were none
 */
export const countStock =
  ({ data: { sku, counted, countedAt, reason }, by }: CountStock, then: StockItemState | null) =>
  (state: StockItemState): readonly StockItemEvent[] => {
    if (Date.parse(countedAt) > Date.parse(by.at) + CLOCK_SKEW_MS) {
      return reject('stock.counted-in-future', `${countedAt} has not come yet: it is ${by.at}`);
    }
    if (countedAt < state.countedAt) return [];
    const hasBooks = state.received > 0;
    if (!then && hasBooks) return reject('stock.counted-before-books', `no books of ${sku} at ${countedAt}`);
    const delta = counted - (then?.onHand ?? 0) - (state.corrected - (then?.corrected ?? 0));
    if (delta === 0 && !hasBooks) return [];
    refuseWritingOffReserved(state, delta);
    const event = new StockCounted({ sku, counted, delta, countedAt });
    return delta === 0 ? [event] : [event, new StockAdjusted({ sku, delta, reason })];
  };

function refuseWritingOffReserved(state: StockItemState, delta: number): void {
  if (available(state) + delta >= 0) return;
  const detail = `${available(state)} of ${state.onHand} units are not reserved: ${-delta} cannot be written off`;
  reject('stock.insufficient', detail, { available: available(state) });
}
