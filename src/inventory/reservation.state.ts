import { evolving } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type * as declared from './reservation.events.js';
import type { ReservedLine, Shortage } from './reservation.events.js';

/** Everything that may stand in its stream. */
export type ReservationEvent = EventIn<typeof declared>;

export type ReservationState =
  | { readonly status: 'none' }
  | { readonly status: 'held' | 'released' | 'consumed'; readonly lines: readonly ReservedLine[] }
  | { readonly status: 'rejected'; readonly shortages: readonly Shortage[] };

export const evolveReservation = evolving<ReservationState, ReservationEvent>({
  StockReserved: (_, { lines }) => ({ status: 'held', lines }),
  StockReservationRejected: (_, { shortages }) => ({ status: 'rejected', shortages }),
  StockReleased: (_, { lines }) => ({ status: 'released', lines }),
  StockConsumed: (_, { lines }) => ({ status: 'consumed', lines }),
});
