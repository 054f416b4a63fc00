import { z } from 'zod';
import { accountView } from '../wallet/contract.js';
import { returnSchema } from '../returns/contract.js';
import { contactView } from '../notifications/contract.js';
import { orderPage } from '../orders/contract.js';
import { pageQuery, timestamp, uuid } from '../platform/core/schemas.js';
import type { ProblemKind } from '../platform/problems.js';

export * from './customer.commands.js';
export * from './customer.events.js';

export const erasureView = z
  .object({
    customerId: uuid,
    status: z.enum(['erasing', 'erased']),
    reason: z.string(),
    requestedAt: timestamp,
    erasedAt: timestamp.optional(),
    version: z.int(),
  })
  .meta({ id: 'Erasure' });
export type ErasureView = z.output<typeof erasureView>;

export const personalDataQuery = pageQuery;
export const personalDataView = z
  .object({
    customerId: uuid,
    contact: contactView.nullable(),
    accounts: z.array(accountView),
    moreAccounts: z.boolean().meta({ description: 'all of them: `GET /v1/accounts?ownerId=`' }),
    orders: orderPage.meta({
      description: 'newest first, with where they went; `limit` and `cursor` page them',
    }),
    returns: z.array(returnSchema),
    moreReturns: z.boolean().meta({ description: 'all of them: `GET /v1/returns?orderId=`, order by order' }),
    erasure: erasureView.nullable(),
  })
  .meta({ id: 'PersonalData' });
export type PersonalDataView = z.output<typeof personalDataView>;

export const problems = {
  'customer.not-found': {
    status: 404,
    title: 'Nothing is known of this customer',
    fix: 'Check the id: it is the subject of the customer’s token, and you may only ask about yourself.',
  },
  'customer.orders-under-way': {
    status: 409,
    title: 'Orders of the customer are still to be sent, and need their address',
    fix: 'Wait until those that `orders` names are shipped, or cancel them with POST /v1/orders/{id}/cancel, and ask again.',
  },
  'customer.not-being-erased': {
    status: 409,
    title: 'Nobody has asked for the erasure',
    fix: 'Ask for it: DELETE /v1/customers/{id}/personal-data.',
  },
} as const satisfies Record<string, ProblemKind>;
export type CustomersProblem = keyof typeof problems;
