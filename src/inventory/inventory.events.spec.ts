import { describe, expect, it } from '@jest/globals';
import { upcast } from '../platform/core/event.js';
import { reservation } from './reservation.decider.js';
import { stockItem } from './stock-item.decider.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const lines = [{ sku: 'MUG', quantity: 2 }];
const moved = { sku: 'MUG', quantity: 2, orderId };
const storedMoved = `{"sku":"MUG","quantity":2,"orderId":"${orderId}"}`;
const storedLines = `{"orderId":"${orderId}","lines":[{"sku":"MUG","quantity":2}]}`;

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden = [
  {
    type: 'StockReceived',
    version: 1,
    stored: '{"sku":"MUG","quantity":10,"reference":"DN-4711"}',
    newest: { sku: 'MUG', quantity: 10, reference: 'DN-4711' },
  },
  {
    type: 'StockAdjusted',
    version: 1,
    stored: '{"sku":"MUG","delta":-2,"reason":"broken"}',
    newest: { sku: 'MUG', delta: -2, reason: 'broken' },
  },
  {
    type: 'StockCounted',
    version: 1,
    stored: '{"sku":"MUG","counted":95,"delta":-5,"countedAt":"2026-01-01T08:00:00.000Z"}',
    newest: { sku: 'MUG', counted: 95, delta: -5, countedAt: '2026-01-01T08:00:00.000Z' },
  },
  { type: 'UnitsReserved', version: 1, stored: storedMoved, newest: moved },
  { type: 'UnitsReleased', version: 1, stored: storedMoved, newest: moved },
  { type: 'UnitsConsumed', version: 1, stored: storedMoved, newest: moved },
  { type: 'StockReserved', version: 1, stored: storedLines, newest: { orderId, lines } },
  {
    type: 'StockReservationRejected',
    version: 1,
    stored: `{"orderId":"${orderId}","shortages":[{"sku":"MUG","requested":2,"available":1}]}`,
    newest: { orderId, shortages: [{ sku: 'MUG', requested: 2, available: 1 }] },
  },
  { type: 'StockReleased', version: 1, stored: storedLines, newest: { orderId, lines } },
  { type: 'StockConsumed', version: 1, stored: storedLines, newest: { orderId, lines } },
];

const events = [...stockItem.events, ...reservation.events];

describe('Stored inventory events', () => {
  it.each(golden)('$type v$version is still understood', ({ type, version, stored, newest }) => {
    const declared = events.find((one) => one.type === type);
    expect(upcast(declared!, version, JSON.parse(stored) as object).data).toStrictEqual(newest);
  });

  it.each(events.map(({ type, version }) => ({ type, version })))(
    '$type has a golden row for each of its $version version(s)',
    ({ type, version }) =>
      expect(golden.filter((row) => row.type === type).map((row) => row.version)).toStrictEqual(
        Array.from({ length: version }, (_, index) => index + 1),
      ),
  );
});
