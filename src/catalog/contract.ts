import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { Money } from '../platform/core/money.js';
import {
  currency,
  currencyCode,
  digits,
  pageOf,
  pageQuery,
  sku,
  text,
  timestamp,
  type PointInTime,
} from '../platform/core/schemas.js';
import { details } from './vocabulary.js';

export * from './product.commands.js';
export * from './product.events.js';

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
export class GetProduct extends Query<ProductView> {
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

const yesOrNo = z.enum(['true', 'false']).transform((given) => given === 'true');

export const productFilter = pageQuery.extend({
  category: text(100).optional(),
  minPrice: digits(z.int().min(0)).optional().meta({ description: 'minor units, inclusive' }),
  maxPrice: digits(z.int().min(0)).optional().meta({ description: 'minor units, inclusive' }),
  currency: currency.optional(),
  q: text(200).optional().meta({
    description: 'words (or their beginnings) in name, SKU and description; typing errors are forgiven',
  }),
  inStock: yesOrNo.optional().meta({ description: 'whether there are units that nobody has reserved' }),
  sort: z
    .enum(['relevance', 'name', 'price', '-price', 'newest'])
    .optional()
    .meta({ description: 'relevance where there is a q, else newest' }),
  facets: yesOrNo.optional().meta({ description: 'counts what matches by category and price band' }),
});

const count = z.int().min(1);
export const productFacets = z
  .object({
    categories: z
      .array(z.object({ category: z.string(), count }))
      .meta({ description: 'those with most products first, 100 at most' }),
    priceBands: z.array(
      z.object({
        currency: currencyCode,
        minPrice: z.int().meta({ description: 'minor units, inclusive: as the filter of that name' }),
        maxPrice: z.int().nullable(),
        count,
      }),
    ),
    complete: z.boolean().meta({ description: 'false: more match than were counted' }),
  })
  .meta({ id: 'ProductFacets' });
export type ProductFacets = z.output<typeof productFacets>;

export const productPage = pageOf(productView)
  .extend({ facets: productFacets.optional() })
  .meta({ id: 'ProductPage' });
export type ProductPage = z.output<typeof productPage>;

/** Products on sale; archived ones are left out. */
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
