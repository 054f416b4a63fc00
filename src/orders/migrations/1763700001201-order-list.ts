import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderList1763700001201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.order_list (
        order_id uuid primary key,
        customer_id uuid not null,
        status text not null,
        currency text not null,
        total_minor bigint not null,
        skus jsonb not null,
        created_at timestamptz(3) not null,
        created_position bigint not null,
        version int not null,
        state json not null
      )`);
    await runner.query(`create index order_list_newest on orders.order_list (created_position desc)`);
    await runner.query(`
      create index order_list_customer on orders.order_list (customer_id, created_position desc)`);
    await runner.query(`create index order_list_status on orders.order_list (status, created_position desc)`);
    await runner.query(`create index order_list_created on orders.order_list (created_at)`);
    await runner.query(`create index order_list_skus on orders.order_list using gin (skus jsonb_path_ops)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
