create or replace view audit.wallets as
 SELECT account_id,
    currency,
    balance_minor,
    held_minor
   FROM wallet.accounts;
