import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import * as declared from './reservation.events.js';
import { rejecting } from '../platform/core/rejection.js';
import type { InventoryProblem } from './contract.js';
import type { ConsumeStock, ReduceReservation, ReleaseStock, ReserveStock } from './stock.commands.js';
import {
  ReservationReduced,
  StockConsumed,
  StockReleased,
  StockReservationRejected,
  StockReserved,
  type ReservedLine,
} from './reservation.events.js';
import { reservationRow } from './reservation.row.js';
import { evolveReservation, type ReservationEvent, type ReservationState } from './reservation.state.js';
import { UnitsConsumed, UnitsReleased, UnitsReserved, type UnitsMoved } from './stock-item.events.js';

const reject = rejecting<InventoryProblem>();

export const reservation: Decider<ReservationState, ReservationEvent, 'orderId'> = {
  category: 'reservation',
  room: 'inventory',
  idKey: 'orderId',
  events: eventsIn(declared),
  initial: { status: 'none' },
  shape: 1,
  notFound: 'reservation.not-held',
  inline: reservationRow,
  evolve: evolveReservation,
};

/**
 * What an order asks for: one line for each SKU, with the sum, in the order of SKUs. Lines that share a SKU would
 * otherwise each pass the check alone and oversell together.
 */
export function demand(lines: readonly ReservedLine[]): readonly ReservedLine[] {
  const bySku = new Map<string, number>();
  for (const { sku, quantity } of lines) bySku.set(sku, (bySku.get(sku) ?? 0) + quantity);
  return [...bySku].map(([sku, quantity]) => ({ sku, quantity })).sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

/** What is asked for, as far as it was not given up before. */
export function wanted(
  lines: readonly ReservedLine[],
  atMost: readonly ReservedLine[] = lines,
): readonly ReservedLine[] {
  const most = new Map(demand(atMost).map(({ sku, quantity }) => [sku, quantity]));
  return demand(lines)
    .map(({ sku, quantity }) => ({ sku, quantity: Math.min(quantity, most.get(sku) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

/** @param availableOf unreserved units of each demanded SKU; an unknown SKU has none */
export const reserveStock =
  ({ data }: ReserveStock, availableOf: ReadonlyMap<string, number>) =>
  (state: ReservationState): readonly ReservationEvent[] => {
    // A release that overtook its reservation has settled the matter: whoever asked no longer wants the units.
    if (state.status !== 'none') return [];
    const lines = wanted(data.lines, state.atMost);
    const shortages = lines
      .map(({ sku, quantity }) => ({ sku, requested: quantity, available: availableOf.get(sku) ?? 0 }))
      .filter((line) => line.requested > line.available);
    return shortages.length > 0
      ? [new StockReservationRejected({ orderId: data.orderId, shortages })]
      : [new StockReserved({ orderId: data.orderId, lines })];
  };

/** Sent before the reservation, it is remembered for it. */
export const reduceReservation =
  ({ data: { orderId, lines } }: ReduceReservation) =>
  (state: ReservationState): readonly ReservationEvent[] => {
    switch (state.status) {
      case 'none': {
        const left = wanted(lines, state.atMost);
        return [new ReservationReduced({ orderId, lines: left, released: [] })];
      }
      case 'held': {
        const left = wanted(state.lines, lines);
        const released = beyond(state.lines, left);
        return released.length === 0 ? [] : [new ReservationReduced({ orderId, lines: left, released })];
      }
      case 'rejected':
      case 'released':
        return [];
      case 'consumed':
        return reject('reservation.already-consumed', `the units of order ${orderId} have already left`);
    }
  };

/** What there is of each line beyond what is left of it. */
export function beyond(
  lines: readonly ReservedLine[],
  left: readonly ReservedLine[],
): readonly ReservedLine[] {
  const rest = new Map(left.map(({ sku, quantity }) => [sku, quantity]));
  return lines
    .map(({ sku, quantity }) => ({ sku, quantity: quantity - (rest.get(sku) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

export const releaseStock =
  ({ data: { orderId } }: ReleaseStock) =>
  (state: ReservationState): readonly ReservationEvent[] => {
    switch (state.status) {
      case 'none':
      case 'rejected':
        return [new StockReleased({ orderId, lines: [] })];
      case 'held':
        return [new StockReleased({ orderId, lines: state.lines })];
      case 'released':
        return [];
      case 'consumed':
        return reject('reservation.already-consumed', `the units of order ${orderId} have already left`);
    }
  };

export const consumeStock =
  ({ data: { orderId } }: ConsumeStock) =>
  (state: ReservationState): readonly ReservationEvent[] => {
    switch (state.status) {
      case 'held':
        return [new StockConsumed({ orderId, lines: state.lines })];
      case 'consumed':
        return [];
      case 'none':
      case 'rejected':
      case 'released':
        return reject(
          'reservation.not-held',
          `order ${orderId} holds no stock: its reservation is ${state.status}`,
        );
    }
  };

/** What a reservation's event does to the stock of each of its SKUs; belongs into the same append. */
export function movements({ type, data }: ReservationEvent): readonly UnitsMoved[] {
  if (type === 'StockReservationRejected') return [];
  if (type === 'ReservationReduced') {
    return data.released.map((line) => new UnitsReleased({ ...line, orderId: data.orderId }));
  }
  const Moved = { StockReserved: UnitsReserved, StockReleased: UnitsReleased, StockConsumed: UnitsConsumed }[
    type
  ];
  return data.lines.map((line) => new Moved({ ...line, orderId: data.orderId }));
}
