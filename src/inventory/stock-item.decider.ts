import type { Decider } from '../platform/core/decider.js';
import { rejecting } from '../platform/core/rejection.js';
import type { AdjustStock, InventoryProblem, ReceiveStock } from './contract.js';
import { stockLevelRow } from './stock-level.row.js';
import {
  StockAdjusted,
  StockReceived,
  UnitsConsumed,
  UnitsReleased,
  UnitsReserved,
  type StockItemEvent,
} from './stock-item.events.js';

/** Units. received + returned = onHand + shipped + writtenOff, and 0 <= reserved <= onHand, after every event. */
export interface StockItemState {
  readonly onHand: number;
  readonly reserved: number;
  readonly received: number;
  readonly shipped: number;
  readonly writtenOff: number;
  readonly returned: number;
}

const reject = rejecting<InventoryProblem>();

export const stockItem: Decider<StockItemState, StockItemEvent, 'sku'> = {
  category: 'stock',
  idKey: 'sku',
  events: [StockReceived, StockAdjusted, UnitsReserved, UnitsReleased, UnitsConsumed],
  initial: { onHand: 0, reserved: 0, received: 0, shipped: 0, writtenOff: 0, returned: 0 },
  shape: 1,
  notFound: 'stock.not-found',
  alongside: stockLevelRow,
  evolve(state, event) {
    switch (event.type) {
      case 'StockReceived':
        return arrived(state, event.data.quantity);
      case 'StockAdjusted':
        return event.data.delta > 0 ? arrived(state, event.data.delta) : lost(state, -event.data.delta);
      case 'UnitsReserved':
        return { ...state, reserved: state.reserved + event.data.quantity };
      case 'UnitsReleased':
        return { ...state, reserved: state.reserved - event.data.quantity };
      case 'UnitsConsumed':
        return {
          ...state,
          reserved: state.reserved - event.data.quantity,
          onHand: state.onHand - event.data.quantity,
          shipped: state.shipped + event.data.quantity,
        };
    }
  },
};

export const available = ({ onHand, reserved }: StockItemState): number => onHand - reserved;

export const receiveStock =
  ({ data }: ReceiveStock) =>
  (): readonly StockItemEvent[] => [new StockReceived({ ...data, reference: data.reference ?? null })];

export const adjustStock =
  ({ data }: AdjustStock) =>
  (state: StockItemState): readonly StockItemEvent[] => {
    if (available(state) + data.delta < 0) {
      const detail = `${available(state)} of ${state.onHand} units are not reserved: ${-data.delta} cannot be written off`;
      return reject('stock.insufficient', detail, { available: available(state) });
    }
    return [new StockAdjusted(data)];
  };

const arrived = (state: StockItemState, units: number): StockItemState => ({
  ...state,
  onHand: state.onHand + units,
  received: state.received + units,
});

const lost = (state: StockItemState, units: number): StockItemState => ({
  ...state,
  onHand: state.onHand - units,
  writtenOff: state.writtenOff + units,
});
