CREATE OR REPLACE FUNCTION platform.refuse_beyond_head()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        if new.position > (select coalesce(max(e.position), 0) from platform.events e) then
          raise exception 'the checkpoint of % would stand beyond the head of the log', new.name using errcode = 'WB410';
        end if;
        new.moved_at := clock_timestamp();
        return new;
      end $function$
;
