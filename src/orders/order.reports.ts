import type { Actor } from '../platform/core/actor.js';
import { rejecting } from '../platform/core/rejection.js';
import type * as command from './order.commands.js';
import * as fact from './order.events.js';
import {
  existing,
  type Confirmed,
  type Decision,
  type Draft,
  type Known,
  type OrderState,
  type Paid,
} from './order.state.js';
import type { OrderProblem } from './problems.js';
import { reasonFor, same, type CancellationReason } from './vocabulary.js';

/** What fulfilment and returns report about an order that was confirmed once. */

const reject = rejecting<OrderProblem>();

/** A report that comes after the end, because it was retried for long, is no news. */
export const markOrderPaid =
  ({ data, by }: command.MarkOrderPaid): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    return known.status === 'confirmed' ? [new fact.OrderPaid(data)] : [];
  };

export const markOrderShipped =
  ({ data, by }: command.MarkOrderShipped): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    switch (known.status) {
      case 'confirmed':
        return reject('order.not-paid', 'it cannot be shipped before it is paid');
      case 'paid': {
        const { shippingAddress, ...shipped } = data;
        const isLate = shippingAddress && !same(known.shippingAddress, shippingAddress);
        return [new fact.OrderShipped({ ...shipped, ...(isLate && { shippingAddress }) })];
      }
      case 'shipped':
      case 'delivered':
      case 'returned':
        return [];
      case 'cancelled':
        return reject('order.already-cancelled', 'it ended before it was shipped');
    }
  };

export const endOrderCancelled =
  ({ data, by }: command.EndOrderCancelled): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    switch (known.status) {
      case 'confirmed':
      case 'paid':
        return [new fact.OrderCancelled({ orderId: data.orderId, ...endReason(known, data) })];
      case 'shipped':
      case 'delivered':
      case 'returned':
        return reject('order.already-shipped', 'a shipped order is never cancelled');
      case 'cancelled':
        return [];
    }
  };

/** Reported by returns, once all of it has come back; a return is asked for only after the delivery. */
export const markOrderReturned =
  ({ data, by }: command.MarkOrderReturned): Decision =>
  (state) => {
    const known = fulfilled(state, data.orderId, by.actor);
    if (known.status === 'returned') return [];
    if (known.status === 'delivered') return [new fact.OrderReturned(data)];
    return reject('order.not-delivered', `the order is ${known.status}`);
  };

/** The saga repeats the public words of a wish; what was meant by them stands in the wish. */
function endReason(
  { cancellation }: Confirmed | Paid,
  { code, detail }: command.EndOrderCancelled['data'],
): CancellationReason {
  const isWish = cancellation?.code === code && cancellation.detail === detail;
  return reasonFor(code, isWish ? (cancellation.internal ?? detail) : detail);
}

/** What the saga reports about: an order that was confirmed once. */
function fulfilled(state: OrderState, orderId: string, actor: Actor): Exclude<Known, Draft> {
  if (actor.role !== 'system') return reject('order.fulfilment-only', `${actor.role} may not report this`);
  const known = existing(state, orderId);
  return known.status === 'draft' ? reject('order.not-confirmed', 'a draft is not in fulfilment') : known;
}
