import type { Database } from '../platform/event-store/database.js';
import type { BooksCompared, Disagreement } from '../platform/reconciliation/comparison.js';

const NEXT = `
  select order_id::text as object from audit.orders
  where $1 = '' or order_id > nullif($1, '')::uuid order by order_id limit $2`;

/** A part of an order's money that went back by hand makes it less, never more. */
const MONEY = `
  select o.order_id::text as object,
    'the order is ' || o.status || ', costs ' || o.total_minor || ' ' || o.currency as ours,
    'payments have captured ' || p.captured || ' and given back ' || p.refunded as theirs
  from audit.orders o
  cross join lateral (
    select coalesce(sum(captured_minor), 0) as captured, coalesce(sum(refunded_minor), 0) as refunded
    from audit.payments where order_id = o.order_id) p
  where o.order_id = any ($1::uuid[]) and (
    o.status = 'cancelled' and p.captured <> p.refunded
    or o.status in ('shipped', 'delivered', 'returned')
      and (p.captured - p.refunded > o.total_minor or p.captured = 0 and o.total_minor > 0))`;

const GOODS = `
  select o.order_id::text as object, 'the order is ' || o.status as ours,
    'stock holds for it: ' || string_agg(r.qty || ' of ' || r.sku || ' ' || r.state, ', ' order by r.sku) as theirs
  from audit.orders o join audit.reservations r using (order_id)
  where o.order_id = any ($1::uuid[]) and (
    o.status = 'cancelled' and r.state in ('held', 'committed')
    or o.status in ('shipped', 'delivered', 'returned') and r.state in ('held', 'released'))
  group by o.order_id, o.status`;

const ofOrders =
  (name: string, statement: string) =>
  (database: Database): BooksCompared => ({
    name,
    next: async (after, limit) =>
      (await database.query<{ object: string }>(NEXT, [after, limit])).map(({ object }) => object),
    compare: (orders) => database.query<Disagreement>(statement, [orders]),
  });

export const ordersAndPayments = ofOrders('orders-and-payments', MONEY);
export const ordersAndStock = ofOrders('orders-and-reservations', GOODS);
