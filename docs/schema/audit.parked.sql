create or replace view audit.parked as
 SELECT parked.subscription AS consumer,
    parked.event_id::text AS message_id,
    parked.sequence AS msg_key,
    parked.version,
        CASE
            WHEN parked.state = 'behind'::text THEN 'behind-another'::text
            WHEN parked.reason = 'newer-program'::text THEN parked.reason
            ELSE 'handler-failed'::text
        END AS reason_code,
    parked.attempts,
    parked.parked_at,
    parked.resolved_at,
    parked.resolution
   FROM platform.parked
UNION ALL
 SELECT dead_letters.consumer,
    COALESCE(dead_letters.message_id, dead_letters.id::text) AS message_id,
    encode(dead_letters.msg_key, 'escape'::text) AS msg_key,
    NULL::integer AS version,
        CASE dead_letters.reason
            WHEN 'behind'::text THEN 'behind-another'::text
            ELSE dead_letters.reason
        END AS reason_code,
    dead_letters.attempts,
    dead_letters.failed_at AS parked_at,
    dead_letters.resolved_at,
    NULLIF(dead_letters.state, 'open'::text) AS resolution
   FROM platform.dead_letters
UNION ALL
 SELECT s.saga AS consumer,
    (s.saga || '-'::text) || s.saga_id AS message_id,
    s.saga_id AS msg_key,
    s.version,
    'needs-attention'::text AS reason_code,
    t.attempts,
    s.updated_at AS parked_at,
    NULL::timestamp with time zone AS resolved_at,
    NULL::text AS resolution
   FROM platform.sagas s
     LEFT JOIN LATERAL ( SELECT max(t_1.attempts) AS attempts
           FROM platform.saga_tasks t_1
          WHERE t_1.saga = s.saga AND t_1.saga_id = s.saga_id AND t_1.state = 'stuck'::text) t ON true
  WHERE s.state = 'needs-attention'::text;
