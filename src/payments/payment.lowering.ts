import { derivedId } from '../platform/core/ids.js';
import { sum, type Money } from '../platform/core/money.js';
import type { LowerPayment } from './payment.commands.js';
import { PaymentCaptured, PaymentLowered, RefundRequested } from './payment.events.js';
import { inParts } from './payment.tenders.js';
import {
  evolvePayment,
  type CapturedPayment,
  type PaymentEvent,
  type PaymentState,
} from './payment.state.js';

/** An order that costs less than it did: what is still to be charged becomes less, and the rest goes back. */

export const NOTHING_TO_PAY = 'nothing-to-pay';

export const lowerPayment =
  ({ data: { paymentId, orderId, due } }: LowerPayment) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    if (state.status === 'declined' || state.status === 'voided') return [];
    const lowered = new PaymentLowered({ paymentId, orderId, due });
    const after = evolvePayment(state, lowered, '');
    const isNothing = after.status === 'requested' && after.terms.amount.amountMinor === 0 && !after.voiding;
    return [lowered, ...(isNothing ? [paidNothing(after.terms)] : tooMuch(after))];
  };

/** What costs nothing is paid without anybody. */
export const paidNothing = ({ paymentId, orderId, amount }: CapturedPayment['terms']): PaymentCaptured =>
  new PaymentCaptured({
    ...{ paymentId, orderId, amount },
    ...{ reference: NOTHING_TO_PAY, evidence: NOTHING_TO_PAY },
  });

/** What was captured beyond what is due. */
export function tooMuch(state: PaymentState): readonly PaymentEvent[] {
  if (state.status !== 'captured' || !state.due) return [];
  const { terms, due } = state;
  const amountMinor = refundable(state).amountMinor - due.amountMinor;
  if (amountMinor <= 0) return [];
  const { paymentId, orderId } = terms;
  return inParts(
    state,
    new RefundRequested({
      paymentId,
      orderId,
      refundId: nextRefundOf(state),
      amount: { ...due, amountMinor },
      reason: 'units of the order were cancelled',
      wayBack: false,
    }),
  );
}

/** The n-th refund of a payment always has the same id, so two who begin it at once begin the same one. */
export const nextRefundOf = ({ terms, refunds }: CapturedPayment): string =>
  derivedId(terms.paymentId, `refund:${refunds.length}`);

/** What was captured less what went back or is on its way back. */
export function refundable({ terms, refunds }: CapturedPayment): Money {
  const { amountMinor, currency } = terms.amount;
  const gone = sum(
    currency,
    refunds.filter(({ state }) => state !== 'refused').map(({ amount }) => amount),
  );
  return { amountMinor: amountMinor - gone.amountMinor, currency };
}
