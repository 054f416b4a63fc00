CREATE OR REPLACE FUNCTION platform.payload_sha256(event platform.events)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
        select coalesce(event.archived_sha256, sha256(convert_to(event.data::text, 'UTF8')))
      $function$
;
