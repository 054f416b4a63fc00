import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one person asked for and another one has to agree to. The database refuses a person who agrees with themselves. */
export class Approvals1763813000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.approvals (
        id uuid primary key,
        entered bigint generated always as identity unique,
        action text not null,
        object text not null,
        amount_minor bigint,
        currency text,
        data json not null,
        reason text not null,
        command_id uuid not null,
        requested_by text not null,
        requested_at timestamptz not null default clock_timestamp(),
        state text not null default 'waiting' check (state in ('waiting', 'approved', 'done', 'failed', 'rejected')),
        decided_by text,
        decision text,
        decided_at timestamptz,
        outcome text,
        unique (command_id, action, object),
        constraint decided_by_another_person check (decided_by <> requested_by),
        constraint decided_with_a_reason check ((state = 'waiting') = (decided_by is null) and
          (decided_by is null) = (decision is null))
      )`);
    await runner.query(
      `create index approvals_open on platform.approvals (entered) where state in ('waiting', 'approved')`,
    );
    await runner.query(`
      create view audit.approvals as
      select id, action, object, amount_minor, currency, reason, requested_by, requested_at, state, decided_by, decision,
        decided_at, outcome
      from platform.approvals`);
    await runner.query(`grant select on audit.approvals to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
