import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that is captured and still stands on an account of the customer: it is taken when the goods leave. */
export class PaymentsToSettle1763801007001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table payments.payments add to_settle boolean not null default false`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
