import { eventsIn, type DomainEvent } from '../platform/core/event.js';
import * as declared from './stock-item.events.js';
import type { StockItemEvent } from './stock-item.state.js';

type Of<Type> = Extract<StockItemEvent, { readonly type: Type }>['data'];

/** By how many units an event changes ... */
interface Units {
  /** what is neither gone nor reserved */
  readonly available: number;
  /** what lies on the shelf */
  readonly onHand: number;
  /** what has left for a customer. */
  readonly shipped: number;
}
const none: Units = { available: 0, onHand: 0, shipped: 0 };
const counted = (units: number): Units => ({ ...none, available: units, onHand: units });

/** One that is forgotten does not compile. */
const units: { readonly [Type in StockItemEvent['type']]: (data: Of<Type>) => Units } = {
  StockReceived: ({ quantity }) => counted(quantity),
  StockAdjusted: ({ delta }) => counted(delta),
  StockCounted: () => none,
  UnitsReserved: ({ quantity }) => ({ ...none, available: -quantity }),
  UnitsReleased: ({ quantity }) => ({ ...none, available: quantity }),
  UnitsConsumed: ({ quantity }) => ({ ...none, onHand: -quantity, shipped: quantity }),
  UnitsReturned: ({ sellable }) => counted(sellable),
};

/** For whoever keeps account of the stock without asking each time. */
export const stockMovements = {
  events: eventsIn(declared),
  of(event: DomainEvent): Units & { readonly sku: string } {
    const { type, data } = event as StockItemEvent;
    return { sku: data.sku, ...units[type](data as never) };
  },
};
