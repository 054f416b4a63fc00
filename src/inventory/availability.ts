import { eventsIn, type DomainEvent } from '../platform/core/event.js';
import * as declared from './stock-item.events.js';
import type { StockItemEvent } from './stock-item.state.js';

type Of<Type> = Extract<StockItemEvent, { readonly type: Type }>['data'];

/** By how many units each event changes what is neither gone nor reserved. One that is forgotten does not compile. */
const units: { readonly [Type in StockItemEvent['type']]: (data: Of<Type>) => number } = {
  StockReceived: ({ quantity }) => quantity,
  StockAdjusted: ({ delta }) => delta,
  StockCounted: () => 0,
  UnitsReserved: ({ quantity }) => -quantity,
  UnitsReleased: ({ quantity }) => quantity,
  UnitsConsumed: () => 0,
};

/** For whoever shows what is available without being asked each time. */
export const stockMovements = {
  events: eventsIn(declared),
  of(event: DomainEvent): { readonly sku: string; readonly units: number } {
    const { type, data } = event as StockItemEvent;
    return { sku: data.sku, units: units[type](data as never) };
  },
};
