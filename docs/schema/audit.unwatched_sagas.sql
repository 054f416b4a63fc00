create or replace view audit.unwatched_sagas as
 SELECT (saga || '-'::text) || saga_id AS saga_id,
        CASE
            WHEN saga_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text THEN saga_id::uuid
            ELSE NULL::uuid
        END AS order_id,
    state,
    updated_at
   FROM platform.sagas s
  WHERE (state = ANY (ARRAY['running'::text, 'compensating'::text])) AND NOT (EXISTS ( SELECT
           FROM platform.saga_tasks t
          WHERE t.saga = s.saga AND t.saga_id = s.saga_id AND t.state = 'open'::text));
