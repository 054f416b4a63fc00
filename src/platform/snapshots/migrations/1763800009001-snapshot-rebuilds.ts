import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rebuilds of snapshots: for which shapes, how far each has come by the names of streams, and under whose lease. */
export class SnapshotRebuilds1763800009001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.snapshot_rebuilds (
        id uuid primary key,
        state text not null default 'running' check (state in ('running', 'stopped', 'done', 'failed')),
        shapes jsonb not null,
        last_stream text not null default '',
        done int not null default 0,
        total int,
        skipped int not null default 0,
        events bigint not null default 0,
        events_total bigint,
        requested_by text not null,
        reason text not null,
        error text,
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        requested_at timestamptz not null default clock_timestamp(),
        started_at timestamptz,
        updated_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz,
        check ((state = 'running') = (finished_at is null))
      )`);
    await runner.query(
      `create unique index one_rebuild_of_snapshots on platform.snapshot_rebuilds (state) where state = 'running'`,
    );
    await runner.query(
      `create index snapshot_rebuilds_newest_first on platform.snapshot_rebuilds (requested_at desc, id desc)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
