import { Command, Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { Money } from '../platform/core/money.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import type { Transaction } from '../platform/event-store/database.js';
import type { Reads } from '../platform/event-store/aggregate-store.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import type { Units } from './order.lines.js';
import {
  instant,
  money,
  pageOf,
  pageQuery,
  sku,
  timestamp,
  uuid,
  type PointInTime,
} from '../platform/core/schemas.js';
import { paymentMethod, publicReason, quantity, shippingAddress, type PaymentMethod } from './vocabulary.js';

export { cancellationCode } from './vocabulary.js';
export * from './order.commands.js';
export * from './order.events.js';
export { problems, type OrderProblem } from './problems.js';
export { paymentMethod, shippingAddress } from './vocabulary.js';

export const orderStatuses = [
  'draft',
  'confirmed',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
] as const;

const shownItem = z.object({ sku, name: z.string(), quantity, unitPrice: money, lineTotal: money });
const shownReason = z.object(publicReason.shape);

export const orderView = z
  .object({
    id: uuid,
    customerId: uuid,
    status: z.enum(orderStatuses),
    items: z.array(shownItem),
    total: money,
    shippingAddress: shippingAddress.optional(),
    paymentMethod: paymentMethod.optional(),
    paymentId: uuid.optional(),
    shipmentId: uuid.optional(),
    trackingNumber: z.string().optional(),
    carrier: z.string().optional(),
    cancellation: shownReason
      .extend({ requestedAt: timestamp })
      .optional()
      .meta({ description: 'asked for, and not decided yet: the parcel may still be faster' }),
    cancellationReason: shownReason.optional(),
    cancelledUnits: z
      .array(z.object({ items: z.array(shownItem), amount: money, reason: shownReason, at: timestamp }))
      .optional()
      .meta({ description: 'units that left the order before it was sent, the oldest first' }),
    createdAt: timestamp,
    confirmedAt: timestamp.optional(),
    paidAt: timestamp.optional(),
    shippedAt: timestamp.optional(),
    deliveredAt: timestamp.optional(),
    returnedAt: timestamp.optional(),
    cancelledAt: timestamp.optional(),
    version: z.int(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.output<typeof orderView>;

/**
 * One order as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `order.not-found` when it does not exist or belongs to another customer than the actor
 */
export class GetOrder extends Query<OrderView> {
  constructor(
    readonly orderId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}
export const orderFilter = pageQuery.extend({
  customerId: uuid.optional(),
  status: z.enum(orderStatuses).optional(),
  sku: sku.optional(),
  from: instant.optional().meta({ description: 'created at this instant or later' }),
  to: instant.optional().meta({ description: 'created before this instant' }),
});
/**
 * Whether the carrier has the parcel of an order and nobody is calling it back; answered by whoever leads orders.
 *
 * @param reads of the command that depends on the answer: it must still hold when the command is stored
 */
export class HasLeft extends Query<boolean> {
  constructor(
    readonly orderId: string,
    readonly reads: Reads,
  ) {
    super();
  }
}

/**
 * Units leave an order that is in fulfilment: whoever leads it makes the parcel, the stock and the money agree, in the
 * append of the order.
 *
 * @throws Rejection `order.already-shipped`, `order.being-handed-over` where the parcel may be faster
 */
export class LetUnitsGo extends Query<void> {
  constructor(
    readonly order: { readonly orderId: string; readonly left: readonly Units[]; readonly total: Money },
    readonly unit: UnitOfWork,
    readonly by: CommandContext,
  ) {
    super();
  }
}

/**
 * Why a payment method cannot pay for an order of a customer, in a sentence for them; undefined if it can. The question is
 * ours, the answer is given by whoever leads orders to those who take the money.
 */
export class WhyNotPayable extends Query<string | undefined> {
  constructor(
    readonly customerId: string,
    readonly currency: string,
    readonly method: PaymentMethod,
  ) {
    super();
  }
}

/**
 * The orders of a customer that are confirmed and not shipped yet: those that still need their address. Also of this
 * very moment.
 *
 * @param on what is asked, for example a transaction in which nothing can be confirmed
 */
export class FindUnsentOrders extends Query<readonly string[]> {
  constructor(
    readonly customerId: string,
    readonly on: Pick<Transaction, 'query'>,
  ) {
    super();
  }
}

/**
 * Forgets in the list where orders of a customer went, as far as it is in clear. Answers the orders: whoever keeps more of
 * them does the same.
 */
export class ForgetOrderAddresses extends Command<readonly string[]> {
  constructor(readonly customerId: string) {
    super();
  }
}

export const customerOrderFilter = orderFilter.omit({ customerId: true });
export const orderPage = pageOf(orderView).meta({ id: 'OrderPage' });
export type OrderPage = z.output<typeof orderPage>;

/** Orders, newest first; a customer sees only their own. */
export class ListOrders extends Query<OrderPage> {
  constructor(
    readonly filter: z.output<typeof orderFilter>,
    readonly actor: Actor,
  ) {
    super();
  }
}

export const orderEventView = z
  .object({
    position: z.int(),
    version: z.int(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    actor: z.string(),
    reason: z.string().optional(),
    occurredAt: timestamp,
    recordedAt: timestamp.meta({ description: 'by the database; `asOf` goes by it' }),
    correlationId: z.string(),
    causationId: z.string().nullable(),
  })
  .meta({ id: 'OrderEvent' });
export const orderEventPage = pageOf(orderEventView).meta({ id: 'OrderEventPage' });
export type OrderEventPage = z.output<typeof orderEventPage>;

/**
 * The audit trail of one order, oldest first.
 *
 * @throws Rejection `order.not-found`
 */
export class ListOrderEvents extends Query<OrderEventPage> {
  constructor(
    readonly orderId: string,
    readonly page: z.output<typeof pageQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}
