import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units that were given up before they were sent are reserved no more; a line of which nothing is left is none. */
export class ReducedReservations1763820000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inventory.reservations drop constraint reservations_quantity_check,
        add constraint reservations_quantity_check check (quantity >= 0)`);
    await runner.query(`
      create or replace view audit.reservations as
      select order_id || ':' || sku as reservation_id, order_id, sku, quantity as qty,
        case state when 'consumed' then 'committed' else state end as state
      from inventory.reservations where quantity > 0`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
