CREATE OR REPLACE FUNCTION personal.use_keys(given json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      begin
        perform pg_advisory_xact_lock_shared(1463900001, hashtext(subject)) from (
          select distinct "subjectId"::text as subject from json_to_recordset(given) as r("subjectId" uuid)
          order by 1) subjects;
        insert into personal.keys (key_id, subject_id, wrapped, wrapped_by)
        select distinct on ("keyId") "keyId", "subjectId", wrapped, "wrappedBy"
        from json_to_recordset(given) as r("keyId" uuid, "subjectId" uuid, wrapped text, "wrappedBy" text)
        where wrapped is not null order by "keyId"
        on conflict do nothing;
        if exists (
          select from json_to_recordset(given) as r("keyId" uuid)
          where not exists (select from personal.keys k where k.key_id = r."keyId" and k.retired_at is null)) then
          raise exception 'the key of a person has been retired' using errcode = '23514',
            constraint = 'personal_key_in_use';
        end if;
      end $function$
;
