import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that must go back and that the gateway refuses to give back: somebody has to look. */
export class RefusedRefunds1763700001302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table payments.payments add refund_refused_at timestamptz`);
    await runner.query(`
      create index refunds_refused on payments.payments (refund_refused_at) where refund_refused_at is not null`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
