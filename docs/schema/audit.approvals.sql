create or replace view audit.approvals as
 SELECT id,
    action,
    object,
    amount_minor,
    currency,
    reason,
    requested_by,
    requested_at,
    state,
    decided_by,
    decision,
    decided_at,
    outcome
   FROM platform.approvals;
