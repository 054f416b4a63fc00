create or replace view audit.orders as
 SELECT order_id,
    customer_id,
    status,
    total_minor,
    currency,
    version,
    cancelled_minor
   FROM orders.order_heads;
