import { rejecting } from '../platform/core/rejection.js';
import type { CancelOrder } from './order.commands.js';
import * as fact from './order.events.js';
import { lineOf, merged, totalOf, withoutUnits, type Units } from './order.lines.js';
import {
  existing,
  type Confirmed,
  type Decision,
  type Draft,
  type Known,
  type OrderEvent,
  type Paid,
} from './order.state.js';
import type { OrderProblem } from './problems.js';
import {
  MAX_PART_CANCELLATIONS,
  reasonFor,
  reasonForUnits,
  type CancellationReason,
  type OrderItem,
} from './vocabulary.js';

/** How an order ends before it was sent, or a part of it. */

const reject = rejecting<OrderProblem>();

/** All of it, or with `items` some units; all units by name are all of it. */
export const cancelOrder =
  ({ data, by }: CancelOrder): Decision =>
  (state) => {
    const { orderId, items, reason } = data;
    const known = existing(state, orderId);
    const code = by.actor.role === 'customer' ? 'customer-request' : 'operator';
    const whole = { orderId, ...reasonFor(code, reason) };
    if (items) return cancelUnits(known, { items, whole, part: reasonForUnits(code, reason) });
    switch (known.status) {
      case 'draft':
        return [new fact.OrderCancelled(whole)];
      case 'confirmed':
      case 'paid':
        return known.cancellation ? [] : [new fact.OrderCancellationRequested(whole)];
      case 'cancelled':
        return [];
      default:
        return alreadyShipped();
    }
  };

interface Part {
  readonly items: readonly Units[];
  /** What is recorded if nothing would be left. */
  readonly whole: fact.OrderCancelled['data'];
  readonly part: CancellationReason;
}

function cancelUnits(known: Known, { items, whole, part }: Part): readonly OrderEvent[] {
  refuseWhileCancelling(known);
  switch (known.status) {
    case 'draft': {
      const gone = unitsOf(known, items);
      if (withoutUnits(known.items, gone).length === 0) return [new fact.OrderCancelled(whole)];
      const { orderId } = whole;
      return gone.map(({ sku, quantity }) => new fact.OrderItemRemoved({ orderId, sku, quantity }));
    }
    case 'confirmed':
    case 'paid': {
      const gone = unitsOf(known, items);
      const left = withoutUnits(known.items, gone);
      if (left.length === 0) return [new fact.OrderCancellationRequested(whole)];
      refuseTooMany(known);
      const { currency } = known;
      const amounts = { amount: totalOf(gone, currency), total: totalOf(left, currency) };
      return [
        new fact.OrderUnitsCancelled({ orderId: whole.orderId, ...part, items: [...gone], ...amounts }),
      ];
    }
    case 'cancelled':
      return reject('order.already-cancelled', 'nothing is left of it');
    default:
      return alreadyShipped();
  }
}

/**
 * The units that are to go, by the lines of the order.
 *
 * @throws Rejection `order.too-few-units` with what is left of each line
 */
function unitsOf(order: Draft | Confirmed | Paid, asked: readonly Units[]): readonly OrderItem[] {
  const errors = asked.flatMap(({ sku }, index) => {
    const left = lineOf(order.items, sku)?.quantity ?? 0;
    const wanted = sumOf(asked, sku);
    const detail = `${left} units of ${sku} are left in the order, not ${wanted}`;
    return wanted > left ? [{ pointer: `/items/${index}/quantity`, detail }] : [];
  });
  if (errors[0]) {
    const left = order.items.map(({ sku, quantity }) => ({ sku, quantity }));
    return reject('order.too-few-units', errors[0].detail, { errors, left });
  }
  return merged(asked).map(({ sku, quantity }) => ({ ...lineOf(order.items, sku)!, quantity }));
}

const sumOf = (asked: readonly Units[], sku: string): number =>
  asked.reduce((units, line) => units + (line.sku === sku ? line.quantity : 0), 0);

function refuseTooMany({ unitsCancelled = [] }: Confirmed | Paid): void {
  if (unitsCancelled.length < MAX_PART_CANCELLATIONS) return;
  reject('order.too-many-cancellations', `units were cancelled ${unitsCancelled.length} times already`);
}

/** What is answered with a yes must be done: an order on its way to be cancelled takes no changes any more. */
export function refuseWhileCancelling(order: Known): void {
  if ('cancellation' in order && order.cancellation) {
    reject('order.being-cancelled', `its cancellation was asked for at ${order.cancellation.requestedAt}`);
  }
}

const alreadyShipped = (): never =>
  reject('order.already-shipped', 'it was handed to the carrier before it could be cancelled');
