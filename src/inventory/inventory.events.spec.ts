import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { reservation } from './reservation.decider.js';
import { stockItem } from './stock-item.decider.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const storedMoved = `{"sku":"MUG","quantity":2,"orderId":"${orderId}"}`;
const storedLines = `{"orderId":"${orderId}","lines":[{"sku":"MUG","quantity":2}]}`;

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  {
    type: 'StockReceived',
    version: 1,
    stored: '{"sku":"MUG","quantity":10,"reference":"DN-4711"}',
  },
  {
    type: 'StockAdjusted',
    version: 1,
    stored: '{"sku":"MUG","delta":-2,"reason":"broken"}',
  },
  {
    type: 'StockCounted',
    version: 1,
    stored: '{"sku":"MUG","counted":95,"delta":-5,"countedAt":"2026-01-01T08:00:00.000Z"}',
  },
  { type: 'UnitsReserved', version: 1, stored: storedMoved },
  { type: 'UnitsReleased', version: 1, stored: storedMoved },
  { type: 'UnitsConsumed', version: 1, stored: storedMoved },
  {
    type: 'UnitsReturned',
    version: 1,
    stored: `{"sku":"MUG","orderId":"${orderId}","returnId":"${orderId}","sellable":1,"damaged":1}`,
  },
  { type: 'StockReserved', version: 1, stored: storedLines },
  {
    type: 'StockReservationRejected',
    version: 1,
    stored: `{"orderId":"${orderId}","shortages":[{"sku":"MUG","requested":2,"available":1}]}`,
  },
  {
    type: 'ReservationReduced',
    version: 1,
    stored: `{"orderId":"${orderId}","lines":[{"sku":"MUG","quantity":1}],"released":[{"sku":"MUG","quantity":1}]}`,
  },
  { type: 'StockReleased', version: 1, stored: storedLines },
  { type: 'StockConsumed', version: 1, stored: storedLines },
];

stillUnderstood([...stockItem.events, ...reservation.events], golden);
