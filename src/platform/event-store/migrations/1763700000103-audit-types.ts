import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cause is the id of an event and has its type, so that the two can be joined. */
export class AuditTypes1763700000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view audit.events`);
    await runner.query(`
      create view audit.events as
      select position as global_pos,
        split_part(stream_id, '-', 1) as stream_type,
        stream_id, version, event_id, type as event_type, schema_version, data as payload, command_id,
        metadata->>'correlationId' as correlation_id,
        (metadata->>'causationId')::uuid as causation_id,
        metadata->>'actor' as actor,
        (metadata->>'fencingToken')::bigint as fencing_token,
        recorded_at, occurred_at,
        null::text as prev_hash, null::text as hash
      from platform.events`);
    await runner.query(`grant select on audit.events to waybill_auditor`);
    // A superuser may become any role; an ordinary owner of the database must be made a member to become the auditor.
    await runner.query(`
      do $$ begin
        if not (select rolsuper from pg_roles where rolname = current_user) then
          execute format('grant waybill_auditor to %I', current_user);
        end if;
      exception when insufficient_privilege then null;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
