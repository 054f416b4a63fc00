import { openRefund, openSurplus } from './payment.surplus.js';
import { walletRefundedMinor } from './payment.tenders.js';
import { refundable } from './payment.lowering.js';
import {
  isReturned,
  isSetAside,
  refundedMinor,
  type CapturedPayment,
  type PaymentState,
} from './payment.state.js';

/**
 * A payment as a row that commits with its events: for the auditor, for the list of an order, for the search for
 * refunds that nobody finished, and for the database's own constraints. A tombstone without terms has no row.
 */
const STATEMENT = `
  insert into payments.payments as known
    (payment_id, order_id, customer_id, gateway_key, state, currency, amount_minor, captured_minor, refunded_minor,
     refund_due_at, refund_refused_at, to_settle, wallet_part_minor, wallet_part_refunded_minor, version)
  select distinct on ("paymentId") "paymentId", "orderId", "customerId", "gatewayKey", state, currency,
    "amountMinor", "capturedMinor", "refundedMinor",
    case when "refundOpen" then clock_timestamp() + case when "refundAlone" then interval '0' else interval '15 s' end end,
    case when "refundRefused" then clock_timestamp() end, "toSettle",
    "walletPartMinor", "walletPartRefundedMinor", version
  from json_to_recordset($1::json) as r("paymentId" uuid, "orderId" uuid, "customerId" uuid, "gatewayKey" uuid,
    state text, currency text, "amountMinor" bigint, "capturedMinor" bigint, "refundedMinor" bigint,
    "refundOpen" boolean, "refundAlone" boolean, "refundRefused" boolean, "toSettle" boolean, "walletPartMinor" bigint,
    "walletPartRefundedMinor" bigint, version int)
  where "orderId" is not null
  order by "paymentId", version desc
  on conflict (payment_id) do update set
    state = excluded.state, amount_minor = excluded.amount_minor, captured_minor = excluded.captured_minor, refunded_minor = excluded.refunded_minor,
    refund_due_at = excluded.refund_due_at, refund_refused_at = excluded.refund_refused_at, refund_attempts = 0, to_settle = excluded.to_settle,
    wallet_part_minor = excluded.wallet_part_minor, wallet_part_refunded_minor = excluded.wallet_part_refunded_minor,
    version = excluded.version
  where known.version < excluded.version`;

/**
 * Whether money is here that is not ours, because the order wants it back or costs less, and nobody gives it back: a refund
 * of it was refused. What went back otherwise makes it less.
 */
function isKept(payment: CapturedPayment): boolean {
  const ours = payment.returning ? 0 : payment.due?.amountMinor;
  return ours !== undefined && refundable(payment).amountMinor > ours;
}

/** Whether what an account had set aside is free again, because nothing was charged. */
const isLetGo = ({ status }: PaymentState): boolean => status === 'declined' || status === 'voided';

export const paymentRow = (item: { id: string; state: PaymentState; version: number }) => ({
  statement: STATEMENT,
  row: { paymentId: item.id, version: item.version, ...columns(item.state) },
});

function columns(state: PaymentState): object {
  if (state.status === 'none' || !state.terms) return {};
  const { orderId, customerId, gatewayKey, amount } = state.terms;
  const captured = state.status === 'captured';
  const refunds = captured ? state.refunds : [];
  const surplus = (captured && state.surplus) || [];
  return {
    orderId,
    customerId,
    gatewayKey,
    currency: amount.currency,
    state: captured && isReturned(state) ? 'refunded' : state.status,
    amountMinor: amount.amountMinor,
    capturedMinor: captured ? amount.amountMinor : 0,
    refundedMinor: refundedMinor(refunds),
    toSettle: isSetAside(state),
    walletPartMinor: isLetGo(state) ? 0 : (state.terms.walletMinor ?? 0),
    walletPartRefundedMinor: walletRefundedMinor(state),
    refundOpen: openRefund(state) !== undefined || openSurplus(state) !== undefined,
    refundAlone: captured && state.due !== undefined && !state.returning,
    refundRefused: (captured && isKept(state)) || surplus.some((one) => one.state === 'refused'),
  };
}
