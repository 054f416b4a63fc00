CREATE OR REPLACE FUNCTION platform.version_since(stream text, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
AS $function$
      declare
        low int := 1;
        high int;
        middle int;
      begin
        select coalesce(max(version), 0) + 1 into high from platform.events where stream_id = stream;
        while low < high loop
          middle := low + (high - low) / 2;
          if (select recorded_at < at from platform.events where stream_id = stream and version = middle) then
            low := middle + 1;
          else
            high := middle;
          end if;
        end loop;
        return low;
      end $function$
;
