CREATE OR REPLACE FUNCTION platform.switch_like_tables(schema_name text, live text, rebuilt text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      declare
        old_table regclass := format('%I.%I', schema_name, live);
        new_table regclass := format('%I.%I', schema_name, rebuilt);
        retired text := live || '__retired';
        statements text[];
        entry text;
      begin
        execute format('lock table %s in access exclusive mode', old_table);
        -- What the views say, read while the name still means the old table; what the new one shall be called.
        select array_agg(statement order by step, statement) into statements from (
          select 1 as step, format('create or replace view %s as %s', v.view, pg_get_viewdef(v.view)) as statement
          from (select distinct r.ev_class::regclass as view from pg_depend d join pg_rewrite r on r.oid = d.objid
            where d.classid = 'pg_rewrite'::regclass and d.refobjid = old_table and r.ev_class <> old_table) v
          union all
          select 2, format('drop table %I.%I', schema_name, retired)
          union all
          select 3, format('alter index %I.%I rename to %I', schema_name, n.name, o.name)
          from platform.index_shapes(new_table) n join platform.index_shapes(old_table) o using (shape, nth)
          union all
          select 4, format('grant %s on %I.%I to %s', acl.privilege_type, schema_name, live,
            case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end)
          from pg_class c, aclexplode(c.relacl) acl where c.oid = old_table and acl.grantee <> c.relowner) plan;
        execute format('alter table %s rename to %I', old_table, retired);
        execute format('alter table %s rename to %I', new_table, live);
        foreach entry in array statements loop
          execute entry;
        end loop;
      end $function$
;
