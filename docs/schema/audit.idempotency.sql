create or replace view audit.idempotency as
 SELECT principal,
    route,
    key,
    fingerprint,
    'completed'::text AS state,
    status AS http_status,
    COALESCE(told_sha256, encode(sha256(convert_to(COALESCE(body, ''::text), 'UTF8'::name)), 'hex'::text)) AS body_sha256,
    resource_id,
    created_at,
    completed_at,
    expires_at
   FROM platform.idempotency;
