import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lost parcel that was sent again may turn up: of an order one shipment is live beside those that were given up. */
export class SettledLosses1763820000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table shipping.shipments add settled boolean not null default false`);
    await runner.query(`drop index shipping.one_live_shipment_per_order`);
    await runner.query(`
      create unique index one_live_shipment_per_order on shipping.shipments (order_id)
      where state not in ('refused', 'cancelled') and not settled`);
    await runner.query(`
      create or replace view audit.shipments as
      select shipment_id, order_id, carrier_key, state, settled from shipping.shipments`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
