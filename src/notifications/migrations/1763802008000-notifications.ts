import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom to write to, and one row for each mail that an event is an occasion of. Addresses stand in `contacts` alone: who
 * is forgotten there cannot be found in a mail of the past.
 */
export class Notifications1763802008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema notifications`);
    await runner.query(`
      create table notifications.contacts (
        customer_id uuid primary key,
        email text not null check (length(email) <= 254),
        language text not null,
        wanted boolean not null,
        version int not null default 1,
        updated_at timestamptz not null default clock_timestamp()
      )`);
    await runner.query(`
      create table notifications.outbox (
        notification_id uuid primary key,
        number bigint generated always as identity,
        template text not null,
        event_id uuid not null,
        event_type text not null,
        position bigint not null,
        order_id uuid not null,
        customer_id uuid not null,
        facts jsonb not null,
        correlation_id text not null,
        state text not null check (state in ('queued', 'sent', 'failed', 'suppressed')),
        reason text,
        round int not null default 1,
        attempts int not null default 0,
        last_error text,
        queued_at timestamptz not null default clock_timestamp(),
        due_at timestamptz not null default clock_timestamp(),
        lease_until timestamptz,
        fence bigint not null default 0,
        created_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        unique (template, event_id),
        check ((state = 'queued') = (ended_at is null)),
        check ((state in ('failed', 'suppressed')) = (reason is not null))
      )`);
    await runner.query(`
      create index outbox_due on notifications.outbox (due_at, number) where state = 'queued'`);
    await runner.query(`create index outbox_of_order on notifications.outbox (order_id, number)`);
    await runner.query(`create index outbox_by_state on notifications.outbox (state, number desc)`);
    await runner.query(`create index outbox_by_template on notifications.outbox (template, number desc)`);
    await runner.query(`
      create index outbox_ended on notifications.outbox (ended_at) where state <> 'queued'`);
    await runner.query(`
      create view audit.notifications as
      select notification_id, template, event_id, event_type, position as global_pos, order_id, state, reason, attempts,
        round, created_at, ended_at
      from notifications.outbox`);
    await runner.query(`grant select on audit.notifications to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
