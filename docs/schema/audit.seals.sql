create or replace view audit.seals as
 SELECT number,
    chain,
    after,
    up_to,
    cardinality(positions) AS rows,
    encode(previous, 'hex'::text) AS prev_hash,
    encode(digest, 'hex'::text) AS hash,
    sealed_at
   FROM platform.seals;
