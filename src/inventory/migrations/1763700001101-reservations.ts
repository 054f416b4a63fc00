import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reservations1763700001101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inventory.reservations (
        order_id uuid not null,
        sku text not null,
        quantity bigint not null check (quantity > 0),
        state text not null check (state in ('held', 'consumed', 'released')),
        version int not null,
        primary key (order_id, sku)
      )`);
    await runner.query(`
      create view audit.reservations as
      select order_id as reservation_id, order_id, sku, quantity as qty,
        case state when 'consumed' then 'committed' else state end as state
      from inventory.reservations`);
    await runner.query(`grant select on audit.reservations to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
