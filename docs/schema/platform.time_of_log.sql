CREATE OR REPLACE FUNCTION platform.time_of_log()
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
      begin
        return greatest(clock_timestamp(),
          (select e.recorded_at from platform.events e order by e.position desc limit 1));
      end $function$
;
