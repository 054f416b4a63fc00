import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Shipments1763700001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists shipping`);
    await runner.query(`
      create table shipping.shipments (
        shipment_id uuid primary key,
        order_id uuid not null,
        customer_id uuid not null,
        carrier_key uuid not null unique,
        state text not null check (state in ('requested', 'unknown', 'refused', 'cancelled', 'dispatched',
          'in_transit', 'delivered', 'lost')),
        version int not null
      )`);
    await runner.query(`
      create unique index one_live_shipment_per_order on shipping.shipments (order_id)
      where state not in ('refused', 'cancelled')`);
    await runner.query(`
      create view audit.shipments as
      select shipment_id, order_id, carrier_key, state from shipping.shipments`);
    await runner.query(`grant select on audit.shipments to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
