import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { sku, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const line = z.strictObject({ sku, quantity: z.int() });
const moved = z.strictObject({ orderId: uuid, returnId: uuid, items: z.array(line) });

/** A return speaks for these units of the order; `delivered` is how many of them there are. */
export class UnitsClaimed extends event(
  'UnitsClaimed',
  moved.extend({ items: z.array(line.extend({ delivered: z.int() })) }),
) {}
/** It does not any more: another return may. */
export class UnitsGivenUp extends event('UnitsGivenUp', moved) {}
export class UnitsCameBack extends event('UnitsCameBack', moved) {}
