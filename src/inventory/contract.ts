import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { command } from '../platform/cqrs/command.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import {
  pageOf,
  pageQuery,
  reason,
  sku,
  text,
  timestamp,
  uuid,
  type PointInTime,
} from '../platform/core/schemas.js';
import type { ReservationState } from './reservation.decider.js';
import type { StockItemState } from './stock-item.decider.js';

export {
  StockConsumed,
  StockReleased,
  StockReservationRejected,
  StockReserved,
} from './reservation.events.js';
export { StockAdjusted, StockReceived } from './stock-item.events.js';

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

/** What stood on the shelf at a moment, reserved units included; see StockCounted. */
export class CountStock extends command(
  z.strictObject({ sku, counted: z.int().min(0).max(1_000_000_000), countedAt: timestamp, reason }),
)<StockItemState>() {}

const orderLine = z.strictObject({ sku, quantity: z.int().min(1).max(10_000) });

/** All lines or none. Ends in StockReserved, or in StockReservationRejected with every shortage. */
export class ReserveStock extends command(
  z.strictObject({ orderId: uuid, lines: z.array(orderLine).min(1).max(1_000) }),
)<ReservationState>() {}
/** Always ends in StockReleased, also before (and so instead of) its ReserveStock. */
export class ReleaseStock extends command(z.strictObject({ orderId: uuid }))<ReservationState>() {}
/** The parcel has left: ends in StockConsumed. */
export class ConsumeStock extends command(z.strictObject({ orderId: uuid }))<ReservationState>() {}

export const stockItemView = z
  .object({ sku, onHand: z.int(), reserved: z.int(), available: z.int(), version: z.int() })
  .meta({ id: 'StockItem' });
export type StockItemView = z.output<typeof stockItemView>;

/**
 * One SKU's stock as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `stock.not-found`
 */
export class GetStock extends Query<Loaded<StockItemState>> {
  constructor(
    readonly sku: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const stockFilter = pageQuery;
export const stockPage = pageOf(stockItemView).meta({ id: 'StockPage' });
export type StockPage = z.output<typeof stockPage>;

/** Every SKU that ever had stock, the newest first; never behind a write. */
export class ListStock extends Query<StockPage> {
  constructor(readonly filter: z.output<typeof stockFilter>) {
    super();
  }
}

export const problems = {
  'stock.not-found': {
    status: 404,
    title: 'No stock was ever received under this SKU',
    fix: 'Check the SKU (it is case-sensitive), or receive stock with POST /v1/stock/{sku}/receipts.',
  },
  'stock.insufficient': {
    status: 409,
    title: 'Not enough unreserved units',
    fix: 'Write off at most what GET /v1/stock/{sku} shows as available; cancel orders to free more.',
  },
  'stock.counted-in-future': {
    status: 422,
    title: 'This has not been counted yet',
    fix: 'Send the time of the count. Clocks may differ by five minutes, not by more.',
  },
  'stock.counted-before-books': {
    status: 422,
    title: 'The books begin after the count',
    fix: 'There is nothing to compare it with: count again.',
  },
  'reservation.not-held': {
    status: 409,
    title: 'The order holds no stock',
    fix: 'Only a reservation that is held can be consumed. See the timeline of the order for what became of it.',
  },
  'reservation.already-consumed': {
    status: 409,
    title: 'The stock of the order has already left',
    fix: 'What was shipped comes back as a return: POST /v1/orders/{id}/returns.',
  },
} as const;
export type InventoryProblem = keyof typeof problems;
