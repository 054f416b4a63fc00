CREATE OR REPLACE FUNCTION platform.switch_tables(schema_name text, live text, rebuilt text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      declare
        old_table regclass := format('%I.%I', schema_name, live);
        new_table regclass := format('%I.%I', schema_name, rebuilt);
      begin
        execute format('lock table %s in access exclusive mode', old_table);
        if exists (select platform.table_shape(old_table) except all select platform.table_shape(new_table))
          or exists (select platform.table_shape(new_table) except all select platform.table_shape(old_table)) then
          raise exception '% was changed while it was rebuilt', old_table using errcode = 'WB001';
        end if;
        perform platform.switch_like_tables(schema_name, live, rebuilt);
      end $function$
;
