import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a snapshot was stored, and by which rows that have served their time are found. Built beside tables in use. */
export class OutgrownSnapshots1763801006000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table platform.snapshots add column if not exists stored_at timestamptz not null default now()`,
    );
    await runner.query(`drop index concurrently if exists platform.snapshots_by_shape`);
    await runner.query(`
      create index concurrently snapshots_by_shape
      on platform.snapshots (split_part(stream_id, '-', 1), shape, stored_at)`);
    await runner.query(`drop index concurrently if exists platform.saga_attempts_ended`);
    await runner.query(`create index concurrently saga_attempts_ended on platform.saga_attempts (ended_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
