create or replace view audit.holds as
 SELECT hold_id,
    account_id,
    order_id,
    currency,
    amount_minor,
    left_minor,
    captured_minor,
    refunded_minor,
    state
   FROM wallet.holds;
