import type { Database } from '../platform/event-store/database.js';
import type { BooksCompared, Disagreement } from '../platform/reconciliation/comparison.js';

const COMPARE = `
  select a.account_id::text as object,
    'the account has ' || a.balance_minor || ', of which ' || a.held_minor || ' are held' as ours,
    'its postings add up to ' || p.balance || ', its holds to ' || h.held as theirs
  from wallet.accounts a
  cross join lateral (
    select coalesce((select sum(amount_minor) from wallet.postings where credit_account = a.account_id), 0)
      - coalesce((select sum(amount_minor) from wallet.postings where debit_account = a.account_id), 0) as balance) p
  cross join lateral (
    select coalesce(sum(left_minor), 0) as held from wallet.holds
    where account_id = a.account_id and state = 'held') h
  where a.account_id = any ($1::uuid[]) and (a.balance_minor <> p.balance or a.held_minor <> h.held)`;

/** What an account says of itself, and what the ledger and its holds add up to. */
export const accountsAndLedger = (database: Database): BooksCompared => ({
  name: 'accounts-and-ledger',
  next: async (after, limit) => {
    const rows = await database.query<{ object: string }>(
      `select account_id::text as object from wallet.accounts
       where $1 = '' or account_id > nullif($1, '')::uuid order by account_id limit $2`,
      [after, limit],
    );
    return rows.map(({ object }) => object);
  },
  compare: (accounts) => database.query<Disagreement>(COMPARE, [accounts]),
});
