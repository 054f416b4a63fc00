create or replace view audit.returnable_units as
 SELECT order_id,
    sku,
    delivered,
    claimed,
    came_back
   FROM returns.returnable_units;
