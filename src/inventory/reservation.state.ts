import { evolving } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './reservation.events.js';
import type { ReservedLine, Shortage } from './reservation.events.js';

/** Everything that may stand in its stream. */
export type ReservationEvent = EventIn<typeof declared>;

export type ReservationState =
  /** `atMost`: what was given up before anything was reserved is not reserved later. */
  | { readonly status: 'none'; readonly atMost?: readonly ReservedLine[] }
  | {
      readonly status: 'held' | 'released' | 'consumed';
      readonly lines: readonly ReservedLine[];
      /** SKUs of which all units have just been given up. */
      readonly dropped?: readonly string[];
    }
  | { readonly status: 'rejected'; readonly shortages: readonly Shortage[] };

export const evolveReservation = evolving<ReservationState, ReservationEvent>({
  StockReserved: (_, { lines }) => ({ status: 'held', lines }),
  StockReservationRejected: (_, { shortages }) => ({ status: 'rejected', shortages }),
  ReservationReduced: (state, { lines }) => {
    if (state.status === 'none') return { status: 'none', atMost: lines };
    if (state.status !== 'held') return state;
    const left = new Set(lines.map(({ sku }) => sku));
    const dropped = state.lines.map(({ sku }) => sku).filter((sku) => !left.has(sku));
    return { status: 'held', lines, ...(dropped.length > 0 && { dropped }) };
  },
  StockReleased: (_, { lines }) => ({ status: 'released', lines }),
  StockConsumed: (_, { lines }) => ({ status: 'consumed', lines }),
});
