create or replace view audit.shipments as
 SELECT shipment_id,
    order_id,
    carrier_key,
    state,
    settled
   FROM shipping.shipments;
