import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event fails in a drill about one event; null until it has happened. */
export class PoisonedEvent1763852000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table simulator.drills add column position bigint');
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
