import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sagas for an auditor, truer: one has not ended before everybody has been told, a step that could not be taken back
 * counts as done, and whoever runs with nobody watching is in a view of its own.
 */
export class WatchedSagas1763800005002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.sagas(runner);
    await this.steps(runner);
    await runner.query(`
      create view audit.unwatched_sagas as
      select s.saga || '-' || s.saga_id as saga_id,
        case when s.saga_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then s.saga_id::uuid end as order_id,
        s.state, s.updated_at
      from platform.sagas s
      where s.state in ('running', 'compensating') and not exists (
        select from platform.saga_tasks t
        where t.saga = s.saga and t.saga_id = s.saga_id and t.state = 'open')`);
    await runner.query(`
      grant select on audit.sagas, audit.saga_steps, audit.unwatched_sagas to waybill_auditor`);
  }

  private async sagas(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view audit.sagas`);
    await runner.query(`
      create view audit.sagas as
      select s.saga || '-' || s.saga_id as saga_id,
        case when s.saga_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then s.saga_id::uuid end as order_id,
        case
          when t.tells and s.state = 'completed' then 'running'
          when t.tells and s.state = 'compensated' then 'compensating'
          else s.state end as state,
        t.lease_owner, t.lease_until, s.fencing_token, t.next_due_at, s.updated_at
      from platform.sagas s
      left join lateral (
        select (array_agg(owner order by lease_until desc) filter (where owner is not null))[1] as lease_owner,
          max(lease_until) as lease_until, min(due_at) as next_due_at, bool_or(direction = 'tell') as tells
        from platform.saga_tasks t
        where t.saga = s.saga and t.saga_id = s.saga_id and t.state = 'open') t on true`);
  }

  private async steps(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view audit.saga_steps`);
    await runner.query(`
      create view audit.saga_steps as
      select saga_id, seq, step, case direction when 'do' then 'forward' else 'compensate' end as direction, outcome,
        saga_id || ':' || step || ':' || direction || ':' || max(attempt) over (
          partition by saga_id, step, direction order by seq) as external_key,
        at_global_pos
      from (
        select stream_id as saga_id, version as seq, data->>'step' as step, ends.direction, ends.outcome,
          (data->>'attempt')::int as attempt, position as at_global_pos
        from platform.events
        cross join lateral (
          select coalesce(data->>'direction', 'do') as direction,
            case type when 'StepAsked' then 'started' when 'StepSucceeded' then 'done'
              when 'StepFailed' then 'failed' when 'StepGivenUp' then 'unknown' when 'StepStands' then 'done' end
              as outcome
          union all
          select 'undo', 'failed' where type = 'StepStands') ends
        where type in ('StepAsked', 'StepSucceeded', 'StepFailed', 'StepGivenUp', 'StepStands')) steps`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
