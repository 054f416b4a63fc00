import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The time of the log is the database's clock, and never goes back: not when the clock is set right, nor when a standby whose
 * clock is behind takes over. Instants are found in it by halving, and a statement of an account is a stretch of it.
 */
export class TimeNeverGoesBack1763871000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.time_of_log() returns timestamptz language plpgsql set enable_seqscan = off as $$
      begin
        return greatest(clock_timestamp(),
          (select e.recorded_at from platform.events e order by e.position desc limit 1));
      end $$`);
    await runner.query('alter table platform.events alter recorded_at set default platform.time_of_log()');
    // What it was, but for the time.
    await runner.query(`
      create or replace function platform.append_together(commands uuid[], heads json, events json, alongside text,
        known_position bigint, known_event uuid,
        out first_position bigint, out recorded_at timestamptz, out is_lost boolean)
      returns setof record language plpgsql set enable_seqscan = off as $$
      declare line text;
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        recorded_at := greatest(clock_timestamp(),
          (select e.recorded_at from platform.events e order by e.position desc limit 1));
        is_lost := known_event is distinct from
          (select e.event_id from platform.events e where e.position = known_position);
        if is_lost then
          return next;
          return;
        end if;
        if exists (select from platform.events e where e.command_id = any (commands) and e.command_index = 0)
          or exists (
            select from json_to_recordset(heads) as h(s text, v int, id uuid)
            left join lateral (
              select e.version, e.event_id from platform.events e
              where e.stream_id = h.s order by e.version desc limit 1) head on true
            where coalesce(head.version, 0) <> h.v or head.event_id is distinct from h.id) then
          return;
        end if;
        with inserted as (
          insert into platform.events (stream_id, version, event_id, command_id, command_index, type, schema_version,
            data, metadata, occurred_at, recorded_at)
          select e.s, e.v, e.id, e.c, e.i, e.t, e.n, e.d, e.m, e.at, append_together.recorded_at
          from rows from (json_to_recordset(events)
            as (s text, v int, id uuid, c uuid, i int, t text, n smallint, d json, m json, at timestamptz))
            with ordinality as e(s, v, id, c, i, t, n, d, m, at, ordinal)
          order by e.ordinal
          returning position)
        select min(position) into first_position from inserted;
        foreach line in array string_to_array(alongside, chr(10)) loop
          execute format('execute %I (%L)', split_part(line, ' ', 1), substr(line, strpos(line, ' ') + 1));
        end loop;
        return next;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('migrations are forward only');
  }
}
