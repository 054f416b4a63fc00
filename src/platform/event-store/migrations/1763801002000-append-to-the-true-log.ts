import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `platform.append_together(commands, heads, events, alongside, known_position, known_event)`: many appends of which all
 * succeed, as one insert. Answers one row, or none when a command is known or a head is not the head: then it has done
 * nothing, and platform.append tells which of them it was. When the event that the caller knows does not stand at its
 * position (any more), the log is not the one that led to these appends: it says so and does nothing.
 *
 * heads: [{ s, v, id }] events: [{ s, v, id, c: command id, i, t, n, d, m, at }]
 * alongside: a line for each statement: the name under which it is prepared on this session, a blank, and its rows as
 * JSON. Whatever is JSON here is parsed once less than inside a JSON document.
 *
 * Positions follow each other without a gap, because whoever draws one holds the lock. enable_seqscan is off because a
 * plan made while the log was empty would otherwise scan it for ever.
 */
export class AppendToTheTrueLog1763801002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.append_together(commands uuid[], heads json, events json, alongside text,
        known_position bigint, known_event uuid,
        out first_position bigint, out recorded_at timestamptz, out is_lost boolean)
      returns setof record language plpgsql set enable_seqscan = off as $$
      declare line text;
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        recorded_at := clock_timestamp();
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
