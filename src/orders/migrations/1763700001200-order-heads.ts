import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The head of every order, committed with its events: never shipped and cancelled, whatever the rules decide. */
export class OrderHeads1763700001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists orders`);
    await runner.query(`
      create table orders.order_heads (
        order_id uuid primary key,
        customer_id uuid not null,
        status text not null,
        currency text not null,
        total_minor bigint not null,
        shipped boolean not null,
        cancelled boolean not null,
        version int not null,
        constraint total_not_negative check (total_minor >= 0),
        constraint never_shipped_and_cancelled check (not (shipped and cancelled))
      ) with (fillfactor = 80)`);
    await runner.query(`
      create view audit.orders as
      select order_id, customer_id, status, total_minor, currency, version from orders.order_heads`);
    await runner.query(`grant select on audit.orders to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
