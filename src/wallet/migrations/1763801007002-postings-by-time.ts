import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A statement begins where its period does, however long the account has been in use. */
export class PostingsByTime1763801007002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index debits_by_time on wallet.postings (debit_account, recorded_at, debit_version)
      where debit_account is not null`);
    await runner.query(`
      create index credits_by_time on wallet.postings (credit_account, recorded_at, credit_version)
      where credit_account is not null`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
