import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '../platform/event-store/database.js';
import { FindEndedOrders, type EndedOrder } from './contract.js';

/**
 * Beginning with the id behind $1; or only $2, ended or not. Their ids lead to every stream that tells of them. Whoever
 * says by hand that an order has arrived says nothing to the carrier, whose parcel may be on its way for ever.
 */
const PAGE = `
  select o.order_id::text as id,
    o.status in ('delivered', 'returned', 'cancelled')
      and not exists (
        select from platform.sagas s where s.saga = 'fulfilment' and s.saga_id = o.order_id::text
          and s.state not in ('completed', 'compensated'))
      and not exists (
        select from platform.saga_tasks t where t.saga_id = o.order_id::text and t.state <> 'done')
      and not exists (
        select from audit.payments p where p.order_id = o.order_id and p.state in ('requested', 'unknown'))
      and not exists (
        select from audit.payments p join audit.holds h on h.hold_id = p.gateway_key
        where p.order_id = o.order_id and h.state = 'held')
      and not exists (
        select from audit.shipments s where s.order_id = o.order_id
          and s.state not in ('refused', 'cancelled', 'delivered')
          and not (s.state in ('dispatched', 'in_transit') and o.status in ('delivered', 'returned')))
      and not exists (
        select from audit.reservations r where r.order_id = o.order_id and r.state = 'held')
      and not exists (
        select from audit.returns r where r.order_id = o.order_id
          and r.status not in ('refunded', 'rejected', 'cancelled')) as "hasEnded",
    array['order-' || o.order_id, 'fulfilment-' || o.order_id, 'reservation-' || o.order_id,
        'returnable-' || o.order_id]
      || array(select name from audit.payments p,
        unnest(array['payment-' || p.payment_id, 'hold-' || p.gateway_key]) name where p.order_id = o.order_id)
      || array(select name from audit.shipments s,
        unnest(array['shipment-' || s.shipment_id, 'reservation-' || s.shipment_id]) name
        where s.order_id = o.order_id)
      || array(select 'return-' || r.return_id from audit.returns r where r.order_id = o.order_id) as streams
  from audit.orders o
  where o.order_id > $1::uuid and ($2::uuid is null or o.order_id = $2) order by o.order_id limit $3`;

const NIL = '00000000-0000-0000-0000-000000000000';

/** Asks every room of an order whether it still has something to do. */
@QueryHandler(FindEndedOrders)
export class FindEndedOrdersHandler implements IQueryHandler<FindEndedOrders> {
  constructor(private readonly database: Database) {}

  execute({ after, limit, only }: FindEndedOrders): Promise<EndedOrder[]> {
    return this.database.query<EndedOrder>(PAGE, [after ?? NIL, only ?? null, limit]);
  }
}
