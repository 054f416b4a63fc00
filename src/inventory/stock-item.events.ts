import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { sku, timestamp, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const item = z.strictObject({ sku });

export class StockReceived extends event(
  'StockReceived',
  item.extend({ quantity: z.int(), reference: z.string().nullable() }),
) {}

/** A count that differed from the books: found units count as received, missing ones as written off. */
export class StockAdjusted extends event(
  'StockAdjusted',
  item.extend({ delta: z.int(), reason: z.string() }),
) {}

/**
 * Somebody counted the shelf: `delta` units more than the books said they held at that moment. A StockAdjusted follows
 * unless it is 0.
 */
export class StockCounted extends event(
  'StockCounted',
  item.extend({ counted: z.int(), delta: z.int(), countedAt: timestamp }),
) {}

const movement = item.extend({ orderId: uuid, quantity: z.int() });

export class UnitsReserved extends event('UnitsReserved', movement) {}
export class UnitsReleased extends event('UnitsReleased', movement) {}
/** The units left the building. */
export class UnitsConsumed extends event('UnitsConsumed', movement) {}

/** Units of a delivered order came back: sellable ones are on the shelf again, damaged ones are written off. */
export class UnitsReturned extends event(
  'UnitsReturned',
  item.extend({ orderId: uuid, returnId: uuid, sellable: z.int(), damaged: z.int() }),
) {}

export type UnitsMoved = UnitsReserved | UnitsReleased | UnitsConsumed;
