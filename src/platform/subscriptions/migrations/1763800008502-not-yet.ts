import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event may wait for another one, or for its time, by nobody's fault. */
export class NotYet1763800008502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table platform.parked drop constraint parked_reason_check`);
    await runner.query(`
      alter table platform.parked
        add constraint parked_reason_check check (reason in ('failed', 'newer-program', 'not-yet')),
        add column awaits_stream text,
        add column awaits_type text`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
