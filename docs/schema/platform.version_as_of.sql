CREATE OR REPLACE FUNCTION platform.version_as_of(stream text, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
AS $function$
      declare
        known int := 0;
        later int;
        middle int;
      begin
        select coalesce(max(e.version), 0) + 1 into later from platform.events e where e.stream_id = stream;
        while later - known > 1 loop
          middle := (known + later) / 2;
          if (select least(date_trunc('milliseconds', e.recorded_at), e.occurred_at) from platform.events e
              where e.stream_id = stream and e.version = middle) <= moment then
            known := middle;
          else
            later := middle;
          end if;
        end loop;
        return known;
      end $function$
;
