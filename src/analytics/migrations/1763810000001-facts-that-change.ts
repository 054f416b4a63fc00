import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order changes a few times in its life: that shall not touch an index each time, nor move the row to another page. */
export class FactsThatChange1763810000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index analytics.order_facts_created`);
    await runner.query(`create index order_facts_created on analytics.order_facts (created_at)`);
    await runner.query(`alter table analytics.order_facts set (fillfactor = 75)`);
    await runner.query(`alter table analytics.stock_moves set (fillfactor = 75)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
