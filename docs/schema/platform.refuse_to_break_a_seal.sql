CREATE OR REPLACE FUNCTION platform.refuse_to_break_a_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'seals are immutable: % on platform.seals is refused', tg_op using errcode = '42501';
      end $function$
;
