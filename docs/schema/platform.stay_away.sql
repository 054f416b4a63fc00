CREATE OR REPLACE FUNCTION platform.stay_away()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        return null;
      end $function$
;
