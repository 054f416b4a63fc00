create or replace view audit.notifications as
 SELECT notification_id,
    template,
    event_id,
    event_type,
    "position" AS global_pos,
    order_id,
    state,
    reason,
    attempts,
    round,
    created_at,
    ended_at
   FROM notifications.outbox;
