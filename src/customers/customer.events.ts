import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { reason, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const customer = z.strictObject({ customerId: uuid });

/** From here on nothing new is sealed with the keys of the customer; what is left is done step by step. */
export class CustomerErasureRequested extends event(
  'CustomerErasureRequested',
  customer.extend({ reason }),
) {}
/** No name and no address of the customer can be read any more. */
export class CustomerErased extends event('CustomerErased', customer) {}
