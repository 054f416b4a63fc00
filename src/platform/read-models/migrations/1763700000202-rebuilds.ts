import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rebuilds of read models: how far each has come, under whose lease, and what the comparison found. */
export class Rebuilds1763700000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.rebuilds (
        id uuid primary key,
        model text not null references platform.subscriptions (name),
        mode text not null check (mode in ('switch', 'verify')),
        shape int not null,
        state text not null default 'running' check (state in ('running', 'done', 'failed')),
        phase text not null default 'copying' check (phase in ('copying', 'comparing', 'switching')),
        position bigint not null default 0,
        target bigint not null default 0,
        events bigint not null default 0,
        requested_by text not null,
        reason text not null,
        comparison json,
        error text,
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        requested_at timestamptz not null default clock_timestamp(),
        started_at timestamptz,
        updated_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz
      )`);
    await runner.query(
      `create unique index one_rebuild_of_a_model on platform.rebuilds (model) where state = 'running'`,
    );
    await runner.query(
      `create index rebuilds_newest_first on platform.rebuilds (requested_at desc, id desc)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
