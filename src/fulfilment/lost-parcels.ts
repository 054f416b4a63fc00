import type { Database } from '../platform/event-store/database.js';
import type { AttentionSource } from '../platform/ops/attention.js';
import { fromRows } from '../platform/ops/attention-sources.js';

/**
 * Parcels that the carrier has lost, and that nobody has sent again or paid back: the customer has neither goods nor
 * money. Gone from the list when the parcel turns up, is sent again, or the whole payment is refunded; where nothing was
 * paid, when somebody has decided.
 */
export const lostParcels = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select s.shipment_id::text as id, 'lost-parcel' as kind, s.order_id::text as object,
       'the carrier has lost the parcel; nothing has been sent or paid back by itself' as detail,
       lost.recorded_at as since
     from audit.shipments s
     cross join lateral (
       select max(e.recorded_at) filter (where e.type = 'ShipmentLost') as recorded_at,
         (array_agg(e.data->>'outcome' order by e.version desc) filter (where e.type = 'LossSettled'))[1] as outcome
       from platform.events e where e.stream_id = 'shipment-' || s.shipment_id) lost
     where s.state = 'lost' and (not s.settled or lost.outcome = 'refunded')
       and not exists (
       select from audit.payments p
       where p.order_id = s.order_id and (p.captured_minor > 0 or s.settled) and p.refunded_minor = p.captured_minor)`,
    ({ id, object }) => [
      { rel: 'look', method: 'GET', href: `/v1/orders/${object}/timeline` },
      { rel: 'found', method: 'POST', href: `/v1/shipments/${id}/tracking` },
      { rel: 'send-again', method: 'POST', href: `/v1/shipments/${id}/send-again` },
      { rel: 'refund', method: 'POST', href: `/v1/shipments/${id}/refund` },
    ],
  );
