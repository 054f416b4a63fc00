import type { AccountState } from './account.state.js';

/** An account as a row that commits with its events: for lists, and for the database's own constraints. */
const STATEMENT = `
  insert into wallet.accounts as known
    (account_id, owner_id, currency, status, balance_minor, held_minor, version)
  select distinct on ("accountId") "accountId", "ownerId", currency, status, "balanceMinor", "heldMinor", version
  from json_to_recordset($1::json) as r("accountId" uuid, "ownerId" uuid, currency text, status text,
    "balanceMinor" bigint, "heldMinor" bigint, version int)
  order by "accountId", version desc
  on conflict (account_id) do update set status = excluded.status, balance_minor = excluded.balance_minor,
    held_minor = excluded.held_minor, version = excluded.version
  where known.version < excluded.version`;

export const accountRow = (item: { id: string; state: AccountState; version: number }) => ({
  statement: STATEMENT,
  row: { accountId: item.id, version: item.version, ...item.state },
});
