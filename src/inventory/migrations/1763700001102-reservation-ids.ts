import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An auditor's reservation is of one order and one SKU: its id names both. */
export class ReservationIds1763700001102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view audit.reservations`);
    await runner.query(`
      create view audit.reservations as
      select order_id || ':' || sku as reservation_id, order_id, sku, quantity as qty,
        case state when 'consumed' then 'committed' else state end as state
      from inventory.reservations`);
    await runner.query(`grant select on audit.reservations to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
