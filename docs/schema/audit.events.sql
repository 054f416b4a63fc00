create or replace view audit.events as
 SELECT "position" AS global_pos,
    split_part(stream_id, '-'::text, 1) AS stream_type,
    stream_id,
    version,
    event_id,
    type AS event_type,
    schema_version,
    data AS payload,
    command_id,
    metadata ->> 'correlationId'::text AS correlation_id,
    (metadata ->> 'causationId'::text)::uuid AS causation_id,
    metadata ->> 'actor'::text AS actor,
    (metadata ->> 'fencingToken'::text)::bigint AS fencing_token,
    recorded_at,
    occurred_at,
    NULL::text AS prev_hash,
    NULL::text AS hash
   FROM platform.events;
