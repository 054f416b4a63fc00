import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { command } from '../platform/cqrs/command.js';
import type { Reads } from '../platform/event-store/aggregate-store.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import {
  country,
  currency,
  digits,
  money,
  pageOf,
  pageQuery,
  reason,
  sku,
  text,
  timestamp,
  uuid,
} from '../platform/core/schemas.js';
import type { PointInTime } from '../platform/core/schemas.js';
import type { OrderState } from './order.state.js';
import { cancellationCode, paymentMethod, publicReason, quantity, shippingAddress } from './vocabulary.js';

export * from './order.events.js';
export { paymentMethod, shippingAddress } from './vocabulary.js';
export { problems, type OrderProblem } from './order.problems.js';

const item = z.strictObject({ sku, quantity });
export const addItemBody = item.meta({ id: 'AddItem' });

export const createOrderBody = z
  .strictObject({
    customerId: uuid,
    currency,
    items: z
      .array(item)
      .max(2_000)
      .meta({ description: 'at most 1,000 different SKUs; repeated ones are summed' }),
    shippingAddress: shippingAddress.optional(),
    paymentMethod: paymentMethod.optional(),
    confirm: z.boolean().optional().meta({ description: 'start fulfilment at once' }),
  })
  .meta({ id: 'CreateOrder' });
export const cancelOrderBody = z.strictObject({ reason }).meta({ id: 'CancelOrder' });
export const removeItemQuery = z.strictObject({ quantity: digits(quantity).optional() });

const orderId = { orderId: uuid };

/** `orderId` is the caller's choice, new for each order; prices and names are taken from the catalogue. */
export class CreateOrder extends command(createOrderBody.extend(orderId))<OrderState>() {}
export class AddItem extends command(item.extend(orderId))<OrderState>() {}
/** Without a quantity the whole line goes. */
export class RemoveItem extends command(
  z.strictObject({ ...orderId, sku, quantity: quantity.optional() }),
)<OrderState>() {}
export class ChangeShippingAddress extends command(
  z.strictObject({ ...orderId, shippingAddress }),
)<OrderState>() {}
export class ChoosePaymentMethod extends command(
  z.strictObject({ ...orderId, paymentMethod }),
)<OrderState>() {}
/** Gives the lines of a draft today's names and prices: how a customer agrees to what has changed. */
export class RepriceOrder extends command(z.strictObject(orderId))<OrderState>() {}
export class ConfirmOrder extends command(z.strictObject(orderId))<OrderState>() {}
/** A draft ends at once; an order in fulfilment ends when the saga has taken back what was done. */
export class CancelOrder extends command(z.strictObject({ ...orderId, reason }))<OrderState>() {}
export class DeliverOrder extends command(z.strictObject(orderId))<OrderState>() {}

/** From fulfilment only, as are the next two. */
export class MarkOrderPaid extends command(z.strictObject({ ...orderId, paymentId: uuid }))<OrderState>() {}
export class MarkOrderShipped extends command(
  z.strictObject({
    ...orderId,
    shipmentId: uuid,
    carrier: text(200),
    trackingNumber: text(200),
    /** Where the parcel goes. */
    shippingAddress: shippingAddress.optional(),
  }),
)<OrderState>() {}
/** @throws Rejection `order.already-shipped` when the parcel was faster: the order then stays shipped */
export class EndOrderCancelled extends command(
  z.strictObject({ ...orderId, code: cancellationCode, detail: text(2_000) }),
)<OrderState>() {}

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
 * One order as it stands, or as it stood at a version or an instant. `viewOf` shows it as HTTP does.
 *
 * @throws Rejection `order.not-found` when it does not exist or belongs to another customer than the actor
 */
export class GetOrder extends Query<Loaded<OrderState>> {
  constructor(
    readonly orderId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}
export { viewOf } from './order.view.js';

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
