import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { currencyCode, money, sku, uuid } from '../platform/core/schemas.js';
import {
  cancellationReason,
  orderItem,
  paymentMethod,
  publicReason,
  reasonFor,
  shippingAddress,
} from './vocabulary.js';

// The names in here are the storage format.

const order = z.strictObject({ orderId: uuid });
const placed = order.extend({ customerId: uuid, currency: currencyCode, items: z.array(orderItem) });

export class OrderCreated extends event(
  'OrderCreated',
  placed.extend({
    shippingAddress: shippingAddress.optional(),
    paymentMethod: paymentMethod.optional(),
  }),
) {}
/** Units of one SKU; the whole line of that SKU takes this name and price. */
export class OrderItemAdded extends event('OrderItemAdded', order.extend(orderItem.shape)) {}
/** `quantity` units went; a line without units is gone. */
export class OrderItemRemoved extends event('OrderItemRemoved', order.extend({ sku, quantity: z.int() })) {}
/** The lines named here have these names and prices from now on. */
export class OrderRepriced extends event(
  'OrderRepriced',
  order.extend({ items: z.array(orderItem.omit({ quantity: true })) }),
) {}
export class OrderAddressChanged extends event('OrderAddressChanged', order.extend({ shippingAddress })) {}
export class OrderPaymentMethodChanged extends event(
  'OrderPaymentMethodChanged',
  order.extend({ paymentMethod }),
) {}
/** Carries all that fulfilment needs. */
export class OrderConfirmed extends event(
  'OrderConfirmed',
  placed.extend({ total: money, shippingAddress, paymentMethod }),
) {}
export class OrderPaid extends event('OrderPaid', order.extend({ paymentId: uuid })) {}
export class OrderShipped extends event(
  'OrderShipped',
  order.extend({
    shipmentId: uuid,
    carrier: z.string(),
    trackingNumber: z.string(),
    shippingAddress: shippingAddress.optional().meta({
      description:
        'where it really goes: only there when the last change of the address came too late for it',
    }),
  }),
) {}
export class OrderDelivered extends event('OrderDelivered', order) {}
/**
 * Units that will not be sent: each line has so many fewer, at the price it had. `amount` is their money, `total` what the
 * order costs without them. Recorded only where the parcel, the stock and the money agree, in the same append.
 */
export class OrderUnitsCancelled extends event(
  'OrderUnitsCancelled',
  order.extend({ ...cancellationReason.shape, items: z.array(orderItem), amount: money, total: money }),
) {}
/** All of it has come back. */
export class OrderReturned extends event('OrderReturned', order) {}

const ended = order.extend(cancellationReason.shape);
/** In version 1 `detail` was whatever somebody had said. */
const endedForWhateverReason = order.extend(publicReason.shape);
const withPublicReason = ({ orderId, code, detail }: z.output<typeof endedForWhateverReason>) => ({
  orderId,
  ...reasonFor(code, detail),
});
/** A wish: the saga decides whether the parcel was faster. */
export class OrderCancellationRequested extends event(
  'OrderCancellationRequested',
  endedForWhateverReason,
).upcastTo(ended, withPublicReason) {}
export class OrderCancelled extends event('OrderCancelled', endedForWhateverReason).upcastTo(
  ended,
  withPublicReason,
) {}
