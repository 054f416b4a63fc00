CREATE OR REPLACE FUNCTION platform.remember_discarded()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into platform.discarded (subscription, position, event_id)
        values (new.subscription, new.position, new.event_id) on conflict do nothing;
        return null;
      end $function$
;
