create or replace view audit.inbox as
 SELECT consumer,
    message_id,
    msg_key,
    NULL::integer AS version,
    processed_at
   FROM platform.inbox;
