import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which rows that have served their time are found. Built beside tables in use; an interrupted attempt begins anew. */
export class EndedRows1763800002006 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index concurrently if exists platform.published_by_time`);
    await runner.query(`create index concurrently published_by_time on platform.published (published_at)`);
    await runner.query(`drop index concurrently if exists platform.inbox_by_time`);
    await runner.query(`create index concurrently inbox_by_time on platform.inbox (processed_at)`);
    await runner.query(`drop index concurrently if exists platform.dead_letters_resolved`);
    await runner.query(`
      create index concurrently dead_letters_resolved on platform.dead_letters (resolved_at) where state <> 'open'`);
    await runner.query(`drop index concurrently if exists platform.parked_resolved`);
    await runner.query(`
      create index concurrently parked_resolved on platform.parked (resolved_at)
      where resolution in ('delivered', 'rebuilt')`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
