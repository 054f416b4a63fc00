import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Built beside a log that goes on growing; what an interrupted attempt left behind is begun anew. */
export class EventsByType1763800002002 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index concurrently if exists platform.events_by_type`);
    await runner.query(`create index concurrently events_by_type on platform.events (type, position)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
