import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why an event waits: its handler failed, or only a newer program can read it. `gone` is the end of one whose event
 * a restored log does not know; the same position may then be taken by another event.
 */
export class ParkedReasons1763800006002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.parked
        add column reason text not null default 'failed' check (reason in ('failed', 'newer-program')),
        add column schema_version int not null default 1`);
    await runner.query(`alter table platform.parked drop constraint parked_resolution_check`);
    await runner.query(`
      alter table platform.parked add constraint parked_resolution_check
        check (resolution in ('delivered', 'discarded', 'rebuilt', 'gone'))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
