import type { Actor } from '../platform/core/actor.js';
import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { rejecting } from '../platform/core/rejection.js';
import type { OrderProblem } from './contract.js';
import type {
  AddItem,
  CancelOrder,
  ChangeShippingAddress,
  ChoosePaymentMethod,
  ConfirmOrder,
  CreateOrder,
  DeliverOrder,
  EndOrderCancelled,
  MarkOrderPaid,
  MarkOrderShipped,
  RemoveItem,
  RepriceOrder,
} from './order.commands.js';
import {
  OrderAddressChanged,
  OrderCancellationRequested,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderDelivered,
  OrderItemAdded,
  OrderItemRemoved,
  OrderPaid,
  OrderPaymentMethodChanged,
  OrderRepriced,
  OrderShipped,
} from './order.events.js';
import { type OrderEvent } from './order.state.js';
import { type CancellationReason, type PaymentMethod, type ShippingAddress } from './vocabulary.js';
import * as declared from './order.events.js';
import { lineOf, totalOf } from './order.lines.js';
import { refuseBeyond, type Limits } from './order.limits.js';
import { oneMore, priced, promised, repriced, type Products } from './order.pricing.js';
import { orderRow } from './order.row.js';
import { reasonFor } from './order.reasons.js';
import { evolveOrder, type Confirmed, type Draft, type OrderState, type Paid } from './order.state.js';

type Decision = (state: OrderState) => readonly OrderEvent[];
type Known = Exclude<OrderState, { status: 'none' }>;

const reject = rejecting<OrderProblem>();

export const order: Decider<OrderState, OrderEvent, 'orderId'> = {
  category: 'order',
  room: 'orders',
  idKey: 'orderId',
  events: eventsIn(declared),
  initial: { status: 'none' },
  evolve: evolveOrder,
  shape: 2,
  notFound: 'order.not-found',
  visibleTo: (state, actor) =>
    state.status === 'none' || actor.role !== 'customer' || state.customerId === actor.id,
  alongside: orderRow,
};

export const createOrder =
  ({ data, by }: CreateOrder, products: Products, limits?: Limits): Decision =>
  (state) => {
    const { orderId, customerId, currency, shippingAddress, paymentMethod } = data;
    if (by.actor.role === 'customer' && by.actor.id !== customerId) {
      return reject('order.not-your-customer', 'customerId is not the subject of your token', {
        errors: [{ pointer: '/customerId', detail: 'must be your own' }],
      });
    }
    if (state.status !== 'none') return reject('order.already-exists', `order ${orderId} exists`);
    if (paymentMethod) payable(paymentMethod, '/paymentMethod/type');
    const items = priced(data.items, products, currency, (index) => `/items/${index}`);
    const created = new OrderCreated({
      orderId,
      customerId,
      currency,
      items,
      ...(shippingAddress && { shippingAddress }),
      ...(paymentMethod && { paymentMethod }),
    });
    if (!data.confirm) return [created];
    const draft = evolveOrder(state, created, by.at) as Draft;
    return [created, confirmed(orderId, draft, limits)];
  };

export const addItem = ({ data: { orderId, sku, quantity } }: AddItem, products: Products): Decision =>
  whileDraft((draft) => {
    const item = oneMore(draft, { sku, quantity }, products);
    return [new OrderItemAdded({ orderId, ...item })];
  });

export const removeItem = ({ data: { orderId, sku, quantity } }: RemoveItem): Decision =>
  whileDraft((draft) => {
    const line = lineOf(draft.items, sku);
    if (!line) return reject('order.item-not-found', `the order has no line of ${sku}`);
    const gone = Math.min(quantity ?? line.quantity, line.quantity);
    return [new OrderItemRemoved({ orderId, sku, quantity: gone })];
  });

/** @param hasLeft whether the carrier has the parcel, which the order is told of a moment later */
export const changeShippingAddress =
  ({ data: { orderId, shippingAddress } }: ChangeShippingAddress, hasLeft = false): Decision =>
  (state) => {
    const open = existing(state, orderId);
    refuseWhileCancelling(open);
    switch (open.status) {
      case 'shipped':
      case 'delivered':
        return reject('order.already-shipped', 'the parcel is on its way to the address it was given');
      case 'cancelled':
        return reject('order.already-cancelled', 'a cancelled order goes nowhere');
      default:
        if (same(open.shippingAddress, shippingAddress)) return [];
        if (hasLeft) return reject('order.already-shipped', 'the carrier has just taken the parcel');
        return [new OrderAddressChanged({ orderId, shippingAddress })];
    }
  };

export const repriceOrder = ({ data: { orderId } }: RepriceOrder, products: Products): Decision =>
  whileDraft((draft) => {
    const items = repriced(draft, products);
    return items.length === 0 ? [] : [new OrderRepriced({ orderId, items })];
  });

export const choosePaymentMethod = ({ data: { orderId, paymentMethod } }: ChoosePaymentMethod): Decision =>
  whileDraft((draft) => {
    payable(paymentMethod, '/type');
    return same(draft.paymentMethod, paymentMethod)
      ? []
      : [new OrderPaymentMethodChanged({ orderId, paymentMethod })];
  });

/** What is known about the goods and the customer when an order is confirmed. */
export interface Promised {
  readonly products: Products;
  /** How long a draft keeps the prices that were shown. */
  readonly priceHoldMs: number;
  /** Absent where nobody limits the customer. */
  readonly limits?: Limits | undefined;
}

export const confirmOrder =
  ({ data: { orderId }, by }: ConfirmOrder, { products, priceHoldMs, limits }: Promised): Decision =>
  (state) => {
    const known = existing(state, orderId);
    refuseWhileCancelling(known);
    switch (known.status) {
      case 'draft': {
        const pricesHold = Date.parse(by.at) - Date.parse(known.pricedAt ?? known.createdAt) <= priceHoldMs;
        promised(known, products, pricesHold);
        return [confirmed(orderId, known, limits)];
      }
      case 'confirmed':
      case 'paid':
        return [];
      case 'shipped':
      case 'delivered':
        return reject('order.already-shipped', `the order is ${known.status}`);
      case 'cancelled':
        return reject('order.already-cancelled', 'a cancelled order stays cancelled');
    }
  };

export const cancelOrder =
  ({ data: { orderId, reason }, by }: CancelOrder): Decision =>
  (state) => {
    const known = existing(state, orderId);
    const why = reasonFor(by.actor.role === 'customer' ? 'customer-request' : 'operator', reason);
    switch (known.status) {
      case 'draft':
        return [new OrderCancelled({ orderId, ...why })];
      case 'confirmed':
      case 'paid':
        return known.cancellation ? [] : [new OrderCancellationRequested({ orderId, ...why })];
      case 'shipped':
      case 'delivered':
        return reject('order.already-shipped', 'it was handed to the carrier before it could be cancelled');
      case 'cancelled':
        return [];
    }
  };

export const deliverOrder =
  ({ data: { orderId } }: DeliverOrder): Decision =>
  (state) => {
    const known = existing(state, orderId);
    if (known.status === 'delivered') return [];
    if (known.status === 'shipped') return [new OrderDelivered({ orderId })];
    return reject('order.not-shipped', `the order is ${known.status}`);
  };

/** A report that comes after the end, because it was retried for long, is no news. */
export const markOrderPaid =
  ({ data, by }: MarkOrderPaid): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    return known.status === 'confirmed' ? [new OrderPaid(data)] : [];
  };

export const markOrderShipped =
  ({ data, by }: MarkOrderShipped): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    switch (known.status) {
      case 'confirmed':
        return reject('order.not-paid', 'it cannot be shipped before it is paid');
      case 'paid': {
        const { shippingAddress, ...shipped } = data;
        const isLate = shippingAddress && !same(known.shippingAddress, shippingAddress);
        return [new OrderShipped({ ...shipped, ...(isLate && { shippingAddress }) })];
      }
      case 'shipped':
      case 'delivered':
        return [];
      case 'cancelled':
        return reject('order.already-cancelled', 'it ended before it was shipped');
    }
  };

export const endOrderCancelled =
  ({ data, by }: EndOrderCancelled): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    switch (known.status) {
      case 'confirmed':
      case 'paid':
        return [new OrderCancelled({ orderId: data.orderId, ...endReason(known, data) })];
      case 'shipped':
      case 'delivered':
        return reject('order.already-shipped', 'a shipped order is never cancelled');
      case 'cancelled':
        return [];
    }
  };

const existing = (state: OrderState, orderId: string): Known =>
  state.status === 'none' ? reject('order.not-found', `there is no order ${orderId}`) : state;

/** What is answered with a yes must be done: an order on its way to be cancelled takes no changes any more. */
function refuseWhileCancelling(order: Known): void {
  if ('cancellation' in order && order.cancellation) {
    reject('order.being-cancelled', `its cancellation was asked for at ${order.cancellation.requestedAt}`);
  }
}

/** The saga repeats the public words of a wish; what was meant by them stands in the wish. */
function endReason(
  { cancellation }: Confirmed | Paid,
  { code, detail }: EndOrderCancelled['data'],
): CancellationReason {
  const isWish = cancellation?.code === code && cancellation.detail === detail;
  return reasonFor(code, isWish ? (cancellation.internal ?? detail) : detail);
}

function whileDraft(decide: (draft: Draft) => readonly OrderEvent[]): Decision {
  return (state) => {
    if (state.status === 'none') return reject('order.not-found', 'there is no such order');
    return state.status === 'draft'
      ? decide(state)
      : reject('order.not-draft', `the order is ${state.status}`);
  };
}

/** What the saga reports about: an order that was confirmed once. */
function fulfilled(state: OrderState, orderId: string, actor: Actor): Exclude<Known, Draft> {
  if (actor.role !== 'system') return reject('order.fulfilment-only', `${actor.role} may not report this`);
  const known = existing(state, orderId);
  return known.status === 'draft' ? reject('order.not-confirmed', 'a draft is not in fulfilment') : known;
}

function confirmed(orderId: string, draft: Draft, limits?: Limits): OrderConfirmed {
  const { customerId, currency, items, shippingAddress, paymentMethod } = draft;
  const missing = [
    ...(items.length === 0 ? [{ pointer: '/items', detail: 'at least one item is needed' }] : []),
    ...(shippingAddress ? [] : [{ pointer: '/shippingAddress', detail: 'a shipping address is needed' }]),
    ...(paymentMethod ? [] : [{ pointer: '/paymentMethod', detail: 'a payment method is needed' }]),
  ];
  if (missing.length > 0 || !shippingAddress || !paymentMethod) {
    return reject('order.incomplete', missing.map(({ detail }) => detail).join('; '), { errors: missing });
  }
  if (limits) refuseBeyond(limits, items);
  const total = totalOf(items, currency);
  return new OrderConfirmed({ orderId, customerId, currency, items, total, shippingAddress, paymentMethod });
}

function payable(method: PaymentMethod, pointer: string): void {
  if (method.type !== 'wallet') return;
  const detail = 'a wallet cannot pay for an order yet';
  reject('order.wallet-unavailable', detail, { errors: [{ pointer, detail }] });
}

/** Flat values of one schema; the order of their properties says nothing. */
function same(a: ShippingAddress | PaymentMethod | undefined, b: ShippingAddress | PaymentMethod): boolean {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return a !== undefined && sorted(a) === sorted(b);
}
