import { z } from 'zod';
import { event, type Frozen } from '../platform/core/event.js';
import { sku, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const reservedLine = z.strictObject({ sku, quantity: z.int() });
export type ReservedLine = Frozen<z.output<typeof reservedLine>>;

const shortage = z.strictObject({ sku, requested: z.int(), available: z.int() });
export type Shortage = Frozen<z.output<typeof shortage>>;

const reservation = z.strictObject({ orderId: uuid });
const lines = reservation.extend({
  lines: z.array(reservedLine).meta({ description: 'one for each SKU, in the order of SKUs' }),
});

export class StockReserved extends event('StockReserved', lines) {}
export class StockReservationRejected extends event(
  'StockReservationRejected',
  reservation.extend({ shortages: z.array(shortage) }),
) {}
/**
 * Of what was reserved, or will be, only `lines` are still wanted; `released` can be sold again, and is empty where nothing
 * was reserved yet.
 */
export class ReservationReduced extends event(
  'ReservationReduced',
  lines.extend({ released: z.array(reservedLine) }),
) {}
/** Without lines: there was nothing to give back, and no reservation can be made any more. */
export class StockReleased extends event('StockReleased', lines) {}
export class StockConsumed extends event('StockConsumed', lines) {}
