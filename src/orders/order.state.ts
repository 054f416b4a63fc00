import type { EventIn } from '../platform/core/event.js';
import { evolving, from } from '../platform/core/decider.js';
import type { CancellationReason, OrderItem, PaymentMethod, ShippingAddress } from './vocabulary.js';
import { withItem, withoutItem, withPrices } from './order.lines.js';
import type * as declared from './order.events.js';

/** Everything that may stand in its stream. */
export type OrderEvent = EventIn<typeof declared>;
interface Details {
  readonly customerId: string;
  readonly currency: string;
  readonly items: readonly OrderItem[];
  readonly shippingAddress?: ShippingAddress;
  readonly paymentMethod?: PaymentMethod;
  readonly createdAt: string;
}
interface Firm extends Details {
  readonly shippingAddress: ShippingAddress;
  readonly paymentMethod: PaymentMethod;
  readonly confirmedAt: string;
}
interface Payment {
  readonly paymentId: string;
  readonly paidAt: string;
}
interface Shipment {
  readonly shipmentId: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: string;
}
interface Cancellable {
  /** Somebody wants it cancelled; the saga has not decided yet. */
  readonly cancellation?: CancellationReason & { readonly requestedAt: string };
}

/** `pricedAt`: since when its prices are shown, if they were renewed after it was made. */
export type Draft = { readonly status: 'draft'; readonly pricedAt?: string } & Details;
export type Confirmed = { readonly status: 'confirmed' } & Firm & Cancellable;
export type Paid = { readonly status: 'paid' } & Firm & Payment & Cancellable;
export type Shipped = { readonly status: 'shipped' } & Firm & Payment & Shipment;
export type Delivered = { readonly status: 'delivered'; readonly deliveredAt: string } & Firm &
  Payment &
  Shipment;
export type Cancelled = {
  readonly status: 'cancelled';
  readonly cancelledAt: string;
  readonly cancellationReason: CancellationReason;
} & Details &
  Partial<Pick<Firm, 'confirmedAt'> & Payment>;

export type OrderState =
  { readonly status: 'none' } | Draft | Confirmed | Paid | Shipped | Delivered | Cancelled;

/** @throws Error when the event cannot follow: such a log was not written by the rules */
export const evolveOrder = evolving<OrderState, OrderEvent>({
  OrderCreated: from(['none'], (_, { orderId: __, ...details }, at) => ({
    ...details,
    status: 'draft',
    createdAt: at,
  })),
  OrderItemAdded: from(['draft'], (draft, { orderId: _, ...item }) => ({
    ...draft,
    items: withItem(draft.items, item),
  })),
  OrderItemRemoved: from(['draft'], (draft, gone) => ({ ...draft, items: withoutItem(draft.items, gone) })),
  OrderRepriced: from(['draft'], (draft, { items }, at) => ({
    ...draft,
    items: withPrices(draft.items, items),
    pricedAt: at,
  })),
  OrderPaymentMethodChanged: from(['draft'], (draft, { paymentMethod }) => ({ ...draft, paymentMethod })),
  OrderAddressChanged: from(['draft', 'confirmed', 'paid'], (open, { shippingAddress }) => ({
    ...open,
    shippingAddress,
  })),
  OrderConfirmed: from(['draft'], ({ pricedAt: _, ...draft }, { shippingAddress, paymentMethod }, at) => ({
    ...draft,
    status: 'confirmed',
    shippingAddress,
    paymentMethod,
    confirmedAt: at,
  })),
  OrderPaid: from(['confirmed'], (open, { paymentId }, at) => ({
    ...open,
    status: 'paid',
    paymentId,
    paidAt: at,
  })),
  OrderShipped: from(['paid'], ({ cancellation: _, ...paid }, { orderId: __, ...shipment }, at) => ({
    ...paid,
    ...shipment,
    status: 'shipped',
    shippedAt: at,
  })),
  OrderDelivered: from(['shipped'], (shipped, _, at) => ({
    ...shipped,
    status: 'delivered',
    deliveredAt: at,
  })),
  OrderCancellationRequested: from(['confirmed', 'paid'], (open, { orderId: _, ...reason }, at) => ({
    ...open,
    cancellation: { ...reason, requestedAt: at },
  })),
  OrderCancelled: from(['draft', 'confirmed', 'paid'], (open, { orderId: _, ...cancellationReason }, at) => ({
    ...withoutWishes(open),
    status: 'cancelled',
    cancelledAt: at,
    cancellationReason,
  })),
});

/** An order that has ended says nothing any more of what only concerns an open one. */
function withoutWishes({
  cancellation: _,
  pricedAt: __,
  ...order
}: (Draft | Confirmed | Paid) & Cancellable & Pick<Draft, 'pricedAt'>) {
  return order;
}
