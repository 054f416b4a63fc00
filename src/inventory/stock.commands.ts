import { z } from 'zod';
import { reason, sku, text, timestamp, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { ReservationState } from './reservation.state.js';
import type { StockItemState } from './stock-item.state.js';

/** What can be asked of stock and reservations, and the bodies of the routes. */

const units = z.int().min(1).max(1_000_000_000);

export const receiptBody = z
  .strictObject({
    quantity: units,
    reference: text(200)
      .optional()
      .meta({ description: 'delivery note or the like', examples: ['DN-4711'] }),
  })
  .meta({ id: 'StockReceipt' });
export const adjustmentBody = z
  .strictObject({
    delta: z
      .int()
      .min(-1_000_000_000)
      .max(1_000_000_000)
      .refine((delta) => delta !== 0, 'must not be 0')
      .meta({ description: 'units found (positive) or missing (negative)', examples: [-2] }),
    reason,
  })
  .meta({ id: 'StockAdjustment' });

export class ReceiveStock extends command(receiptBody.extend({ sku }))<StockItemState>() {}
export class AdjustStock extends command(adjustmentBody.extend({ sku }))<StockItemState>() {}

/** Units of a delivered order came back, and somebody looked at them. */
export class RestockUnits extends command(
  z.strictObject({
    sku,
    orderId: uuid,
    returnId: uuid,
    sellable: z.int().min(0).max(10_000),
    damaged: z.int().min(0).max(10_000),
  }),
)<StockItemState>() {}

/** What stood on the shelf at a moment, reserved units included; see StockCounted. */
export class CountStock extends command(
  z.strictObject({ sku, counted: z.int().min(0).max(1_000_000_000), countedAt: timestamp, reason }),
)<StockItemState>() {}

const orderLine = z.strictObject({ sku, quantity: z.int().min(1).max(10_000) });

/** All lines or none. Ends in StockReserved, or in StockReservationRejected with every shortage. */
export class ReserveStock extends command(
  z.strictObject({ orderId: uuid, lines: z.array(orderLine).min(1).max(1_000) }),
)<ReservationState>() {}
/** Only these lines of an order are still wanted; what was reserved beyond them is given back. */
export class ReduceReservation extends command(
  z.strictObject({ orderId: uuid, lines: z.array(orderLine).min(1).max(1_000) }),
)<ReservationState>() {}
/** Always ends in StockReleased, also before (and so instead of) its ReserveStock. */
export class ReleaseStock extends command(z.strictObject({ orderId: uuid }))<ReservationState>() {}
/** The parcel has left: ends in StockConsumed. */
export class ConsumeStock extends command(z.strictObject({ orderId: uuid }))<ReservationState>() {}
