create or replace view audit.payments as
 SELECT payment_id,
    order_id,
    1 AS attempt,
    gateway_key,
    state,
    currency,
    amount_minor,
    captured_minor,
    refunded_minor,
    wallet_part_minor,
    wallet_part_refunded_minor
   FROM payments.payments;
