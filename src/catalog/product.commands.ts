import { z } from 'zod';
import { sku } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { ProductState } from './product.state.js';
import { details } from './vocabulary.js';

/** What can be asked of a product, and the bodies of its routes. */

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
