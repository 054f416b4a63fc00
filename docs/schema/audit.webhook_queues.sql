create or replace view audit.webhook_queues as
 SELECT q.endpoint_id,
    q.sequence,
    q.pending,
    q.due_at,
    q.lease_until,
    q.fence
   FROM webhooks.queues q
     JOIN webhooks.endpoints e USING (endpoint_id)
  WHERE e.state <> 'deleted'::text;
