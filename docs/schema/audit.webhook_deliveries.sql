create or replace view audit.webhook_deliveries as
 SELECT d.delivery_id,
    d.endpoint_id,
    e.url,
    e.state AS endpoint_state,
    d.event_id,
    d."position" AS global_pos,
    d.type,
    d.sequence,
    d.state,
    d.attempts,
    d.last_status,
    d.created_at,
    d.ended_at
   FROM webhooks.deliveries d
     JOIN webhooks.endpoints e USING (endpoint_id);
