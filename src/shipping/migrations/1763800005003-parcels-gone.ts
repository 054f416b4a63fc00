import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A parcel that the simulated carrier does not give back, however early it is asked. */
export class ParcelsGone1763800005003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table simulator.parcels add column can_be_recalled boolean not null default true`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
