CREATE OR REPLACE FUNCTION platform.table_shape(of_table regclass)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
        select format('%s %s %s %s', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
          pg_get_expr(d.adbin, d.adrelid))
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped
        union all
        select shape from platform.index_shapes(of_table)
        union all
        select pg_get_constraintdef(oid) from pg_constraint where conrelid = of_table and contype = 'c'
      $function$
;
