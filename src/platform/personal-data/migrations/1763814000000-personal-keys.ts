import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys that personal data is sealed with, apart from all data and with a role of their own, so that a backup or a
 * reader of the data need not have them. The row of an erased key stays without its secret: nothing can bring it back.
 */
export class PersonalKeys1763814000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema personal`);
    await runner.query(`revoke all on schema personal from public`);
    await runner.query(`
      create table personal.keys (
        key_id uuid primary key,
        subject_id uuid not null,
        wrapped text,
        wrapped_by text not null,
        created_at timestamptz not null default clock_timestamp(),
        retired_at timestamptz,
        erased_at timestamptz,
        constraint erased_without_secret check ((wrapped is null) = (erased_at is not null)),
        constraint erased_after_use check (erased_at is null or retired_at is not null)
      )`);
    await runner.query(`create index keys_of_subject on personal.keys (subject_id)`);
    await this.functions(runner);
    await this.role(runner);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    // Shared by whoever seals, alone for whoever erases: what was sealed with a key is committed before it is retired.
    await runner.query(`
      create function personal.use_keys(given json) returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(1463900001, hashtext(subject)) from (
          select distinct "subjectId"::text as subject from json_to_recordset(given) as r("subjectId" uuid)
          order by 1) subjects;
        insert into personal.keys (key_id, subject_id, wrapped, wrapped_by)
        select distinct on ("keyId") "keyId", "subjectId", wrapped, "wrappedBy"
        from json_to_recordset(given) as r("keyId" uuid, "subjectId" uuid, wrapped text, "wrappedBy" text)
        where wrapped is not null order by "keyId"
        on conflict do nothing;
        if exists (
          select from json_to_recordset(given) as r("keyId" uuid)
          where not exists (select from personal.keys k where k.key_id = r."keyId" and k.retired_at is null)) then
          raise exception 'the key of a person has been retired' using errcode = '23514',
            constraint = 'personal_key_in_use';
        end if;
      end $$`);
    await runner.query(`
      create function personal.retire_keys(subject uuid) returns void language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(1463900001, hashtext(subject::text));
        update personal.keys set retired_at = clock_timestamp() where subject_id = subject and retired_at is null;
      end $$`);
    await runner.query(`
      create function personal.erase_keys(subject uuid) returns void language sql as $$
        update personal.keys set wrapped = null, erased_at = clock_timestamp(),
          retired_at = coalesce(retired_at, clock_timestamp())
        where subject_id = subject and retired_at is not null and erased_at is null
      $$`);
  }

  private async role(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'waybill_keys') then
          create role waybill_keys nologin;
        end if;
      exception when duplicate_object or unique_violation or insufficient_privilege then null;
      end $$`);
    await runner.query(`
      do $$ begin
        if exists (select from pg_roles where rolname = 'waybill_keys') then
          grant usage on schema personal to waybill_keys;
          grant select, insert, update on personal.keys to waybill_keys;
        end if;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
