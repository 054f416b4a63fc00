CREATE OR REPLACE FUNCTION platform.keep_segment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if old.state = 'writing' then
        return coalesce(new, old);
      end if;
      if tg_op = 'UPDATE' and new.state <> 'writing'
        and (new.segment, new.file, new.sha256) = (old.segment, old.file, old.sha256) then
        return new;
      end if;
      raise exception 'a written segment stays as it is: % is refused', tg_op using errcode = '42501';
    end $function$
;
