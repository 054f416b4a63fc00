import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each comparison has come, by whom; and what differs now, since when. */
export class Reconciliation1763840000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.reconciliations (
        name text primary key,
        after text not null default '',
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        next_look_at timestamptz not null default clock_timestamp(),
        round_ended_at timestamptz
      )`);
    await runner.query(`
      create table platform.reconciliation_differences (
        name text not null,
        object text not null,
        ours text not null,
        theirs text not null,
        first_seen timestamptz not null default clock_timestamp(),
        shown_at timestamptz not null,
        last_seen timestamptz not null default clock_timestamp(),
        primary key (name, object)
      )`);
    await runner.query(`
      create index differences_shown on platform.reconciliation_differences (shown_at)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
