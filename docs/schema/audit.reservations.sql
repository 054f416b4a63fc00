create or replace view audit.reservations as
 SELECT (order_id || ':'::text) || sku AS reservation_id,
    order_id,
    sku,
    quantity AS qty,
        CASE state
            WHEN 'consumed'::text THEN 'committed'::text
            ELSE state
        END AS state
   FROM inventory.reservations
  WHERE quantity > 0;
