CREATE OR REPLACE FUNCTION platform.keep_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    declare
      rest platform.events := new;
    begin
      rest.data := old.data;
      if rest::text = old::text then
        if new.data::jsonb <> old.data::jsonb and new.data::jsonb = personal.erased_form(old.data::jsonb) then
          return new;
        end if;
      else
        rest.archived_in := old.archived_in;
        rest.archived_sha256 := old.archived_sha256;
        rest.archived_bytes := old.archived_bytes;
        rest.remains := old.remains;
        if rest::text = old::text and (
          (new.data is null and old.archived_in is null
            and new.archived_sha256 = platform.payload_sha256(old)
            and new.archived_bytes = octet_length(old.data::text)
            and new.remains::text is not distinct from platform.remains_of(old.data)::text
            and not personal.holds_clear_text(old.data)
            and exists (select from platform.segments where segment = new.archived_in and state = 'verified'))
          or (old.data is null and new.archived_in is null
            and platform.payload_sha256(new) = old.archived_sha256)) then
          return new;
        end if;
      end if;
      raise exception 'events are immutable: % on platform.events is refused', tg_op using errcode = '42501';
    end $function$
;
