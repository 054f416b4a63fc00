import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever inserts into the log holds everybody up until commit. A writer that falls silent in its transaction, a
 * forgotten psql or a process that was stopped, is ended by the server after five
 * seconds, or sooner if its session says so; appends wait a little longer than that.
 */
export class IdleWriters1763700000104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function platform.lock_the_log() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        if current_setting('idle_in_transaction_session_timeout')::interval not between '1ms' and '5s' then
          perform set_config('idle_in_transaction_session_timeout', '5s', true);
        end if;
        return null;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
