import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A queue for each party: whoever has no slots left for one of them finds the work of the others. */
export class PartyQueues1763800008501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index platform.saga_tasks_wake`);
    await runner.query(`
      create index saga_tasks_wake on platform.saga_tasks (party, wake_at) where state = 'open'`);
    await runner.query(`
      create index saga_tasks_unanswered on platform.saga_tasks (party, unanswered_since)
      where state = 'open' and unanswered_since is not null`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
