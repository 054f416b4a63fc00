CREATE OR REPLACE FUNCTION platform.chain_operator_action()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      declare
        last record;
      begin
        perform pg_advisory_xact_lock(1463900000, 2);
        select seq, hash into last from platform.operator_actions order by seq desc limit 1;
        new.seq := coalesce(last.seq, 0) + 1;
        new.at := clock_timestamp();
        new.prev_hash := coalesce(last.hash, repeat('0', 64));
        new.hash := platform.operator_action_hash(new);
        return new;
      end $function$
;
