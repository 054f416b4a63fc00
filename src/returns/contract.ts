import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import {
  money,
  pageOf,
  pageQuery,
  sku,
  timestamp,
  uuid,
  type PointInTime,
} from '../platform/core/schemas.js';

export * from './return.commands.js';
export * from './return.events.js';

export const returnStatus = z.enum([
  'requested',
  'approved',
  'received',
  'refunded',
  'rejected',
  'cancelled',
  'refund-refused',
]);

export const returnSchema = z
  .object({
    id: uuid,
    orderId: uuid,
    customerId: uuid,
    status: returnStatus,
    items: z.array(
      z.object({
        sku,
        quantity: z.int().meta({ description: 'units that were to come back' }),
        received: z.int(),
        sellable: z.int(),
        damaged: z.int(),
        refund: money,
      }),
    ),
    refundTotal: money,
    reason: z.string(),
    detail: z
      .string()
      .optional()
      .meta({ description: 'what was said when it was decided, or why the money could not go back' }),
    requestedAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'OrderReturn' });
export type ReturnView = z.output<typeof returnSchema>;

/**
 * One return as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `return.not-found`
 */
export class GetReturn extends Query<ReturnView> {
  constructor(
    readonly returnId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const returnFilter = pageQuery.extend({ orderId: uuid.optional(), status: returnStatus.optional() });
export const returnPage = pageOf(returnSchema).meta({ id: 'ReturnPage' });
export type ReturnPage = z.output<typeof returnPage>;

/** Returns, newest first; a customer sees only their own. */
export class ListReturns extends Query<ReturnPage> {
  constructor(
    readonly filter: z.output<typeof returnFilter>,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const problems = {
  'return.not-found': {
    status: 404,
    title: 'No such return',
    fix: 'Check the id, and that the return is yours. GET /v1/returns?orderId= lists the returns of an order.',
  },
  'return.already-exists': {
    status: 409,
    title: 'There is a return of this id',
    fix: 'Take a new id for each return.',
  },
  'return.not-delivered': {
    status: 409,
    title: 'The order has not been delivered',
    fix: 'Only what was delivered can come back. Before it is handed over, cancel: POST /v1/orders/{id}/cancel.',
  },
  'return.too-late': {
    status: 409,
    title: 'The time for returning it is over',
    fix: 'Ask the shop: its staff may still request the return for you.',
  },
  'return.more-than-delivered': {
    status: 422,
    title: 'More than was delivered and not yet returned',
    fix: 'Ask for at most what `errors` says is left of each line; returns that are open or received count.',
  },
  'return.not-approved': {
    status: 409,
    title: 'The return has not been approved',
    fix: 'Approve it first: POST /v1/returns/{id}/approve.',
  },
  'return.more-than-requested': {
    status: 422,
    title: 'More units than were to come back',
    fix: 'Receive at most what the return asks for; request another return for the rest.',
  },
  'return.not-open': {
    status: 409,
    title: 'The return stands where this cannot happen any more',
    fix: 'Look at its status: what was decided, or has arrived, stays so.',
  },
} as const;
export type ReturnProblem = keyof typeof problems;
