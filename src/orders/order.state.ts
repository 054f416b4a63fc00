import type { EventIn } from '../platform/core/event.js';
import { sum, type Money } from '../platform/core/money.js';
import { evolving, from } from '../platform/core/decider.js';
import type { CancellationReason, OrderItem, PaymentMethod, ShippingAddress } from './vocabulary.js';
import { totalOf, withItem, withoutItem, withoutUnits, withPrices } from './order.lines.js';
import type * as declared from './order.events.js';
import { Rejection } from '../platform/core/rejection.js';

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
  /** The oldest first; `items` are without them. */
  readonly unitsCancelled?: readonly UnitsCancelled[];
}
/** Units that left the order before it was sent. */
export interface UnitsCancelled {
  readonly items: readonly OrderItem[];
  readonly amount: Money;
  readonly reason: CancellationReason;
  readonly at: string;
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
export type Returned = Omit<Delivered, 'status'> & {
  readonly status: 'returned';
  readonly returnedAt: string;
};
export type Cancelled = {
  readonly status: 'cancelled';
  readonly cancelledAt: string;
  readonly cancellationReason: CancellationReason;
} & Details &
  Partial<Pick<Firm, 'confirmedAt' | 'unitsCancelled'> & Payment>;

export type OrderState =
  { readonly status: 'none' } | Draft | Confirmed | Paid | Shipped | Delivered | Returned | Cancelled;

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
  OrderReturned: from(['delivered'], (delivered, _, at) => ({
    ...delivered,
    status: 'returned',
    returnedAt: at,
  })),
  OrderUnitsCancelled: from(['confirmed', 'paid'], (open, { items, amount, code, detail, internal }, at) => ({
    ...open,
    items: withoutUnits(open.items, items),
    unitsCancelled: [
      ...(open.unitsCancelled ?? []),
      { items, amount, reason: { code, detail, ...(internal !== undefined && { internal }) }, at },
    ],
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

/**
 * The head of an order as a row that commits with its events: what auditors read, and where the database refuses by
 * itself that an order is both shipped and cancelled. What has left the status confirmed holds nothing unpaid any more.
 */
const STATEMENT = `
  with heads as (insert into orders.order_heads as head
    (order_id, customer_id, status, currency, total_minor, cancelled_minor, shipped, cancelled, version)
  select distinct on ("orderId") "orderId", "customerId", status, currency, "totalMinor", "cancelledMinor",
    bool_or(shipped) over one_order, bool_or(cancelled) over one_order, version
  from json_to_recordset($1::json) as r("orderId" uuid, "customerId" uuid, status text, currency text,
    "totalMinor" bigint, "cancelledMinor" bigint, shipped boolean, cancelled boolean, version int)
  window one_order as (partition by "orderId")
  order by "orderId", version desc
  on conflict (order_id) do update set
    status = excluded.status, total_minor = excluded.total_minor,
    cancelled_minor = excluded.cancelled_minor,
    shipped = head.shipped or excluded.shipped, cancelled = head.cancelled or excluded.cancelled,
    version = excluded.version
  where head.version < excluded.version
  returning order_id, status)
  select orders.release_unpaid(array_agg(order_id)) from heads where status not in ('draft', 'confirmed')`;

export function orderRow({ id, state, version }: { id: string; state: OrderState; version: number }) {
  if (state.status === 'none') throw new Error(`order ${id} has events and no state`);
  const { status, customerId, currency, items } = state;
  return {
    statement: STATEMENT,
    row: {
      orderId: id,
      customerId,
      status,
      currency,
      totalMinor: totalOf(items, currency).amountMinor,
      cancelledMinor: sum(
        currency,
        unitsCancelledOf(state).map(({ amount }) => amount),
      ).amountMinor,
      shipped: status === 'shipped' || status === 'delivered' || status === 'returned',
      cancelled: status === 'cancelled',
      version,
    },
  };
}

const unitsCancelledOf = (state: Known): readonly UnitsCancelled[] =>
  ('unitsCancelled' in state && state.unitsCancelled) || [];

export type Decision = (state: OrderState) => readonly OrderEvent[];
export type Known = Exclude<OrderState, { status: 'none' }>;

/** @throws Rejection `order.not-found` */
export const existing = (state: OrderState, orderId: string): Known => {
  if (state.status === 'none') throw new Rejection('order.not-found', `there is no order ${orderId}`);
  return state;
};
