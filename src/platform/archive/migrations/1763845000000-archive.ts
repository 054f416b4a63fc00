import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The data of events of old may lie in files. Their rows stay, as stubs: whatever is asked of the log but the data itself
 * is answered as before. `remains` is what the audit views tell of an event's data.
 */
export class Archive1763845000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await segments(runner);
    await runner.query(`
      alter table platform.events
        alter column data drop not null,
        add column archived_in int,
        add column archived_sha256 bytea,
        add column archived_bytes int,
        add column remains json,
        add constraint events_have_data_or_a_place_in_the_archive check (
          case when data is null then num_nulls(archived_in, archived_sha256, archived_bytes) = 0
          else num_nonnulls(archived_in, archived_sha256, archived_bytes, remains) = 0 end) not valid`);
    await runner.query(`
      create function platform.payload_sha256(event platform.events) returns bytea language sql immutable as $$
        select coalesce(event.archived_sha256, sha256(convert_to(event.data::text, 'UTF8')))
      $$`);
    await runner.query(`
      create function platform.remains_of(data json) returns json language sql immutable strict as $$
        select json_strip_nulls(json_build_object('step', data->'step', 'direction', data->'direction',
          'attempt', data->'attempt'))
        where data->'step' is not null
      $$`);
    await guard(runner);
    await views(runner);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}

async function segments(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table platform.segments (
      segment int generated always as identity primary key,
      file text not null unique check (file ~ '^[0-9a-z-]+[.]jsonl$'),
      state text not null default 'writing' check (state in ('writing', 'verified', 'archived', 'restored')),
      sha256 bytea check (octet_length(sha256) = 32),
      bytes bigint check (bytes > 0),
      events int check (events > 0),
      orders int check (orders > 0),
      begun_at timestamptz not null default clock_timestamp(),
      check (state = 'writing' or num_nulls(sha256, bytes, events, orders) = 0)
    )`);
  // Without the checksum nobody could tell whether a file is the one that the stubs stand for.
  await runner.query(`
    create function platform.keep_segment() returns trigger language plpgsql as $$
    begin
      if old.state = 'writing' then
        return coalesce(new, old);
      end if;
      if tg_op = 'UPDATE' and new.state <> 'writing'
        and (new.segment, new.file, new.sha256) = (old.segment, old.file, old.sha256) then
        return new;
      end if;
      raise exception 'a written segment stays as it is: % is refused', tg_op using errcode = '42501';
    end $$`);
  await runner.query(`
    create trigger segments_stay before update or delete on platform.segments
    for each row execute function platform.keep_segment()`);
}

/**
 * What the log accepts: erasing what was stored in clear; leaving the data to a file that has it, byte by byte; taking it back.
 * Clear text does not go into files, where nobody could erase it.
 */
async function guard(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function platform.keep_history() returns trigger language plpgsql as $$
    declare
      rest platform.events := new;
    begin
      rest.data := old.data;
      if rest::text = old::text then
        if new.data::jsonb <> old.data::jsonb and new.data::jsonb = personal.erased_form(old.data::jsonb) then
          return new;
        end if;
      else
        rest.archived_in := old.archived_in;
        rest.archived_sha256 := old.archived_sha256;
        rest.archived_bytes := old.archived_bytes;
        rest.remains := old.remains;
        if rest::text = old::text and (
          (new.data is null and old.archived_in is null
            and new.archived_sha256 = platform.payload_sha256(old)
            and new.archived_bytes = octet_length(old.data::text)
            and new.remains::text is not distinct from platform.remains_of(old.data)::text
            and not personal.holds_clear_text(old.data)
            and exists (select from platform.segments where segment = new.archived_in and state = 'verified'))
          or (old.data is null and new.archived_in is null
            and platform.payload_sha256(new) = old.archived_sha256)) then
          return new;
        end if;
      end if;
      raise exception 'events are immutable: % on platform.events is refused', tg_op using errcode = '42501';
    end $$`);
  await runner.query(`drop trigger events_are_only_erased on platform.events`);
  await runner.query(`drop function platform.only_erase_from_history()`);
  await runner.query(`
    create trigger events_stay_what_they_are before update on platform.events
    for each row execute function platform.keep_history()`);
}

async function views(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create or replace view audit.events as
    select position as global_pos,
      split_part(stream_id, '-', 1) as stream_type,
      stream_id, version, event_id, type as event_type, schema_version, data as payload, command_id,
      metadata->>'correlationId' as correlation_id,
      (metadata->>'causationId')::uuid as causation_id,
      metadata->>'actor' as actor,
      (metadata->>'fencingToken')::bigint as fencing_token,
      recorded_at, occurred_at,
      null::text as prev_hash, null::text as hash, archived_in
    from platform.events`);
  await runner.query(`
    create or replace view audit.saga_steps as
    select saga_id, seq, step, case direction when 'do' then 'forward' else 'compensate' end as direction, outcome,
      saga_id || ':' || step || ':' || direction || ':' || max(attempt) over (
        partition by saga_id, step, direction order by seq) as external_key,
      at_global_pos
    from (
      select stream_id as saga_id, version as seq, told->>'step' as step, ends.direction, ends.outcome,
        (told->>'attempt')::int as attempt, position as at_global_pos
      from (select *, coalesce(data, remains) as told from platform.events) e
      cross join lateral (
        select coalesce(told->>'direction', 'do') as direction,
          case type when 'StepAsked' then 'started' when 'StepSucceeded' then 'done'
            when 'StepFailed' then 'failed' when 'StepGivenUp' then 'unknown' when 'StepStands' then 'done' end
            as outcome
        union all
        select 'undo', 'failed' where type = 'StepStands') ends
      where type in ('StepAsked', 'StepSucceeded', 'StepFailed', 'StepGivenUp', 'StepStands')) steps`);
}
