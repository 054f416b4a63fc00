import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import {
  consumeStock,
  reduceReservation,
  releaseStock,
  reservation,
  reserveStock,
} from './reservation.decider.js';
import {
  StockConsumed,
  StockReleased,
  StockReservationRejected,
  StockReserved,
} from './reservation.events.js';
import { ConsumeStock, ReduceReservation, ReleaseStock, ReserveStock } from './stock.commands.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const lines = [{ sku: 'MUG', quantity: 2 }];
const reserved = new StockReserved({ orderId, lines });
const shortages = [{ sku: 'MUG', requested: 2, available: 0 }];

const statuses = {
  none: [],
  held: [reserved],
  rejected: [new StockReservationRejected({ orderId, shortages })],
  released: [reserved, new StockReleased({ orderId, lines })],
  consumed: [reserved, new StockConsumed({ orderId, lines })],
};
const reserve = (available: number) =>
  reserveStock(new ReserveStock({ orderId, lines }, by), new Map([['MUG', available]]));
const commands = {
  ReserveStock: reserve(2),
  'ReserveStock, too many': reserve(1),
  ReduceReservation: reduceReservation(
    new ReduceReservation({ orderId, lines: [{ sku: 'MUG', quantity: 1 }] }, by),
  ),
  ReleaseStock: releaseStock(new ReleaseStock({ orderId }, by)),
  ConsumeStock: consumeStock(new ConsumeStock({ orderId }, by)),
};

holdsStatesTable({ room: 'inventory', decider: reservation, statuses, commands });
