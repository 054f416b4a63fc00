import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { pageOf, pageQuery, sku, uuid, type PointInTime } from '../platform/core/schemas.js';

export * from './reservation.events.js';
export * from './stock.commands.js';
export { StockAdjusted, StockReceived, UnitsReturned } from './stock-item.events.js';
export { stockMovements } from './availability.js';

export const stockItemView = z
  .object({ sku, onHand: z.int(), reserved: z.int(), available: z.int(), version: z.int() })
  .meta({ id: 'StockItem' });
export type StockItemView = z.output<typeof stockItemView>;

/**
 * One SKU's stock as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `stock.not-found`
 */
export class GetStock extends Query<StockItemView> {
  constructor(
    readonly sku: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const reservationView = z
  .object({
    orderId: uuid,
    status: z.enum(['held', 'released', 'consumed', 'rejected']),
    lines: z.array(z.object({ sku, quantity: z.int() })),
    shortages: z.array(z.object({ sku, requested: z.int(), available: z.int() })).optional(),
    version: z.int(),
  })
  .meta({ id: 'Reservation' });
export type ReservationView = z.output<typeof reservationView>;

/**
 * What is, or was, set aside for an order.
 *
 * @throws Rejection `reservation.not-held` where nothing was ever asked for
 */
export class GetReservation extends Query<ReservationView> {
  constructor(
    readonly orderId: string,
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
