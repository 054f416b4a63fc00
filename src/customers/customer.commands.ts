import { z } from 'zod';
import { reason, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { CustomerState } from './customer.state.js';

/** What can be asked of a customer, and the bodies of its routes. */

const customerId = { customerId: uuid };

export const eraseBody = z
  .strictObject({ reason })
  .meta({ id: 'EraseCustomer', examples: [{ reason: 'asked for by the customer, 26 November' }] });

/** Makes names and addresses unreadable, everywhere and for good. Ends in CustomerErased. */
export class EraseCustomer extends command(eraseBody.extend(customerId))<CustomerState>() {}
/** From the erasure itself, when its last step is done. */
export class CompleteErasure extends command(z.strictObject(customerId))<CustomerState>() {}
