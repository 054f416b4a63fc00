import { evolving } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './stock-item.events.js';

/** Everything that may stand in its stream. */
export type StockItemEvent = EventIn<typeof declared>;

/** Units. received + returned = onHand + shipped + writtenOff, and 0 <= reserved <= onHand, after every event. */
export interface StockItemState {
  readonly onHand: number;
  readonly reserved: number;
  readonly received: number;
  readonly shipped: number;
  readonly writtenOff: number;
  readonly returned: number;
  /** The sum of all that counts have put right. */
  readonly corrected: number;
  /** When the newest count was taken; empty before the first. */
  readonly countedAt: string;
}

export const evolveStockItem = evolving<StockItemState, StockItemEvent>({
  StockReceived: (state, { quantity }) => arrived(state, quantity),
  StockAdjusted: (state, { delta }) => (delta > 0 ? arrived(state, delta) : lost(state, -delta)),
  StockCounted: (state, { delta, countedAt }) => ({
    ...state,
    corrected: state.corrected + delta,
    countedAt,
  }),
  UnitsReserved: (state, { quantity }) => ({ ...state, reserved: state.reserved + quantity }),
  UnitsReleased: (state, { quantity }) => ({ ...state, reserved: state.reserved - quantity }),
  UnitsConsumed: (state, { quantity }) => ({
    ...state,
    reserved: state.reserved - quantity,
    onHand: state.onHand - quantity,
    shipped: state.shipped + quantity,
  }),
  UnitsReturned: (state, { sellable, damaged }) => ({
    ...state,
    onHand: state.onHand + sellable,
    returned: state.returned + sellable + damaged,
    writtenOff: state.writtenOff + damaged,
  }),
});

export const available = ({ onHand, reserved }: StockItemState): number => onHand - reserved;

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
