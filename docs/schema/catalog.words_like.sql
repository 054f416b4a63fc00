CREATE OR REPLACE FUNCTION catalog.words_like(asked text, at_most integer)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE STRICT
 SET search_path TO 'catalog', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.12'
AS $function$
            -- The most similar of those that differ by two letters at most in length.
            select k.word from catalog.known_words k
            where k.word % asked and length(k.word) between length(asked) - 2 and length(asked) + 2
            order by similarity(k.word, asked) desc, k.word
            limit at_most
          $function$
;
