import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Endpoints of receivers, what each is to be sent, and every try. A queue is what one endpoint is still to be sent about
 * one thing: only its first is ever under way, so the order is kept and one look takes it, however many wait behind.
 */
export class Webhooks1763802009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema webhooks`);
    await runner.query(`
      create table webhooks.endpoints (
        endpoint_id uuid primary key,
        url text not null check (length(url) <= 2048),
        event_types jsonb not null,
        description text,
        state text not null default 'enabled' check (state in ('enabled', 'disabled', 'deleted')),
        disabled_reason text,
        hears_since timestamptz not null default clock_timestamp(),
        secret text,
        previous_secret text,
        previous_until timestamptz,
        version int not null default 1,
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        check ((state = 'disabled') = (disabled_reason is not null)),
        check ((state = 'deleted') = (secret is null)),
        check ((previous_secret is null) = (previous_until is null))
      )`);
    await this.deliveries(runner);
    await runner.query(`
      create table webhooks.queues (
        endpoint_id uuid not null references webhooks.endpoints,
        sequence text not null,
        pending int not null check (pending >= 0),
        due_at timestamptz not null default clock_timestamp(),
        lease_until timestamptz,
        fence bigint not null default 0,
        primary key (endpoint_id, sequence)
      )`);
    await runner.query(`create index queues_due on webhooks.queues (endpoint_id, due_at)`);
    await this.audit(runner);
  }

  private async deliveries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhooks.deliveries (
        delivery_id uuid primary key,
        number bigint generated always as identity,
        endpoint_id uuid not null references webhooks.endpoints,
        event_id uuid not null,
        position bigint,
        type text not null,
        sequence text not null,
        state text not null default 'pending' check (state in ('pending', 'delivered', 'failed', 'discarded')),
        attempts int not null default 0,
        failures int not null default 0,
        last_status int,
        last_error text,
        created_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        unique (endpoint_id, event_id),
        check ((state = 'pending') = (ended_at is null)),
        check (state <> 'delivered' or last_status between 200 and 299)
      )`);
    await runner.query(`
      create index deliveries_in_order on webhooks.deliveries (endpoint_id, sequence, position, number)
      where state = 'pending'`);
    await runner.query(`
      create index deliveries_newest on webhooks.deliveries (endpoint_id, number desc)`);
    await runner.query(`
      create index deliveries_by_state on webhooks.deliveries (endpoint_id, state, number desc)`);
    await runner.query(`
      create index deliveries_ended on webhooks.deliveries (ended_at) where state <> 'pending'`);
    await runner.query(`
      create table webhooks.attempts (
        delivery_id uuid not null references webhooks.deliveries on delete cascade,
        attempt int not null,
        at timestamptz not null default clock_timestamp(),
        duration_ms int not null,
        status int,
        error text,
        response text check (length(response) <= 1000),
        primary key (delivery_id, attempt)
      )`);
  }

  private async audit(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view audit.webhook_deliveries as
      select d.delivery_id, d.endpoint_id, e.url, e.state as endpoint_state, d.event_id, d.position as global_pos,
        d.type, d.sequence, d.state, d.attempts, d.last_status, d.created_at, d.ended_at
      from webhooks.deliveries d join webhooks.endpoints e using (endpoint_id)`);
    await runner.query(`
      create view audit.webhook_queues as
      select q.endpoint_id, q.sequence, q.pending, q.due_at, q.lease_until, q.fence
      from webhooks.queues q join webhooks.endpoints e using (endpoint_id) where e.state <> 'deleted'`);
    await runner.query(`grant select on audit.webhook_deliveries, audit.webhook_queues to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
