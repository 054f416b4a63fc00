import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An auditor sees which events wait for no operator but for a newer program. */
export class ParkedForAnUpgrade1763800009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view audit.parked as
      select subscription as consumer, event_id::text as message_id, sequence as msg_key, version,
        case when state = 'behind' then 'behind-another' when reason = 'newer-program' then reason
          else 'handler-failed' end as reason_code,
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
