import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `platform.saga_tasks` holds open work only: what is done is deleted, so nothing done is ever in the way of what is
 * not. How often a command was tried outlives it where it was not once.
 *
 * `wake_at` is when somebody must look at a task: when it is due, or when the lease of whoever works on it ends. Every
 * look moves it on, so whoever looks again and again can leave out what lies before the last look, dead entries that
 * a held snapshot keeps in the index included.
 */
export class OpenWork1763800008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.saga_attempts (
        saga text not null,
        saga_id text not null,
        step text not null,
        direction text not null check (direction in ('do', 'undo', 'tell')),
        attempt int not null,
        attempts int not null check (attempts <> 1),
        ended_at timestamptz not null default clock_timestamp(),
        primary key (saga_id, saga, step, direction, attempt)
      )`);
    await runner.query(`
      insert into platform.saga_attempts (saga, saga_id, step, direction, attempt, attempts, ended_at)
      select saga, saga_id, step, direction, attempt, max(attempts), max(coalesce(ended_at, created_at))
      from platform.saga_tasks where state = 'done' and kind = 'command' and attempts <> 1
      group by 1, 2, 3, 4, 5`);
    await runner.query(`delete from platform.saga_tasks where state = 'done'`);
    await runner.query(`drop index platform.saga_tasks_due, platform.saga_tasks_leg, platform.saga_tasks_of`);
    await runner.query(`
      alter table platform.saga_tasks
        add column wake_at timestamptz generated always as (coalesce(lease_until, due_at)) stored`);
    await runner.query(`create index saga_tasks_wake on platform.saga_tasks (wake_at) where state = 'open'`);
    await runner.query(`create index saga_tasks_of on platform.saga_tasks (saga_id)`);
    // Rows live for milliseconds: what they leave behind is cleared by its number, not by its share.
    await runner.query(`
      alter table platform.saga_tasks
        set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
