import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How large an order is, so that a page can be cut before anything large is read. */
export class OrderBytes1763800004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders.order_list
      add column bytes int not null generated always as (octet_length(state::text)) stored`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
