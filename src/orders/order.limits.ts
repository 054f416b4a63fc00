import { rejecting } from '../platform/core/rejection.js';
import type { Units } from './order.lines.js';
import type { OrderProblem } from './order.problems.js';

/** What the unpaid orders of a customer hold already. */
export interface Held {
  readonly orders: number;
  readonly units: Readonly<Record<string, number>>;
}

/** What they may hold at most. */
export interface Limits {
  readonly held: Held;
  readonly maxOrders: number;
  readonly maxUnits: number;
}

const reject = rejecting<OrderProblem>();

/** @throws Rejection when this order would hold more than an unpaid order of this customer may */
export function refuseBeyond({ held, maxOrders, maxUnits }: Limits, items: readonly Units[]): void {
  if (held.orders >= maxOrders) {
    const detail = `${held.orders} of your orders are not paid yet; at most ${maxOrders} may wait`;
    reject('order.too-many-unpaid', detail, { unpaidOrders: held.orders, maxOrders });
  }
  const errors = items.flatMap(({ sku, quantity }, index) => {
    const others = held.units[sku] ?? 0;
    if (others + quantity <= maxUnits) return [];
    const before = others > 0 ? ` and ${others} in your other unpaid orders` : '';
    const detail = `${quantity} units of ${sku}${before}: at most ${maxUnits} may be held unpaid`;
    return [{ pointer: `/items/${index}/quantity`, detail }];
  });
  if (errors[0]) reject('order.too-many-unpaid-units', errors[0].detail, { errors, maxUnits });
}
