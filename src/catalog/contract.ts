import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { Money } from '../platform/core/money.js';
import { command } from '../platform/cqrs/command.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import {
  currency,
  digits,
  pageOf,
  pageQuery,
  prose,
  sku,
  text,
  timestamp,
  type PointInTime,
} from '../platform/core/schemas.js';
import type { ProductState } from './product.decider.js';

export { ProductArchived, ProductChanged, ProductCreated } from './product.events.js';

const price = z.strictObject({ amountMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER), currency }).meta({
  id: 'Price',
  description: 'Money, never negative',
  examples: [{ amountMinor: 1999, currency: 'EUR' }],
});

const details = {
  name: text(200).meta({ examples: ['Blue mug'] }),
  description: prose(5000)
    .nullable()
    .meta({ examples: ['Holds 300 ml'] }),
  category: text(100).meta({ examples: ['kitchen'] }),
  price,
};

export const createProductBody = z
  .strictObject({ sku, ...details, description: details.description.optional() })
  .meta({ id: 'CreateProduct' });
export const changeProductBody = z
  .strictObject(details)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'name at least one property to change')
  .meta({ id: 'ChangeProduct' });

export class CreateProduct extends command(createProductBody)<ProductState>() {}
export class ChangeProduct extends command(
  z.strictObject({ sku, ...z.strictObject(details).partial().shape }),
)<ProductState>() {}
export class ArchiveProduct extends command(z.strictObject({ sku }))<ProductState>() {}

/** A product as HTTP shows it. */
export const productView = z
  .object({
    sku,
    ...details,
    archived: z.boolean(),
    createdAt: timestamp,
    updatedAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'Product' });
export type ProductView = z.output<typeof productView>;

/**
 * One product as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `product.not-found`
 */
export class GetProduct extends Query<Loaded<ProductState>> {
  constructor(
    readonly sku: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

/** What a buyer would be charged now. */
export interface CurrentProduct {
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly archived: boolean;
}

/** Current names and prices, folded from the log, so never behind a write; SKUs nobody created are absent. */
export class GetProducts extends Query<ReadonlyMap<string, CurrentProduct>> {
  constructor(readonly skus: readonly string[]) {
    super();
  }
}

export const productFilter = pageQuery.extend({
  category: text(100).optional(),
  minPrice: digits(z.int().min(0)).optional().meta({ description: 'minor units, inclusive' }),
  maxPrice: digits(z.int().min(0)).optional().meta({ description: 'minor units, inclusive' }),
  currency: currency.optional(),
  q: text(200).optional().meta({ description: 'words (or their beginnings) in name, SKU and description' }),
});
export const productPage = pageOf(productView).meta({ id: 'ProductPage' });
export type ProductPage = z.output<typeof productPage>;

/** Products on sale, newest first; archived ones are left out. */
export class ListProducts extends Query<ProductPage> {
  constructor(readonly filter: z.output<typeof productFilter>) {
    super();
  }
}

export const problems = {
  'product.not-found': {
    status: 404,
    title: 'No such product',
    fix: 'Check the SKU: it is case-sensitive. GET /v1/products lists what is on sale.',
  },
  'product.already-exists': {
    status: 409,
    title: 'This SKU is taken by a different product',
    fix: 'Change the product with PATCH /v1/products/{sku}, or choose another SKU.',
  },
  'product.archived': {
    status: 409,
    title: 'The product is archived',
    fix: 'An archived product never changes again. Create the product under a new SKU.',
  },
} as const;
export type CatalogProblem = keyof typeof problems;
