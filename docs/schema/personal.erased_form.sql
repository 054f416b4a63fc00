CREATE OR REPLACE FUNCTION personal.erased_form(value jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 IMMUTABLE STRICT
AS $function$
      begin
        case jsonb_typeof(value)
          when 'object' then
            return coalesce((
              select jsonb_object_agg(key, case
                when value ?& array['line1', 'city', 'postalCode'] and jsonb_typeof(part) = 'string'
                  and key = any (array['name', 'line1', 'line2', 'city', 'region', 'postalCode'])
                  and part #>> '{}' not like 'sealed:%'
                  then to_jsonb('erased'::text) else personal.erased_form(part) end)
              from jsonb_each(value) as each(key, part)), '{}');
          when 'array' then
            return coalesce((
              select jsonb_agg(personal.erased_form(part) order by n)
              from jsonb_array_elements(value) with ordinality as each(part, n)), '[]');
          else return value;
        end case;
      end $function$
;
