import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verbs told to many things: which they are is written down before the first of them is touched. */
export class Operations1763830000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.operations (
        id uuid primary key,
        verb text not null,
        filter jsonb not null,
        pace int check (pace > 0),
        state text not null default 'running' check (state in ('running', 'done', 'stopped')),
        total int not null check (total > 0),
        requested_by text not null,
        reason text not null check (reason <> ''),
        requested_at timestamptz not null default clock_timestamp(),
        started_at timestamptz,
        finished_at timestamptz check (state = 'running' or finished_at is not null),
        owner text,
        fence int not null default 0,
        lease_until timestamptz
      )`);
    await runner.query(
      `create index operations_running on platform.operations (requested_at) where state = 'running'`,
    );
    await runner.query(`create index operations_by_age on platform.operations (requested_at desc, id desc)`);
    await runner.query(`
      create table platform.operation_items (
        operation_id uuid not null references platform.operations on delete cascade,
        ordinal int not null,
        object text not null,
        state text not null default 'pending' check (state in ('pending', 'trying', 'done', 'refused')),
        detail text,
        at timestamptz check (state in ('pending', 'trying') or at is not null),
        primary key (operation_id, ordinal),
        unique (operation_id, object)
      )`);
    await runner.query(
      `comment on table platform.operations is 'Verbs that operators told to many things at once, and how far they are'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
