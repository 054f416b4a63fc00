import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second wall around the money of customers: whatever the rules decide, nothing is spent that is not there. */
export class Wallet1763801007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists wallet`);
    await accounts(runner);
    await holds(runner);
    await ledger(runner);
    await views(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

async function accounts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table wallet.accounts (
      account_id uuid primary key,
      owner_id uuid not null,
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      status text not null check (status in ('open', 'frozen', 'closed')),
      balance_minor bigint not null,
      held_minor bigint not null,
      version int not null,
      entered bigint generated always as identity unique,
      constraint balance_not_negative check (balance_minor >= 0),
      constraint held_not_negative check (held_minor >= 0),
      constraint never_overdrawn check (held_minor <= balance_minor),
      constraint closed_is_empty check (status <> 'closed' or balance_minor = 0)
    )`);
  await runner.query(`create index accounts_of_owner on wallet.accounts (owner_id, entered)`);
}

async function holds(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table wallet.holds (
      hold_id uuid primary key,
      account_id uuid not null,
      order_id uuid,
      currency text not null,
      amount_minor bigint not null check (amount_minor > 0),
      left_minor bigint not null,
      captured_minor bigint not null,
      refunded_minor bigint not null,
      state text not null check (state in ('held', 'captured', 'released', 'expired', 'declined')),
      description text not null,
      expires_at timestamptz,
      placed_at timestamptz not null,
      version int not null,
      entered bigint generated always as identity unique,
      constraint left_while_held check (left_minor between 0 and amount_minor and (state = 'held' or left_minor = 0)),
      constraint captured_at_most_held check (captured_minor between 0 and amount_minor),
      constraint refunded_at_most_captured check (refunded_minor between 0 and captured_minor)
    )`);
  await runner.query(`create index holds_of_account on wallet.holds (account_id, entered)`);
  await runner.query(`
    create index holds_to_expire on wallet.holds (expires_at) where state = 'held' and expires_at is not null`);
  await runner.query(`
    create table wallet.hold_ends (
      hold_id uuid primary key,
      ended_as text not null check (ended_as in ('captured', 'released', 'expired'))
    )`);
  await runner.query(`
    create table wallet.hold_refunds (
      refund_id uuid primary key,
      hold_id uuid not null,
      amount_minor bigint not null check (amount_minor > 0)
    )`);
}

async function ledger(runner: QueryRunner): Promise<void> {
  const kinds = `('customer', 'cash-clearing', 'order-revenue', 'refund-liability', 'write-off')`;
  await runner.query(`
    create table wallet.postings (
      posting_id uuid primary key,
      transfer_id uuid not null,
      kind text not null check (kind in ('deposit', 'withdrawal', 'transfer', 'payment', 'refund')),
      currency text not null,
      amount_minor bigint not null check (amount_minor > 0),
      description text not null,
      order_id uuid,
      debit_kind text not null check (debit_kind in ${kinds}),
      debit_account uuid,
      debit_version int,
      debit_balance_minor bigint check (debit_balance_minor >= 0),
      debit_entry uuid not null,
      debit_event uuid not null,
      credit_kind text not null check (credit_kind in ${kinds}),
      credit_account uuid,
      credit_version int,
      credit_balance_minor bigint check (credit_balance_minor >= 0),
      credit_entry uuid not null,
      credit_event uuid not null,
      recorded_at timestamptz not null,
      constraint two_sides check ((debit_kind, debit_account) is distinct from (credit_kind, credit_account)),
      constraint customers_have_accounts check (
        (debit_kind = 'customer') = (num_nonnulls(debit_account, debit_version, debit_balance_minor) = 3)
        and (debit_kind = 'customer' or num_nonnulls(debit_account, debit_version, debit_balance_minor) = 0)
        and (credit_kind = 'customer') = (num_nonnulls(credit_account, credit_version, credit_balance_minor) = 3)
        and (credit_kind = 'customer' or num_nonnulls(credit_account, credit_version, credit_balance_minor) = 0))
    )`);
  await runner.query(`
    create unique index one_debit_an_event on wallet.postings (debit_account, debit_version)
    where debit_account is not null`);
  await runner.query(`
    create unique index one_credit_an_event on wallet.postings (credit_account, credit_version)
    where credit_account is not null`);
  await runner.query(`create index postings_of_transfer on wallet.postings (transfer_id)`);
}

async function views(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create view audit.ledger_entries as
    select debit_entry as entry_id, transfer_id, debit_account as account_id, debit_kind as account_kind, currency,
      - amount_minor as amount_minor, debit_event as event_id
    from wallet.postings
    union all
    select credit_entry, transfer_id, credit_account, credit_kind, currency, amount_minor, credit_event
    from wallet.postings`);
  await runner.query(`
    create view audit.wallets as
    select account_id, currency, balance_minor, held_minor from wallet.accounts`);
  await runner.query(`
    create view audit.holds as
    select hold_id, account_id, order_id, currency, amount_minor, left_minor, captured_minor, refunded_minor, state
    from wallet.holds`);
  await runner.query(`grant select on audit.ledger_entries, audit.wallets, audit.holds to waybill_auditor`);
}
