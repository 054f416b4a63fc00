import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few parcels are lost, and somebody looks for them often. */
export class LostShipments1763800002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index shipments_lost on shipping.shipments (shipment_id) where state = 'lost'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
