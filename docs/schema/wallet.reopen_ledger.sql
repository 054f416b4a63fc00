CREATE OR REPLACE FUNCTION wallet.reopen_ledger()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        delete from wallet.ledger_closings where closed_at >= (select min(recorded_at) from added);
        return null;
      end $function$
;
