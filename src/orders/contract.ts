import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { Reads } from '../platform/event-store/aggregate-store.js';
import {
  money,
  pageOf,
  pageQuery,
  sku,
  timestamp,
  uuid,
  type PointInTime,
} from '../platform/core/schemas.js';
import { paymentMethod, publicReason, quantity, shippingAddress } from './vocabulary.js';

export * from './order.commands.js';
export * from './order.events.js';
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

const shownReason = z.object(publicReason.shape);

export const orderView = z
  .object({
    id: uuid,
    customerId: uuid,
    status: z.enum(orderStatuses),
    items: z.array(z.object({ sku, name: z.string(), quantity, unitPrice: money, lineTotal: money })),
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
    createdAt: timestamp,
    confirmedAt: timestamp.optional(),
    paidAt: timestamp.optional(),
    shippedAt: timestamp.optional(),
    deliveredAt: timestamp.optional(),
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
  from: z.iso.datetime({ offset: true }).optional().meta({ description: 'created at this instant or later' }),
  to: z.iso.datetime({ offset: true }).optional().meta({ description: 'created before this instant' }),
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

export const problems = {
  'order.not-found': {
    status: 404,
    title: 'No such order',
    fix: 'Check the id, and that the order is yours. GET /v1/orders lists your orders.',
  },
  'order.item-not-found': {
    status: 404,
    title: 'The order has no line of this SKU',
    fix: 'Read the order; SKUs are case-sensitive.',
  },
  'order.customer-not-found': {
    status: 404,
    title: 'No such customer',
    fix: 'Ask for your own orders: the customerId is the subject of your token.',
  },
  'order.not-your-customer': {
    status: 403,
    title: 'You cannot order for somebody else',
    fix: 'Send your own customerId: it is the subject of your token.',
  },
  'order.fulfilment-only': {
    status: 403,
    title: 'Only fulfilment may report this',
    fix: 'Nothing to do: payment and dispatch are recorded when they happen.',
  },
  'order.already-exists': {
    status: 409,
    title: 'There is an order under this id',
    fix: 'Choose a new id for each order.',
  },
  'order.not-draft': {
    status: 409,
    title: 'The order is no longer a draft',
    fix: 'Items and payment method change only while the order is a draft. Make a new one.',
  },
  'order.price-changed': {
    status: 409,
    title: 'Prices have changed since the draft was made',
    fix: 'A draft keeps its prices for a time. Show the customer what `errors` names, then POST /v1/orders/{id}/reprice and confirm again.',
  },
  'order.too-many-unpaid': {
    status: 409,
    title: 'Too many unpaid orders',
    fix: 'Pay or cancel one first. Bank transfers have a limit of their own, because they hold their goods for days.',
  },
  'order.too-many-unpaid-units': {
    status: 409,
    title: 'Unpaid orders may not hold so many units of one SKU',
    fix: 'Order fewer, pay what is open first, or choose a way to pay that is quicker than a bank transfer.',
  },
  'order.not-confirmed': {
    status: 409,
    title: 'The order is still a draft',
    fix: 'Confirm it with POST /v1/orders/{id}/confirm.',
  },
  'order.not-paid': {
    status: 409,
    title: 'The order is not paid yet',
    fix: 'Wait until its status is paid.',
  },
  'order.not-shipped': {
    status: 409,
    title: 'The order has not been shipped',
    fix: 'Only a shipped order can be delivered. Read its status and, under /fulfilment, what it waits for.',
  },
  'order.already-shipped': {
    status: 409,
    title: 'The carrier has the parcel, or has delivered it',
    fix: 'A shipped order cannot be confirmed, changed or cancelled any more. Return it after delivery.',
  },
  'order.being-cancelled': {
    status: 409,
    title: 'The order is being cancelled',
    fix: 'It takes no changes any more. GET /v1/orders/{id} shows how it ends: cancelled, or shipped if the parcel was faster.',
  },
  'order.already-cancelled': {
    status: 409,
    title: 'The order is cancelled',
    fix: 'A cancelled order stays cancelled. Make a new one.',
  },
  'order.incomplete': {
    status: 422,
    title: 'Something is missing before the order can be confirmed',
    fix: 'Add what `errors` names: at least one item, a shipping address, a payment method.',
  },
  'order.unknown-product': {
    status: 422,
    title: 'A product is not in the catalogue',
    fix: 'Check the SKU: it is case-sensitive. GET /v1/products lists what is on sale.',
  },
  'order.product-archived': {
    status: 422,
    title: 'A product is no longer on sale',
    fix: 'Leave it out, or choose another one: GET /v1/products lists what is on sale.',
  },
  'order.currency-mismatch': {
    status: 422,
    title: 'A product is not sold in the currency of the order',
    fix: 'An order has one currency. Order what is priced in another currency separately.',
  },
  'order.too-many-lines': {
    status: 422,
    title: 'Too many lines',
    fix: 'An order holds at most 1,000 different SKUs. Split it.',
  },
  'order.quantity-too-large': {
    status: 422,
    title: 'Too many units of one SKU',
    fix: 'A line holds at most 10,000 units, all mentions of its SKU together. Split the order.',
  },
  'order.total-too-large': {
    status: 422,
    title: 'The total is past what can be charged',
    fix: 'The total is at most 9,007,199,254,740,991 minor units. Split the order.',
  },
  'order.wallet-unavailable': {
    status: 422,
    title: 'Wallets cannot pay yet',
    fix: 'Choose card, bank_transfer, paypal or crypto.',
  },
} as const;
export type OrderProblem = keyof typeof problems;
