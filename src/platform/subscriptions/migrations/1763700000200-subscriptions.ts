import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row a subscription: how far it has come, and who may move it. Every change of hands (takeover, pause, switch of
 * a rebuild) raises the fence, so whoever held the row before can no longer commit anything.
 */
export class Subscriptions1763700000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.subscriptions (
        name text primary key,
        position bigint not null default 0 check (position >= 0),
        epoch int not null default 1,
        shape int,
        state text not null default 'running' check (state in ('running', 'paused')),
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        last_error text,
        failing_since timestamptz,
        updated_at timestamptz not null default clock_timestamp()
      ) with (fillfactor = 50)`);
    await runner.query(`
      create table platform.runners (
        owner text primary key,
        seen_until timestamptz not null
      ) with (fillfactor = 50)`);
    await runner.query(`
      create view audit.checkpoints as
      select name as projection, position, epoch, updated_at from platform.subscriptions`);
    await runner.query(`grant select on audit.checkpoints to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
