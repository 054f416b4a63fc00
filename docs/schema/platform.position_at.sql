CREATE OR REPLACE FUNCTION platform.position_at(at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
AS $function$
      declare
        low bigint;
        high bigint;
        middle bigint;
        probe record;
      begin
        select coalesce(min(position), 1), coalesce(max(position), 0) + 1 into low, high from platform.events;
        while low < high loop
          middle := low + (high - low) / 2;
          select e.position, e.recorded_at into probe
          from platform.events e where e.position >= middle order by e.position limit 1;
          if not found then
            high := middle;
          elsif probe.recorded_at < at then
            low := probe.position + 1;
          else
            high := middle;
          end if;
        end loop;
        return low;
      end $function$
;
