import type { Actor } from '../platform/core/actor.js';
import { Rejection } from '../platform/core/rejection.js';
import type { Shown } from '../platform/http/replies.js';
import type { PaymentView } from './contract.js';
import { partsOf } from './payment.tenders.js';
import { partOf } from './vocabulary.js';
import { isReturned, refundedMinor, setAsideMinor, type PaymentState } from './payment.state.js';

/**
 * A payment as HTTP shows it.
 *
 * @throws Rejection `payment.not-found` for the tombstone of a payment that never began
 */
export function paymentView({ id, version, state }: Shown<PaymentState>): PaymentView {
  if (state.status === 'none' || !state.terms) throw new Rejection('payment.not-found', 'no such payment');
  const { orderId, customerId, amount, method, requestedAt } = state.terms;
  const { currency } = amount;
  const refunds = state.status === 'captured' ? state.refunds : [];
  const refunded = { amountMinor: refundedMinor(refunds), currency };
  const surplus = state.status === 'captured' ? state.surplus : undefined;
  return {
    id,
    orderId,
    customerId,
    state: shownState(state),
    amount,
    ...('due' in state && state.due && { due: state.due }),
    captured: state.status === 'captured' ? amount : { amountMinor: 0, currency },
    ...(heldMinor(state) > 0 && { held: { amountMinor: heldMinor(state), currency } }),
    refunded,
    method: { type: method.type },
    ...outcome(state),
    ...(partOf(method) && state.status === 'captured' && { parts: [...partsOf(state)] }),
    refunds: [...refunds],
    ...(surplus && { surplus: [...surplus] }),
    createdAt: requestedAt,
    version,
  };
}

/** What an account of ours keeps for the payment alone. */
function heldMinor(state: PaymentState): number {
  if (state.status === 'captured') return setAsideMinor(state);
  return state.status === 'requested' || state.status === 'unknown' ? (state.terms.walletMinor ?? 0) : 0;
}

const sentences: ReadonlyMap<string | undefined, string> = new Map([
  ['insufficient-funds', 'There was not enough money.'],
  ['voided', 'It was given up before it was charged.'],
]);

/** The same payment for whoever reads it: a customer gets the outcome, not the words of the gateway or of operators. */
export function paymentFor(viewer: Actor, shown: Shown<PaymentState>): PaymentView {
  const { detail, ...view } = paymentView(shown);
  if (viewer.role !== 'customer') return detail === undefined ? view : { ...view, detail };
  const told = view.state === 'unknown' ? 'Its outcome is not known yet.' : 'The payment was declined.';
  return {
    ...view,
    ...(detail !== undefined && { detail: sentences.get(view.declineCode) ?? told }),
    refunds: view.refunds.map((refund) => ({ ...refund, reason: 'The shop gave money back.' })),
  };
}

/** Outsiders know six states: a payment that was given up before it was charged is a declined one to them. */
function shownState(state: PaymentState): PaymentView['state'] {
  switch (state.status) {
    case 'none':
    case 'voided':
      return 'declined';
    case 'captured':
      if (isReturned(state)) return 'refunded';
      return refundedMinor(state.refunds) === 0 ? 'captured' : 'partially-refunded';
    default:
      return state.status;
  }
}

function outcome(state: PaymentState): Pick<PaymentView, 'reference' | 'declineCode' | 'detail'> {
  switch (state.status) {
    case 'captured':
      return { reference: state.reference };
    case 'declined':
    case 'voided':
      return { declineCode: state.code, detail: state.detail };
    case 'unknown':
      return { detail: state.detail };
    default:
      return {};
  }
}
