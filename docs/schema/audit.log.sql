create or replace view audit.log as
 SELECT seq,
    at,
    actor,
    action,
    object,
    outcome,
    prev_hash,
    hash,
    reason,
    details,
    platform.operator_action_text(a.*) AS hashed
   FROM platform.operator_actions a;
