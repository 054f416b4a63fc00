import { event } from '../platform/core/event.js';

export class StockReceived extends event('StockReceived')<{
  sku: string;
  quantity: number;
  reference: string | null;
}>() {}

/** A count that differed from the books: found units count as received, missing ones as written off. */
export class StockAdjusted extends event('StockAdjusted')<{ sku: string; delta: number; reason: string }>() {}

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
export type StockItemEvent = StockReceived | StockAdjusted | UnitsMoved;
