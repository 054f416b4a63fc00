import type { Database } from '../platform/event-store/database.js';
import type { AttentionSource } from '../platform/ops/attention.js';
import { fromRows } from '../platform/ops/attention-sources.js';

/** Refunds that the gateway refused although the order must not be charged, and those it leaves open again and again. */
export const refundTroubles = (database: Database): AttentionSource =>
  fromRows(
    database,
    `select payment_id::text as id, 'refund' as kind, order_id::text as object,
       case when refund_refused_at is null
         then 'the gateway has left a refund open ' || refund_attempts || ' times'
         else 'the gateway refuses to give back money that is not ours' end as detail,
       coalesce(refund_refused_at, refund_due_at) as since
     from payments.payments
     where refund_refused_at is not null or (refund_due_at is not null and refund_attempts >= 5)`,
    ({ id }) => [
      { rel: 'look', method: 'GET', href: `/v1/payments/${id}` },
      { rel: 'refund', method: 'POST', href: `/v1/payments/${id}/refunds` },
    ],
  );
