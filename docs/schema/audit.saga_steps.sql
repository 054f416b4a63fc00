create or replace view audit.saga_steps as
 SELECT saga_id,
    seq,
    step,
        CASE direction
            WHEN 'do'::text THEN 'forward'::text
            ELSE 'compensate'::text
        END AS direction,
    outcome,
    (((((saga_id || ':'::text) || step) || ':'::text) || direction) || ':'::text) || max(attempt) OVER (PARTITION BY saga_id, step, steps.direction ORDER BY seq) AS external_key,
    at_global_pos
   FROM ( SELECT events.stream_id AS saga_id,
            events.version AS seq,
            events.data ->> 'step'::text AS step,
            ends.direction,
            ends.outcome,
            (events.data ->> 'attempt'::text)::integer AS attempt,
            events."position" AS at_global_pos
           FROM platform.events
             CROSS JOIN LATERAL ( SELECT COALESCE(events.data ->> 'direction'::text, 'do'::text) AS direction,
                        CASE events.type
                            WHEN 'StepAsked'::text THEN 'started'::text
                            WHEN 'StepSucceeded'::text THEN 'done'::text
                            WHEN 'StepFailed'::text THEN 'failed'::text
                            WHEN 'StepGivenUp'::text THEN 'unknown'::text
                            WHEN 'StepStands'::text THEN 'done'::text
                            ELSE NULL::text
                        END AS outcome
                UNION ALL
                 SELECT 'undo'::text,
                    'failed'::text
                  WHERE events.type = 'StepStands'::text) ends
          WHERE events.type = ANY (ARRAY['StepAsked'::text, 'StepSucceeded'::text, 'StepFailed'::text, 'StepGivenUp'::text, 'StepStands'::text])) steps;
