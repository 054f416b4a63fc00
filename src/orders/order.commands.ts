import { z } from 'zod';
import { currency, digits, reason, sku, text, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { OrderState } from './order.state.js';
import { cancellationCode, paymentMethod, quantity, shippingAddress } from './vocabulary.js';

/** What can be asked of an order, and the bodies of its routes. */

const item = z.strictObject({ sku, quantity });
export const addItemBody = item.meta({ id: 'AddItem' });
const line = item.meta({ id: 'OrderLine' });

export const createOrderBody = z
  .strictObject({
    customerId: uuid,
    currency,
    items: z
      .array(line)
      .max(2_000)
      .meta({ description: 'at most 1,000 different SKUs; repeated ones are summed' }),
    shippingAddress: shippingAddress.optional(),
    paymentMethod: paymentMethod.optional(),
    confirm: z.boolean().optional().meta({ description: 'start fulfilment at once' }),
  })
  .meta({ id: 'CreateOrder' });
export const cancelledItems = z
  .array(line)
  .min(1)
  .max(1_000)
  .meta({ description: 'only these units, before the parcel is handed over; absent: the whole order' });
export const cancelOrderBody = z.strictObject({ reason, items: cancelledItems.optional() }).meta({
  id: 'CancelOrder',
  examples: [{ reason: 'one is enough', items: [{ sku: 'MUG-BLUE', quantity: 1 }] }],
});
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
/**
 * A draft ends at once; an order in fulfilment ends when the saga has taken back what was done. With `items` only these
 * units go, at once, and the rest goes on.
 */
export class CancelOrder extends command(
  z.strictObject({ ...orderId, reason, items: cancelledItems.optional() }),
)<OrderState>() {}
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
/** From returns only: all units of a delivered order have come back. */
export class MarkOrderReturned extends command(z.strictObject(orderId))<OrderState>() {}
/** @throws Rejection `order.already-shipped` when the parcel was faster: the order then stays shipped */
export class EndOrderCancelled extends command(
  z.strictObject({ ...orderId, code: cancellationCode, detail: text(2_000) }),
)<OrderState>() {}
