import { event } from '../platform/core/event.js';

export interface ReservedLine {
  readonly sku: string;
  readonly quantity: number;
}

export interface Shortage {
  readonly sku: string;
  readonly requested: number;
  readonly available: number;
}

interface Lines {
  readonly orderId: string;
  /** One for each SKU, in the order of SKUs. */
  readonly lines: readonly ReservedLine[];
}

export class StockReserved extends event('StockReserved')<Lines>() {}
export class StockReservationRejected extends event('StockReservationRejected')<{
  orderId: string;
  shortages: readonly Shortage[];
}>() {}
/** Without lines: there was nothing to give back, and no reservation can be made any more. */
export class StockReleased extends event('StockReleased')<Lines>() {}
export class StockConsumed extends event('StockConsumed')<Lines>() {}

export type ReservationEvent = StockReserved | StockReservationRejected | StockReleased | StockConsumed;
