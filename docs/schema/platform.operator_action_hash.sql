CREATE OR REPLACE FUNCTION platform.operator_action_hash(a platform.operator_actions)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
        select encode(sha256(convert_to(platform.operator_action_text(a), 'UTF8')), 'hex')
      $function$
;
