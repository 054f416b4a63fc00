create or replace view audit.epochs as
 SELECT epoch,
    from_position,
    began_at,
    reason
   FROM platform.epochs;
