import { totalOf } from './order.lines.js';
import type { OrderState } from './order.state.js';

/**
 * The head of an order as a row that commits with its events: what auditors read, and where the database refuses by
 * itself that an order is both shipped and cancelled. What has left the status confirmed holds nothing unpaid any more.
 */
const STATEMENT = `
  with heads as (insert into orders.order_heads as head
    (order_id, customer_id, status, currency, total_minor, shipped, cancelled, version)
  select distinct on ("orderId") "orderId", "customerId", status, currency, "totalMinor",
    bool_or(shipped) over one_order, bool_or(cancelled) over one_order, version
  from json_to_recordset($1::json) as r("orderId" uuid, "customerId" uuid, status text, currency text,
    "totalMinor" bigint, shipped boolean, cancelled boolean, version int)
  window one_order as (partition by "orderId")
  order by "orderId", version desc
  on conflict (order_id) do update set
    status = excluded.status, total_minor = excluded.total_minor,
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
      shipped: status === 'shipped' || status === 'delivered',
      cancelled: status === 'cancelled',
      version,
    },
  };
}
