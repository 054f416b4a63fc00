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
   FROM ( SELECT e.stream_id AS saga_id,
            e.version AS seq,
            e.told ->> 'step'::text AS step,
            ends.direction,
            ends.outcome,
            (e.told ->> 'attempt'::text)::integer AS attempt,
            e."position" AS at_global_pos
           FROM ( SELECT events."position",
                    events.stream_id,
                    events.version,
                    events.event_id,
                    events.command_id,
                    events.command_index,
                    events.type,
                    events.schema_version,
                    events.data,
                    events.metadata,
                    events.occurred_at,
                    events.recorded_at,
                    events.archived_in,
                    events.archived_sha256,
                    events.archived_bytes,
                    events.remains,
                    COALESCE(events.data, events.remains) AS told
                   FROM platform.events) e
             CROSS JOIN LATERAL ( SELECT COALESCE(e.told ->> 'direction'::text, 'do'::text) AS direction,
                        CASE e.type
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
                  WHERE e.type = 'StepStands'::text) ends
          WHERE e.type = ANY (ARRAY['StepAsked'::text, 'StepSucceeded'::text, 'StepFailed'::text, 'StepGivenUp'::text, 'StepStands'::text])) steps;
