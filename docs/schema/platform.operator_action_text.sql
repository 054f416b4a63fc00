CREATE OR REPLACE FUNCTION platform.operator_action_text(a platform.operator_actions)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
        select json_build_array(a.seq, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), a.actor,
          a.action, a.object, a.outcome, a.reason, a.details, a.prev_hash)::text
      $function$
;
