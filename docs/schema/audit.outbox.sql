create or replace view audit.outbox as
 SELECT e.event_id,
    p.topic,
    substr(e.stream_id, POSITION(('-'::text) IN (e.stream_id)) + 1) AS msg_key,
        CASE
            WHEN d.event_id IS NOT NULL THEN 'published'::text
            WHEN e.recorded_at < COALESCE(( SELECT min(published.published_at) AS min
               FROM platform.published), 'infinity'::timestamp with time zone) AND e."position" <= (( SELECT subscriptions."position"
               FROM platform.subscriptions
              WHERE subscriptions.name = 'kafka.relay'::text)) AND NOT (EXISTS ( SELECT
               FROM platform.parked k
              WHERE k.subscription = 'kafka.relay'::text AND k."position" = e."position" AND (k.resolved_at IS NULL OR k.resolution = 'discarded'::text))) AND ( SELECT retention.deleted_total > 0
               FROM platform.retention
              WHERE retention.name = 'platform.published'::text) THEN 'published'::text
            ELSE 'pending'::text
        END AS state,
    d.partition,
    d."offset",
    d.published_at
   FROM platform.events e
     JOIN platform.publications p ON p.event_type = e.type
     LEFT JOIN platform.published d ON d.event_id = e.event_id;
