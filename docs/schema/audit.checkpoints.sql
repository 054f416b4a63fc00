create or replace view audit.checkpoints as
 SELECT name AS projection,
    "position",
    epoch,
    updated_at,
    ( SELECT max(e.epoch) AS max
           FROM platform.epochs e) AS database_epoch
   FROM platform.subscriptions;
