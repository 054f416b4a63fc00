import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What had moved in all until a midnight, so that nobody adds up the whole ledger again. A closing holds only while nothing
 * comes in before it: whatever does takes it, and those after it, away.
 */
export class LedgerClosings1763862000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index postings_by_time on wallet.postings (recorded_at)`);
    await runner.query(`
      create table wallet.ledger_closings (
        closed_at timestamptz not null,
        currency text not null,
        debit_kind text not null,
        credit_kind text not null,
        amount_minor numeric not null,
        primary key (closed_at, currency, debit_kind, credit_kind)
      )`);
    await runner.query(`
      create function wallet.reopen_ledger() returns trigger language plpgsql as $$
      begin
        delete from wallet.ledger_closings where closed_at >= (select min(recorded_at) from added);
        return null;
      end $$`);
    await runner.query(`
      create trigger reopen_ledger after insert on wallet.postings
      referencing new table as added for each statement execute function wallet.reopen_ledger()`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
