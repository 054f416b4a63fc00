CREATE OR REPLACE FUNCTION personal.erase_keys(subject uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
        update personal.keys set wrapped = null, erased_at = clock_timestamp(),
          retired_at = coalesce(retired_at, clock_timestamp())
        where subject_id = subject and retired_at is not null and erased_at is null
      $function$
;
