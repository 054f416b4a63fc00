import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sagas have sent and wait for (commands and timers are rows), and where each of them stands. */
export class Sagas1763700000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.saga_tasks (
        id uuid primary key,
        saga text not null,
        saga_id text not null,
        kind text not null check (kind in ('command', 'timeout')),
        step text not null,
        direction text not null check (direction in ('do', 'undo', 'tell')),
        leg text not null,
        attempt int not null check (attempt > 0),
        command text,
        data json,
        cause uuid not null,
        correlation_id text not null,
        state text not null default 'open' check (state in ('open', 'done', 'stuck')),
        due_at timestamptz not null,
        attempts int not null default 0,
        failures int not null default 0,
        owner text,
        lease_until timestamptz,
        fence bigint not null default 0,
        last_error text,
        created_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        check ((kind = 'command') = (command is not null))
      )`);
    await runner.query(`create index saga_tasks_due on platform.saga_tasks (due_at) where state = 'open'`);
    await runner.query(`create index saga_tasks_leg on platform.saga_tasks (leg)`);
    await runner.query(`create index saga_tasks_of on platform.saga_tasks (saga, saga_id)`);
    await runner.query(`
      create table platform.sagas (
        saga text not null,
        saga_id text not null,
        state text not null
          check (state in ('running', 'completed', 'compensating', 'compensated', 'needs-attention')),
        stuck_step text,
        stuck_detail text,
        version int not null,
        fencing_token bigint,
        started_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        primary key (saga, saga_id)
      )`);
    await runner.query(`create index sagas_by_state on platform.sagas (saga, state, updated_at)`);
    await this.audit(runner);
  }

  private async audit(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view audit.sagas as
      select s.saga || '-' || s.saga_id as saga_id, s.saga_id as order_id, s.state,
        t.owner as lease_owner, t.lease_until, coalesce(t.fence, s.fencing_token) as fencing_token,
        t.due_at as next_due_at, s.updated_at
      from platform.sagas s
      left join lateral (
        select owner, lease_until, fence, due_at from platform.saga_tasks t
        where t.saga = s.saga and t.saga_id = s.saga_id and t.state = 'open' order by due_at limit 1) t on true`);
    await runner.query(`
      create view audit.saga_steps as
      select stream_id as saga_id, version as seq, data->>'step' as step,
        case when type in ('StepFailed', 'StepGivenUp') or data->>'direction' = 'do' then 'forward'
          else 'compensate' end as direction,
        case type when 'StepAsked' then 'started' when 'StepSucceeded' then 'done'
          when 'StepFailed' then 'failed' when 'StepGivenUp' then 'unknown' end as outcome,
        case type when 'StepAsked' then stream_id || ':' || (data->>'step') || ':' || (data->>'direction')
          || ':' || (data->>'attempt') end as external_key,
        position as at_global_pos
      from platform.events
      where type in ('StepAsked', 'StepSucceeded', 'StepFailed', 'StepGivenUp')`);
    await runner.query(`grant select on audit.sagas, audit.saga_steps to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
