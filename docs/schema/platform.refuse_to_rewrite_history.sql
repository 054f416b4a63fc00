CREATE OR REPLACE FUNCTION platform.refuse_to_rewrite_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'events are immutable: % on platform.events is refused', tg_op using errcode = '42501';
      end $function$
;
