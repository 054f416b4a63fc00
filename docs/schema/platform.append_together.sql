CREATE OR REPLACE FUNCTION platform.append_together(commands uuid[], heads json, events json, alongside json, OUT first_position bigint, OUT recorded_at timestamp with time zone)
 RETURNS SETOF record
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
      declare extra record;
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        recorded_at := clock_timestamp();
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
        for extra in select a.n, a.r from json_to_recordset(alongside) as a(n text, r json) loop
          execute format('execute %I (%L)', extra.n, extra.r);
        end loop;
        return next;
      end $function$
;

CREATE OR REPLACE FUNCTION platform.append_together(commands uuid[], heads json, events json, alongside text, known_position bigint, known_event uuid, OUT first_position bigint, OUT recorded_at timestamp with time zone, OUT is_lost boolean)
 RETURNS SETOF record
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
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
      end $function$
;
