create or replace view audit.sagas as
 SELECT (s.saga || '-'::text) || s.saga_id AS saga_id,
        CASE
            WHEN s.saga_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text THEN s.saga_id::uuid
            ELSE NULL::uuid
        END AS order_id,
        CASE
            WHEN t.tells AND s.state = 'completed'::text THEN 'running'::text
            WHEN t.tells AND s.state = 'compensated'::text THEN 'compensating'::text
            ELSE s.state
        END AS state,
    t.lease_owner,
    t.lease_until,
    s.fencing_token,
    t.next_due_at,
    s.updated_at
   FROM platform.sagas s
     LEFT JOIN LATERAL ( SELECT (array_agg(t_1.owner ORDER BY t_1.lease_until DESC) FILTER (WHERE t_1.owner IS NOT NULL))[1] AS lease_owner,
            max(t_1.lease_until) AS lease_until,
            min(t_1.due_at) AS next_due_at,
            bool_or(t_1.direction = 'tell'::text) AS tells
           FROM platform.saga_tasks t_1
          WHERE t_1.saga = s.saga AND t_1.saga_id = s.saga_id AND t_1.state = 'open'::text) t ON true;
