CREATE OR REPLACE FUNCTION platform.checkpoint(moves json)
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
      declare moved int;
      begin
        update platform.subscriptions s
        set position = greatest(s.position, m.position), updated_at = clock_timestamp(), last_error = null,
          failing_since = null
        from json_to_recordset(moves) as m(name text, fence bigint, position bigint, "from" bigint)
        where s.name = m.name and s.fence = m.fence and s.position = coalesce(m."from", s.position);
        get diagnostics moved = row_count;
        if moved <> json_array_length(moves) then
          raise exception 'a subscription has another owner' using errcode = 'WB409';
        end if;
        if exists (
          select from json_to_recordset(moves) as m(last json)
          where m.last->>'position' is not null
            and (select e.event_id from platform.events e where e.position = (m.last->>'position')::bigint)
              is distinct from (m.last->>'id')::uuid
        ) then
          raise exception 'the log does not know an event that was read from it' using errcode = 'WB410';
        end if;
      end $function$
;
