import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shipments are listed by state, by order and by customer; their ids are in the order of time. */
export class ShipmentList1763812000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index shipments_by_state on shipping.shipments (state, shipment_id)`);
    await runner.query(`create index shipments_of_order on shipping.shipments (order_id)`);
    await runner.query(`create index shipments_of_customer on shipping.shipments (customer_id, shipment_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
