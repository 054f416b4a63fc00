create or replace view audit.orders as
 SELECT order_id,
    customer_id,
    status,
    total_minor,
    currency,
    version
   FROM orders.order_heads;
