import type { Loaded } from '../platform/event-store/snapshots.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import type { ConsumeStock, ReduceReservation, ReleaseStock, ReserveStock } from './stock.commands.js';
import type { ReservedLine } from './reservation.events.js';
import {
  consumeStock,
  beyond,
  movements,
  reduceReservation,
  releaseStock,
  reservation,
  reserveStock,
  wanted,
} from './reservation.decider.js';
import type { ReservationEvent, ReservationState } from './reservation.state.js';
import { stockItem } from './stock-item.decider.js';
import { available } from './stock-item.state.js';

/** The reservation and the SKUs to look at, and then the decision. */
interface Terms {
  look(unit: UnitOfWork, orderId: string): Promise<Loaded<ReservationState>>;
  skus(state: ReservationState): readonly string[];
  decide(state: ReservationState, availableOf: ReadonlyMap<string, number>): readonly ReservationEvent[];
}

/**
 * One atomic append over the reservation and the stock of all its SKUs. Every stream that was looked at must still
 * stand where it stood, so a shortage is as true at commit as a reservation.
 */
async function settle(unit: UnitOfWork, orderId: string, terms: Terms): Promise<Loaded<ReservationState>> {
  const { state } = await terms.look(unit, orderId);
  const items = await Promise.all(terms.skus(state).map((sku) => unit.load(stockItem, sku)));
  const availableOf = new Map(items.map(({ id, state: stock }) => [id, available(stock)]));
  const events = terms.decide(state, availableOf);
  const after = unit.append(reservation, orderId, events);
  for (const moved of events.flatMap(movements)) unit.append(stockItem, moved.data.sku, [moved]);
  return after;
}

const look = (unit: UnitOfWork, orderId: string) => unit.load(reservation, orderId);
const skusIn = (lines: readonly ReservedLine[]): readonly string[] => lines.map(({ sku }) => sku);
const heldSkus = (state: ReservationState): readonly string[] =>
  state.status === 'held' ? skusIn(state.lines) : [];

// Nobody outside is asked, so each can also be decided within the append of whoever leads to it.

export const reserve = (unit: UnitOfWork, command: ReserveStock) =>
  settle(unit, command.data.orderId, {
    look: (_, orderId) => unit.begin(reservation, orderId),
    skus: (state) => (state.status === 'none' ? skusIn(wanted(command.data.lines, state.atMost)) : []),
    decide: (state, availableOf) => reserveStock(command, availableOf)(state),
  });

export const reduce = (unit: UnitOfWork, command: ReduceReservation) =>
  settle(unit, command.data.orderId, {
    look,
    skus: (state) =>
      state.status === 'held' ? skusIn(beyond(state.lines, wanted(state.lines, command.data.lines))) : [],
    decide: reduceReservation(command),
  });

export const release = (unit: UnitOfWork, command: ReleaseStock) =>
  settle(unit, command.data.orderId, { look, skus: heldSkus, decide: releaseStock(command) });

export const consume = (unit: UnitOfWork, command: ConsumeStock) =>
  settle(unit, command.data.orderId, { look, skus: heldSkus, decide: consumeStock(command) });
