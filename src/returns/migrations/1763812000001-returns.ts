import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second wall: whatever the rules decide, no unit comes back that was not delivered, and none comes back twice. */
export class Returns1763812000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists returns`);
    await runner.query(`
      create table returns.returns (
        return_id uuid primary key,
        order_id uuid not null,
        customer_id uuid not null,
        status text not null check (status in ('requested', 'approved', 'received', 'refunded', 'rejected',
          'cancelled', 'refund-refused')),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        refund_minor bigint not null check (refund_minor >= 0),
        refund_id uuid not null unique,
        version int not null
      )`);
    await runner.query(`create index returns_of_order on returns.returns (order_id, return_id)`);
    await runner.query(`create index returns_of_customer on returns.returns (customer_id, return_id)`);
    await runner.query(`create index returns_by_status on returns.returns (status, return_id)`);
    await runner.query(`
      create table returns.returnable_units (
        order_id uuid not null,
        sku text not null,
        delivered bigint not null,
        claimed bigint not null,
        came_back bigint not null check (came_back >= 0),
        version int not null,
        primary key (order_id, sku),
        constraint claimed_at_most_delivered check (claimed <= delivered),
        constraint came_back_at_most_claimed check (came_back <= claimed)
      )`);
    await runner.query(`
      create view audit.returns as
      select return_id, order_id, customer_id, status, currency, refund_minor, version from returns.returns`);
    await runner.query(`
      create view audit.returnable_units as
      select order_id, sku, delivered, claimed, came_back from returns.returnable_units`);
    await runner.query(`grant select on audit.returns, audit.returnable_units to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
