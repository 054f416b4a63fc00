CREATE OR REPLACE FUNCTION platform.append(items json, alongside json)
 RETURNS TABLE(item integer, outcome text, last_position bigint, first_event uuid)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
      declare
        entry json;
        command uuid; -- once for each entry: inside the insert it would parse the whole entry again for each row
        extra record;
        winners int[] := '{}';
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        item := 0;
        for entry in select value from json_array_elements(items) loop
          last_position := null;
          command := (entry->>'c')::uuid;
          select e.event_id into first_event from platform.events e
          where e.command_id = command and e.command_index = 0;
          if found then
            outcome := 'duplicate';
          elsif exists (
            select from json_to_recordset(entry->'h') as h(s text, v int, id uuid)
            left join lateral (
              select e.version, e.event_id from platform.events e
              where e.stream_id = h.s order by e.version desc limit 1) head on true
            where coalesce(head.version, 0) <> h.v or head.event_id is distinct from h.id
          ) then
            outcome := 'conflict';
          else
            with inserted as (
              insert into platform.events (stream_id, version, event_id, command_id, command_index, type,
                schema_version, data, metadata, occurred_at)
              select e.s, e.v, e.id, command, e.i, e.t, e.n, e.d, e.m, e.at
              from json_to_recordset(entry->'e')
                as e(s text, v int, id uuid, i int, t text, n smallint, d json, m json, at timestamptz)
              order by e.i
              returning position)
            select max(position) into last_position from inserted;
            outcome := 'appended';
            winners := winners || item;
          end if;
          return next;
          item := item + 1;
        end loop;
        for extra in
          select a.q, 'alongside_' || md5(a.q) as name, json_agg(r.row order by r.item) as won
          from json_to_recordset(alongside) as a(q text, r json),
            json_to_recordset(a.r) as r(item int, row json)
          where r.item = any (winners)
          group by a.q
        loop
          if not exists (select from pg_prepared_statements p where p.name = extra.name) then
            execute format('prepare %I (json) as %s', extra.name, extra.q);
          end if;
          execute format('execute %I (%L)', extra.name, extra.won);
        end loop;
      end $function$
;
