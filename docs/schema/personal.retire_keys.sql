CREATE OR REPLACE FUNCTION personal.retire_keys(subject uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      begin
        perform pg_advisory_xact_lock(1463900001, hashtext(subject::text));
        update personal.keys set retired_at = clock_timestamp() where subject_id = subject and retired_at is null;
      end $function$
;
