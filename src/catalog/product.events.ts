import { z } from 'zod';
import { event, type Frozen } from '../platform/core/event.js';
import { money, sku } from '../platform/core/schemas.js';

// The names in here are the storage format.

const product = z.strictObject({ sku });
const details = z.strictObject({
  name: z.string(),
  description: z.string().nullable(),
  category: z.string(),
  price: money,
});
export type ProductDetails = Frozen<z.output<typeof details>>;

export class ProductCreated extends event('ProductCreated', product.extend(details.shape)) {}

/** Names only what differs from before. */
export class ProductChanged extends event('ProductChanged', product.extend(details.partial().shape)) {}

export class ProductArchived extends event('ProductArchived', product) {}
