import type { Database } from '../platform/event-store/database.js';
import type { AttentionSource } from '../platform/ops/attention.js';
import { fromRows } from '../platform/ops/attention-sources.js';
import { CUTOFF, removal, type RetentionPolicy } from '../platform/retention/retention.js';

export const failedNotifications = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select o.notification_id::text as id, 'notification' as kind, o.order_id::text as object,
       o.template || ' could not be sent: ' || o.reason as detail, o.ended_at as since
     from notifications.outbox o where o.state = 'failed'`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: `/v1/notifications/${id}` },
      { rel: 'resend', method: 'POST', href: `/v1/notifications/${id}/resend` },
    ],
  );

/** One line, however many wait. */
export const waitingNotifications = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select 'outbox' as id, 'mail-server' as kind, 'notifications' as object,
       count(*) || ' mails wait and are tried on: ' || (array_agg(o.last_error order by o.number desc))[1] as detail,
       min(o.queued_at) as since
     from notifications.outbox o
     where o.state = 'queued' and o.last_error is not null and o.queued_at < clock_timestamp() - interval '15 minutes'
     having count(*) > 0`,
    () => [{ rel: 'look', method: 'GET', href: '/v1/notifications?state=queued' }],
  );

/** What waits has no end here; it is suppressed when it is too old to be sent. */
export const notificationRetention: RetentionPolicy = {
  name: 'notifications.outbox',
  days: (config) => config.RETENTION_NOTIFICATIONS_DAYS,
  remove: removal('notifications.outbox', `r.state <> 'queued' and r.ended_at < ${CUTOFF}`),
  oldest: `select min(ended_at) as oldest from notifications.outbox where state <> 'queued'`,
};
