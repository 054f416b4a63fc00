import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the programs that run can read, so that a look at the log tells whether an upgrade is waited for. */
export class Programs1763800009002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.programs (
        owner text primary key,
        events jsonb not null,
        seen_at timestamptz not null default clock_timestamp()
      )`);
    await runner.query(
      `comment on table platform.programs is 'Each process says every minute which events it can read, by type and newest version'`,
    );
    await runner.query(`
      create view audit.programs as
      select p.owner, e.key as event_type, e.value::int as schema_version, p.seen_at
      from platform.programs p cross join lateral jsonb_each_text(p.events) e
      where p.seen_at > clock_timestamp() - interval '3 minutes'`);
    await runner.query(`grant select on audit.programs to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
