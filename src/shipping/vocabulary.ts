import { z } from 'zod';
import type { Frozen } from '../platform/core/event.js';
import { personal } from '../platform/core/personal.js';
import { sku, text } from '../platform/core/schemas.js';

/** The words of shipping, for what is asked, what is stored and what is told. */

export const address = z.strictObject({
  name: personal(text(200)),
  line1: personal(text(200)),
  line2: personal(text(200)).optional(),
  city: personal(text(100)),
  region: personal(text(100)).optional(),
  postalCode: personal(text(20)),
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type Address = Frozen<z.output<typeof address>>;

export const shippedLine = z.strictObject({ sku, quantity: z.int().min(1) });
export type ShippedLine = Frozen<z.output<typeof shippedLine>>;

/** Counts the parcels of an order that were tried one after another, each under a key of its own; absent: the first. */
export const attempt = z.int().min(1).optional();

/**
 * How we came to know an outcome: the carrier's reply, a look-up by our key, its answer to a cancellation, or a person
 * who moves the parcels by hand.
 */
export const evidence = z.enum(['reply', 'look-up', 'cancellation', 'record']);
export type Evidence = z.output<typeof evidence>;

export const lossOutcome = z.enum(['sent-again', 'refunded']);

export const trackingStatus = z.enum(['in_transit', 'delivered', 'lost']);
