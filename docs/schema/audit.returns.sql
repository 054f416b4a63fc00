create or replace view audit.returns as
 SELECT return_id,
    order_id,
    customer_id,
    status,
    currency,
    refund_minor,
    version
   FROM returns.returns;
