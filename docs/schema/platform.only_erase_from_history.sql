CREATE OR REPLACE FUNCTION platform.only_erase_from_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      declare
        rest platform.events := new;
      begin
        rest.data := old.data;
        if rest::text = old::text and new.data::jsonb <> old.data::jsonb
          and new.data::jsonb = personal.erased_form(old.data::jsonb) then
          return new;
        end if;
        raise exception 'events are immutable: % on platform.events is refused', tg_op using errcode = '42501';
      end $function$
;
