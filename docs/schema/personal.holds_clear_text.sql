CREATE OR REPLACE FUNCTION personal.holds_clear_text(value json)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
        select value::text like '%"postalCode"%' and personal.erased_form(value::jsonb) <> value::jsonb
      $function$
;
