import type { ShipmentState } from './shipment.state.js';

/**
 * A shipment as a row that commits with its events, for the auditor. A tombstone without terms has no row. A lost
 * parcel makes room before the one that goes instead.
 */
const STATEMENT = `
  insert into shipping.shipments as known
    (shipment_id, order_id, customer_id, carrier_key, state, settled, version)
  select * from (
    select distinct on ("shipmentId") "shipmentId", "orderId", "customerId", "carrierKey", state, settled, version
    from json_to_recordset($1::json) as r("shipmentId" uuid, "orderId" uuid, "customerId" uuid, "carrierKey" uuid,
      state text, settled boolean, version int)
    where "orderId" is not null
    order by "shipmentId", version desc) newest
  order by settled desc
  on conflict (shipment_id) do update set carrier_key = excluded.carrier_key, state = excluded.state,
    settled = excluded.settled, version = excluded.version
  where known.version < excluded.version`;

export const shipmentRow = (item: { id: string; state: ShipmentState; version: number }) => ({
  statement: STATEMENT,
  row: { shipmentId: item.id, version: item.version, ...columns(item.state) },
});

function columns(state: ShipmentState): object {
  if (state.status === 'none' || !state.terms) return {};
  const { orderId, customerId, carrierKey } = state.terms;
  return {
    orderId,
    customerId,
    carrierKey,
    state: state.status,
    settled: 'loss' in state && state.loss !== undefined,
  };
}
