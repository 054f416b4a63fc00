import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For an auditor a dead letter is parked like an event is: one view over both. */
export class ParkedView1763700000502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view audit.parked`);
    await runner.query(`
      create view audit.parked as
      select subscription as consumer, event_id::text as message_id, sequence as msg_key, version,
        case state when 'behind' then 'behind-another' else 'handler-failed' end as reason_code,
        attempts, parked_at, resolved_at, resolution
      from platform.parked
      union all
      select consumer, coalesce(message_id, id::text), encode(msg_key, 'escape'), null,
        case reason when 'behind' then 'behind-another' else reason end,
        attempts, failed_at, resolved_at, nullif(state, 'open')
      from platform.dead_letters`);
    await runner.query(`grant select on audit.parked to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
