import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The auditor reads the views of schema `audit` and nothing else; every room adds its own view. */
export class Audit1763700000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema audit`);
    // Roles belong to the whole server: another database may have made this one, even at this very moment, or an
    // administrator has, where we may not.
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'waybill_auditor') then
          create role waybill_auditor nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    await runner.query(`grant usage on schema audit to waybill_auditor`);
    await runner.query(`
      create view audit.events as
      select position as global_pos,
        split_part(stream_id, '-', 1) as stream_type,
        stream_id, version, event_id, type as event_type, schema_version, data as payload, command_id,
        metadata->>'correlationId' as correlation_id,
        metadata->>'causationId' as causation_id,
        metadata->>'actor' as actor,
        (metadata->>'fencingToken')::bigint as fencing_token,
        recorded_at, occurred_at,
        null::text as prev_hash, null::text as hash
      from platform.events`);
    await runner.query(`grant select on audit.events to waybill_auditor`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
