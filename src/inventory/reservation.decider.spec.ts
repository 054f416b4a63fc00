import { describe, expect, it } from '@jest/globals';
import { by, given } from '../platform/testing/given.js';
import { ConsumeStock, ReleaseStock, ReserveStock } from './stock.commands.js';
import { consumeStock, movements, releaseStock, reservation, reserveStock } from './reservation.decider.js';
import {
  StockConsumed,
  StockReleased,
  StockReservationRejected,
  StockReserved,
} from './reservation.events.js';
import { UnitsConsumed, UnitsReleased, UnitsReserved } from './stock-item.events.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const mug = (quantity: number) => ({ sku: 'MUG', quantity });
const pot = (quantity: number) => ({ sku: 'POT', quantity });

const reserve = (lines: { sku: string; quantity: number }[], stock: Record<string, number>) =>
  reserveStock(new ReserveStock({ orderId, lines }, by), new Map(Object.entries(stock)));
const release = releaseStock(new ReleaseStock({ orderId }, by));
const consume = consumeStock(new ConsumeStock({ orderId }, by));

const reserved = new StockReserved({ orderId, lines: [mug(2), pot(1)] });
const rejected = new StockReservationRejected({
  orderId,
  shortages: [{ sku: 'POT', requested: 1, available: 0 }],
});
const released = new StockReleased({ orderId, lines: reserved.data.lines });
const consumed = new StockConsumed({ orderId, lines: reserved.data.lines });
const tombstone = new StockReleased({ orderId, lines: [] });

describe('Reserving stock', () => {
  it('holds every line', () =>
    given(reservation)
      .when(reserve([pot(1), mug(2)], { MUG: 2, POT: 1 }))
      .then(reserved));
  it('holds nothing when one line is short, and names the shortage', () =>
    given(reservation)
      .when(reserve([mug(2), pot(1)], { MUG: 2, POT: 0 }))
      .then(rejected));
  it('names every shortage', () =>
    given(reservation)
      .when(reserve([mug(3), pot(5)], { MUG: 2, POT: 4 }))
      .then(
        new StockReservationRejected({
          orderId,
          shortages: [
            { sku: 'MUG', requested: 3, available: 2 },
            { sku: 'POT', requested: 5, available: 4 },
          ],
        }),
      ));
  it('treats a SKU nobody has ever received as having none', () =>
    given(reservation)
      .when(reserve([pot(1)], {}))
      .then(rejected));
  it('adds up lines of one SKU before it looks at the stock', () =>
    given(reservation)
      .when(reserve([mug(2), mug(2)], { MUG: 3 }))
      .then(
        new StockReservationRejected({ orderId, shortages: [{ sku: 'MUG', requested: 4, available: 3 }] }),
      ));
  it.each([[reserved], [rejected], [tombstone]])(
    'is harmless when the order is already settled (%#)',
    (earlier) =>
      given(reservation, earlier)
        .when(reserve([mug(2)], { MUG: 100 }))
        .then(),
  );
});

describe('Releasing stock', () => {
  it('gives back what was held', () => given(reservation, reserved).when(release).then(released));
  it('always leaves its event, so that whoever waits for it goes on', () =>
    given(reservation, rejected).when(release).then(tombstone));
  it('before the reservation prevents the reservation', () =>
    given(reservation).when(release).then(tombstone));
  it('is harmless when repeated', () => given(reservation, reserved, released).when(release).then());
  it('cannot undo a dispatch', () =>
    given(reservation, reserved, consumed).when(release).rejects('reservation.already-consumed'));
});

describe('Consuming stock', () => {
  it('lets the held units leave', () => given(reservation, reserved).when(consume).then(consumed));
  it('is harmless when repeated', () => given(reservation, reserved, consumed).when(consume).then());
  it('needs a reservation', () => given(reservation).when(consume).rejects('reservation.not-held'));
  it('needs one that was not refused', () =>
    given(reservation, rejected).when(consume).rejects('reservation.not-held'));
  it('needs one that was not given back', () =>
    given(reservation, reserved, released).when(consume).rejects('reservation.not-held'));
});

describe('A settled reservation', () => {
  it('moves the units of each SKU', () => {
    expect(movements(reserved)).toEqual([
      new UnitsReserved({ sku: 'MUG', quantity: 2, orderId }),
      new UnitsReserved({ sku: 'POT', quantity: 1, orderId }),
    ]);
    expect(movements(released).every((moved) => moved instanceof UnitsReleased)).toBe(true);
    expect(movements(consumed).every((moved) => moved instanceof UnitsConsumed)).toBe(true);
  });
  it('moves nothing when it was refused, or came after its release', () => {
    expect(movements(rejected)).toEqual([]);
    expect(movements(tombstone)).toEqual([]);
  });
});
