CREATE OR REPLACE FUNCTION platform.index_shapes(of_table regclass)
 RETURNS TABLE(name text, shape text, nth bigint)
 LANGUAGE sql
 STABLE
AS $function$
        select name, shape, row_number() over (partition by shape order by name) from (
          select c.relname::text as name,
            regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX .*? USING ', ' USING ') as shape
          from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = of_table) shapes
      $function$
;
