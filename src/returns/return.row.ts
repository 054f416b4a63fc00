import { refundOf, type ReturnState } from './return.state.js';

/**
 * A return as a row that commits with its events: for the list, for the auditor, and to find the return of which a refund
 * tells.
 */
const STATEMENT = `
  insert into returns.returns as known
    (return_id, order_id, customer_id, status, currency, refund_minor, refund_id, version)
  select distinct on ("returnId") "returnId", "orderId", "customerId", status, currency, "refundMinor", "refundId", version
  from json_to_recordset($1::json) as r("returnId" uuid, "orderId" uuid, "customerId" uuid, status text, currency text,
    "refundMinor" bigint, "refundId" uuid, version int)
  order by "returnId", version desc
  on conflict (return_id) do update set status = excluded.status, refund_minor = excluded.refund_minor,
    refund_id = excluded.refund_id, version = excluded.version
  where known.version < excluded.version`;

export const returnRow = (item: { id: string; state: ReturnState; version: number }) => {
  const { id, state, version } = item;
  if (state.status === 'none') throw new Error(`return ${id} has events and no state`);
  const { status, orderId, customerId, refundTotal, attempt } = state;
  return {
    statement: STATEMENT,
    row: {
      ...{ returnId: id, orderId, customerId, status, version },
      ...{ currency: refundTotal.currency, refundMinor: refundTotal.amountMinor },
      refundId: refundOf(id, attempt).refundId,
    },
  };
};
