import { z } from 'zod';
import { money, sku } from '../platform/core/schemas.js';
import { publishes } from '../platform/kafka/publication.js';
import { ProductArchived, ProductChanged, ProductCreated } from './product.events.js';

const topic = 'waybill.catalog.v1';
const details = { name: z.string(), description: z.string().nullable(), category: z.string(), price: money };

/** What the catalogue tells the outside. Key: the SKU. */
export const catalogPublications = [
  publishes(ProductCreated, {
    topic,
    type: 'waybill.product.created',
    about: 'A product can be ordered.',
    schema: z.object({ sku, ...details }),
    map: ({ event: { data } }) => ({
      sku: data.sku,
      name: data.name,
      description: data.description,
      category: data.category,
      price: data.price,
    }),
  }),
  publishes(ProductChanged, {
    topic,
    type: 'waybill.product.updated',
    about: 'Some of its details changed; only those are named. Orders keep the price of their moment.',
    schema: z
      .object({ sku, ...details })
      .partial()
      .required({ sku: true }),
    map: ({ event: { data } }) => ({
      sku: data.sku,
      name: data.name,
      description: data.description,
      category: data.category,
      price: data.price,
    }),
  }),
  publishes(ProductArchived, {
    topic,
    type: 'waybill.product.archived',
    about: 'The product can no longer be ordered.',
    schema: z.object({ sku }),
    map: ({ event: { data } }) => ({ sku: data.sku }),
  }),
];
