import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { rejecting } from '../platform/core/rejection.js';
import type * as command from './order.commands.js';
import * as fact from './order.events.js';
import {
  evolveOrder,
  existing,
  orderRow,
  type Decision,
  type Draft,
  type OrderEvent,
  type OrderState,
} from './order.state.js';
import { refuseWhileCancelling } from './order.cancellation.js';
import type { OrderProblem } from './problems.js';
import { same } from './vocabulary.js';
import {
  lineOf,
  oneMore,
  priced,
  promised,
  refuseBeyond,
  repriced,
  totalOf,
  type Limits,
  type Products,
  type Units,
} from './order.lines.js';

const reject = rejecting<OrderProblem>();

export const order: Decider<OrderState, OrderEvent, 'orderId'> = {
  category: 'order',
  room: 'orders',
  idKey: 'orderId',
  events: eventsIn(fact),
  initial: { status: 'none' },
  evolve: evolveOrder,
  shape: 2,
  notFound: 'order.not-found',
  visibleTo: (state, actor) =>
    state.status === 'none' || actor.role !== 'customer' || state.customerId === actor.id,
  inline: orderRow,
};

export const createOrder =
  ({ data, by }: command.CreateOrder, products: Products, checks: Checks = {}): Decision =>
  (state) => {
    const { orderId, customerId, currency, shippingAddress, paymentMethod } = data;
    if (by.actor.role === 'customer' && by.actor.id !== customerId) {
      return reject('order.not-your-customer', 'customerId is not the subject of your token', {
        errors: [{ pointer: '/customerId', detail: 'must be your own' }],
      });
    }
    if (state.status !== 'none') return reject('order.already-exists', `order ${orderId} exists`);
    const items = priced(data.items, products, currency, (index) => `/items/${index}`);
    const created = new fact.OrderCreated({
      orderId,
      customerId,
      currency,
      items,
      ...(shippingAddress && { shippingAddress }),
      ...(paymentMethod && { paymentMethod }),
    });
    if (!data.confirm) return [created];
    const draft = evolveOrder(state, created, by.at) as Draft;
    return [created, confirmed(orderId, draft, checks, data.items)];
  };

export const addItem = (
  { data: { orderId, sku, quantity } }: command.AddItem,
  products: Products,
): Decision =>
  whileDraft((draft) => {
    const item = oneMore(draft, { sku, quantity }, products);
    return [new fact.OrderItemAdded({ orderId, ...item })];
  });

export const removeItem = ({ data: { orderId, sku, quantity } }: command.RemoveItem): Decision =>
  whileDraft((draft) => {
    const line = lineOf(draft.items, sku);
    if (!line) return reject('order.item-not-found', `the order has no line of ${sku}`);
    const gone = Math.min(quantity ?? line.quantity, line.quantity);
    return [new fact.OrderItemRemoved({ orderId, sku, quantity: gone })];
  });

/** @param hasLeft whether the carrier has the parcel, which the order is told of a moment later */
export const changeShippingAddress =
  ({ data: { orderId, shippingAddress } }: command.ChangeShippingAddress, hasLeft = false): Decision =>
  (state) => {
    const open = existing(state, orderId);
    refuseWhileCancelling(open);
    switch (open.status) {
      case 'shipped':
      case 'delivered':
      case 'returned':
        return reject('order.already-shipped', 'the parcel is on its way to the address it was given');
      case 'cancelled':
        return reject('order.already-cancelled', 'a cancelled order goes nowhere');
      default:
        if (same(open.shippingAddress, shippingAddress)) return [];
        if (hasLeft) return reject('order.already-shipped', 'the carrier has just taken the parcel');
        return [new fact.OrderAddressChanged({ orderId, shippingAddress })];
    }
  };

export const repriceOrder = ({ data: { orderId } }: command.RepriceOrder, products: Products): Decision =>
  whileDraft((draft) => {
    const items = repriced(draft, products);
    return items.length === 0 ? [] : [new fact.OrderRepriced({ orderId, items })];
  });

export const choosePaymentMethod = ({
  data: { orderId, paymentMethod },
}: command.ChoosePaymentMethod): Decision =>
  whileDraft((draft) => {
    return same(draft.paymentMethod, paymentMethod)
      ? []
      : [new fact.OrderPaymentMethodChanged({ orderId, paymentMethod })];
  });

/** What is known about the customer when an order is confirmed. */
export interface Checks {
  /** Absent where nobody limits the customer. */
  readonly limits?: Limits | undefined;
  /** Why the account that is to pay cannot; absent if it can, or if no account is to pay. */
  readonly walletFault?: string | undefined;
}

/** And about the goods. */
export interface Promised extends Checks {
  readonly products: Products;
  /** How long a draft keeps the prices that were shown. */
  readonly priceHoldMs: number;
}

export const confirmOrder =
  (
    { data: { orderId }, by }: command.ConfirmOrder,
    { products, priceHoldMs, ...checks }: Promised,
  ): Decision =>
  (state) => {
    const known = existing(state, orderId);
    refuseWhileCancelling(known);
    switch (known.status) {
      case 'draft': {
        const pricesHold = Date.parse(by.at) - Date.parse(known.pricedAt ?? known.createdAt) <= priceHoldMs;
        promised(known, products, pricesHold);
        return [confirmed(orderId, known, checks)];
      }
      case 'confirmed':
      case 'paid':
        return [];
      case 'shipped':
      case 'delivered':
      case 'returned':
        return reject('order.already-shipped', `the order is ${known.status}`);
      case 'cancelled':
        return reject('order.already-cancelled', 'a cancelled order stays cancelled');
    }
  };

export const deliverOrder =
  ({ data: { orderId } }: command.DeliverOrder): Decision =>
  (state) => {
    const known = existing(state, orderId);
    if (known.status === 'delivered' || known.status === 'returned') return [];
    if (known.status === 'shipped') return [new fact.OrderDelivered({ orderId })];
    return reject('order.not-shipped', `the order is ${known.status}`);
  };

function whileDraft(decide: (draft: Draft) => readonly OrderEvent[]): Decision {
  return (state) => {
    if (state.status === 'none') return reject('order.not-found', 'there is no such order');
    return state.status === 'draft'
      ? decide(state)
      : reject('order.not-draft', `the order is ${state.status}`);
  };
}

/** @param asked the lines as the caller wrote them */
function confirmed(
  orderId: string,
  draft: Draft,
  { limits, walletFault }: Checks,
  asked: readonly Units[] = draft.items,
): fact.OrderConfirmed {
  const { customerId, currency, items, shippingAddress, paymentMethod } = draft;
  const missing = [
    ...(items.length === 0 ? [{ pointer: '/items', detail: 'at least one item is needed' }] : []),
    ...(shippingAddress ? [] : [{ pointer: '/shippingAddress', detail: 'a shipping address is needed' }]),
    ...(paymentMethod ? [] : [{ pointer: '/paymentMethod', detail: 'a payment method is needed' }]),
  ];
  if (missing.length > 0 || !shippingAddress || !paymentMethod) {
    return reject('order.incomplete', missing.map(({ detail }) => detail).join('; '), { errors: missing });
  }
  if (walletFault !== undefined) {
    const account = paymentMethod.type === 'wallet' ? 'accountId' : 'wallet/accountId';
    const errors = [{ pointer: `/paymentMethod/${account}`, detail: walletFault }];
    return reject('order.wallet-unavailable', walletFault, { errors });
  }
  if (limits) refuseBeyond(limits, items, asked);
  const total = totalOf(items, currency);
  return new fact.OrderConfirmed({
    orderId,
    customerId,
    currency,
    items,
    total,
    shippingAddress,
    paymentMethod,
  });
}
