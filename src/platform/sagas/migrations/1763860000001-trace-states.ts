import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others said about the trace goes on with the step, as its place in it does. */
export class TraceStates1763860000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table platform.saga_tasks add column tracestate text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
