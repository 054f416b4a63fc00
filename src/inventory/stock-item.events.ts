import { event } from '../platform/core/event.js';

export class StockReceived extends event('StockReceived')<{
  sku: string;
  quantity: number;
  reference: string | null;
}>() {}

/** A count that differed from the books: found units count as received, missing ones as written off. */
export class StockAdjusted extends event('StockAdjusted')<{ sku: string; delta: number; reason: string }>() {}

/**
 * Somebody counted the shelf: `delta` units more than the books said they held at that moment. A StockAdjusted follows
 * unless it is 0.
 */
export class StockCounted extends event('StockCounted')<{
  sku: string;
  counted: number;
  delta: number;
  countedAt: string;
}>() {}

interface Movement {
  readonly sku: string;
  readonly orderId: string;
  readonly quantity: number;
}

export class UnitsReserved extends event('UnitsReserved')<Movement>() {}
export class UnitsReleased extends event('UnitsReleased')<Movement>() {}
/** The units left the building. */
export class UnitsConsumed extends event('UnitsConsumed')<Movement>() {}

export type UnitsMoved = UnitsReserved | UnitsReleased | UnitsConsumed;
export type StockItemEvent = StockReceived | StockAdjusted | StockCounted | UnitsMoved;
