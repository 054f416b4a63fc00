import { z } from 'zod';
import { uuid } from '../platform/core/schemas.js';
import { publishes } from '../platform/kafka/publication.js';
import { CustomerErased } from './customer.events.js';

/** What customers tell the outside. Key: the customer. */
export const customerPublications = [
  publishes(CustomerErased, {
    topic: 'waybill.customers.v1',
    type: 'waybill.customer.erased',
    about: 'Names and addresses of the customer are erased here: whoever has copies erases theirs.',
    schema: z.object({ customerId: uuid }),
    map: ({ event: { data } }) => ({ customerId: data.customerId }),
  }),
];
