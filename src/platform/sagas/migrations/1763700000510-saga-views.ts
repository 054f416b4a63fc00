import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sagas for an auditor: ids that can be joined, the token that only grows, the key of a step on each of its rows, and
 * a stuck saga among what is parked.
 */
export class SagaViews1763700000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view audit.sagas`);
    await runner.query(`
      create view audit.sagas as
      select s.saga || '-' || s.saga_id as saga_id,
        case when s.saga_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then s.saga_id::uuid end as order_id,
        s.state, t.lease_owner, t.lease_until, s.fencing_token, t.next_due_at, s.updated_at
      from platform.sagas s
      left join lateral (
        select (array_agg(owner order by lease_until desc) filter (where owner is not null))[1] as lease_owner,
          max(lease_until) as lease_until, min(due_at) as next_due_at
        from platform.saga_tasks t
        where t.saga = s.saga and t.saga_id = s.saga_id and t.state = 'open') t on true`);
    await runner.query(`drop view audit.saga_steps`);
    await runner.query(`
      create view audit.saga_steps as
      select saga_id, seq, step, case direction when 'do' then 'forward' else 'compensate' end as direction, outcome,
        saga_id || ':' || step || ':' || direction || ':' || max(attempt) over (
          partition by saga_id, step, direction order by seq) as external_key,
        at_global_pos
      from (
        select stream_id as saga_id, version as seq, data->>'step' as step,
          coalesce(data->>'direction', 'do') as direction,
          case type when 'StepAsked' then 'started' when 'StepSucceeded' then 'done'
            when 'StepFailed' then 'failed' when 'StepGivenUp' then 'unknown' end as outcome,
          (data->>'attempt')::int as attempt, position as at_global_pos
        from platform.events
        where type in ('StepAsked', 'StepSucceeded', 'StepFailed', 'StepGivenUp')) steps`);
    await runner.query(`grant select on audit.sagas, audit.saga_steps to waybill_auditor`);
    await this.parked(runner);
  }

  private async parked(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view audit.parked as
      select subscription as consumer, event_id::text as message_id, sequence as msg_key, version,
        case state when 'behind' then 'behind-another' else 'handler-failed' end as reason_code,
        attempts, parked_at, resolved_at, resolution
      from platform.parked
      union all
      select consumer, coalesce(message_id, id::text), encode(msg_key, 'escape'), null,
        case reason when 'behind' then 'behind-another' else reason end,
        attempts, failed_at, resolved_at, nullif(state, 'open')
      from platform.dead_letters
      union all
      select s.saga, s.saga || '-' || s.saga_id, s.saga_id, s.version, 'needs-attention', t.attempts,
        s.updated_at, null, null
      from platform.sagas s
      left join lateral (
        select max(attempts) as attempts from platform.saga_tasks t
        where t.saga = s.saga and t.saga_id = s.saga_id and t.state = 'stuck') t on true
      where s.state = 'needs-attention'`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
