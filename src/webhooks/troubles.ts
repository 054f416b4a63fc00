import type { Database } from '../platform/event-store/database.js';
import type { AttentionSource } from '../platform/ops/attention.js';
import { fromRows } from '../platform/ops/attention-sources.js';
import { CUTOFF, removal, type RetentionPolicy } from '../platform/retention/retention.js';

export const disabledEndpoints = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select e.endpoint_id::text as id, 'webhook-endpoint' as kind, e.url as object,
       'nothing is sent there: ' || e.disabled_reason as detail, e.updated_at as since
     from webhooks.endpoints e where e.state = 'disabled'`,
    ({ id }) => [
      { rel: 'enable', method: 'POST', href: `/v1/webhook-endpoints/${id}/enable` },
      { rel: 'delete', method: 'DELETE', href: `/v1/webhook-endpoints/${id}` },
    ],
  );

/** One line an endpoint, however much has failed. */
export const exhaustedDeliveries = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select e.endpoint_id::text as id, 'webhook-delivery' as kind, e.url as object,
       failed.count || ' webhooks were given up after all tries: ' || coalesce(failed.error, '') as detail,
       failed.since
     from webhooks.endpoints e
     cross join lateral (
       select count(*) as count, min(d.ended_at) as since, (array_agg(d.last_error order by d.number desc))[1] as error
       from webhooks.deliveries d where d.endpoint_id = e.endpoint_id and d.state = 'failed') failed
     where e.state <> 'deleted' and failed.count > 0`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: `/v1/webhook-endpoints/${id}/deliveries?state=failed` },
      { rel: 'resend', method: 'POST', href: `/v1/webhook-endpoints/${id}/resend` },
    ],
  );

/** With every try. What waits has no end. */
export const deliveryRetention: RetentionPolicy = {
  name: 'webhooks.deliveries',
  days: (config) => config.RETENTION_WEBHOOKS_DAYS,
  remove: removal('webhooks.deliveries', `r.state <> 'pending' and r.ended_at < ${CUTOFF}`),
  oldest: `select min(ended_at) as oldest from webhooks.deliveries where state <> 'pending'`,
};
