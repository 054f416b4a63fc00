import type { Database } from '../platform/event-store/database.js';
import type { AttentionSource } from '../platform/ops/attention.js';
import { fromRows } from '../platform/ops/attention-sources.js';

/** Returns whose goods are here and whose money could not go back. */
export const refusedRefunds = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select r.return_id::text as id, 'return-refund' as kind, r.order_id::text as object,
       'the goods are back, and the refund was refused' as detail, refused.recorded_at as since
     from returns.returns r
     cross join lateral (
       select e.recorded_at from platform.events e
       where e.stream_id = 'return-' || r.return_id order by e.version desc limit 1) refused
     where r.status = 'refund-refused'`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: `/v1/returns/${id}` },
      { rel: 'retry', method: 'POST', href: `/v1/returns/${id}/retry-refund` },
      { rel: 'settle', method: 'POST', href: `/v1/returns/${id}/settle` },
    ],
  );
