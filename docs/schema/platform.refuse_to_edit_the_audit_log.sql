CREATE OR REPLACE FUNCTION platform.refuse_to_edit_the_audit_log()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'the audit log is append-only: % is refused', tg_op using errcode = '42501';
      end $function$
;
