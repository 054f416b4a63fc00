create or replace view audit.shipments as
 SELECT shipment_id,
    order_id,
    carrier_key,
    state
   FROM shipping.shipments;
