CREATE OR REPLACE FUNCTION platform.remains_of(data json)
 RETURNS json
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
        select json_strip_nulls(json_build_object('step', data->'step', 'direction', data->'direction',
          'attempt', data->'attempt'))
        where data->'step' is not null
      $function$
;
