import { event } from '../platform/core/event.js';
import type { Money } from '../platform/core/money.js';

export interface ProductDetails {
  readonly name: string;
  readonly description: string | null;
  readonly category: string;
  readonly price: Money;
}

export class ProductCreated extends event('ProductCreated')<{ sku: string } & ProductDetails>() {}

/** Names only what differs from before. */
export class ProductChanged extends event('ProductChanged')<{ sku: string } & Partial<ProductDetails>>() {}

export class ProductArchived extends event('ProductArchived')<{ sku: string }>() {}

export type ProductEvent = ProductCreated | ProductChanged | ProductArchived;
