CREATE OR REPLACE FUNCTION platform.lock_the_log()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        perform pg_advisory_xact_lock(1463900000, 1);
        if current_setting('idle_in_transaction_session_timeout')::interval not between '1ms' and '5s' then
          perform set_config('idle_in_transaction_session_timeout', '5s', true);
        end if;
        return null;
      end $function$
;
