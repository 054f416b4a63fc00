import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks through the log, and lets it grow meanwhile. */
export class DataOrAPlace1763845000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table platform.events validate constraint events_have_data_or_a_place_in_the_archive',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
