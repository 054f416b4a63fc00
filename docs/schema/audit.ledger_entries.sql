create or replace view audit.ledger_entries as
 SELECT postings.debit_entry AS entry_id,
    postings.transfer_id,
    postings.debit_account AS account_id,
    postings.debit_kind AS account_kind,
    postings.currency,
    - postings.amount_minor AS amount_minor,
    postings.debit_event AS event_id
   FROM wallet.postings
UNION ALL
 SELECT postings.credit_entry AS entry_id,
    postings.transfer_id,
    postings.credit_account AS account_id,
    postings.credit_kind AS account_kind,
    postings.currency,
    postings.amount_minor,
    postings.credit_event AS event_id
   FROM wallet.postings;
