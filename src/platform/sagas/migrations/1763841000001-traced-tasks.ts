import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step belongs to the trace of what led to it, whoever sends it and after whatever restart. */
export class TracedTasks1763841000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table platform.saga_tasks add column traceparent text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
