create or replace view audit.programs as
 SELECT p.owner,
    e.key AS event_type,
    e.value::integer AS schema_version,
    p.seen_at
   FROM platform.programs p
     CROSS JOIN LATERAL jsonb_each_text(p.events) e(key, value)
  WHERE p.seen_at > (clock_timestamp() - '00:03:00'::interval);
