CREATE OR REPLACE FUNCTION personal.holds_clear_text(value json)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
        select value::text like '%"postalCode"%' and exists (
          select from jsonb_path_query(value::jsonb, 'strict $.** ? (@.type() == "object"
            && exists (@.line1) && exists (@.city) && exists (@.postalCode))') as address
          cross join lateral jsonb_each(address) as field(key, part)
          where key = any (array['name', 'line1', 'line2', 'city', 'region', 'postalCode'])
            and jsonb_typeof(part) = 'string' and part #>> '{}' not like 'sealed:%' and part #>> '{}' <> 'erased')
      $function$
;
