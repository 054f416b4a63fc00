import { inWords, sum } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { PaymentProblem } from './contract.js';
import type { RecordPayout } from './payment.commands.js';
import { PaymentPartiallyRefunded, PaymentRefunded } from './payment.events.js';
import { refundable } from './payment.lowering.js';
import type { CapturedPayment, PaymentState, Refund } from './payment.state.js';

/** Money that has gone back: by the gateway, or, of a bank transfer that it refused to pay out, by hand. */

const reject = rejecting<PaymentProblem>();

/** With all that has gone back before, the whole or a part. */
export function goneBack(
  { terms, refunds }: CapturedPayment,
  { id: refundId, amount }: Refund,
  reference: string,
): PaymentRefunded | PaymentPartiallyRefunded {
  const { paymentId, orderId, amount: captured } = terms;
  const before = refunds.filter(({ state }) => state === 'refunded').map((other) => other.amount);
  const refundedTotal = sum(captured.currency, [...before, amount]);
  const data = { paymentId, orderId, refundId, amount, reference, refundedTotal };
  const whole = refundedTotal.amountMinor === captured.amountMinor;
  return whole ? new PaymentRefunded(data) : new PaymentPartiallyRefunded(data);
}

/** A refund that was refused freed its amount: what has been asked for since cannot be paid out beside it. */
export const recordPayout =
  ({ data: { refundId, reference } }: RecordPayout) =>
  (state: PaymentState): readonly (PaymentRefunded | PaymentPartiallyRefunded)[] => {
    if (state.status === 'none') return reject('payment.not-found', 'no such payment');
    const refund = state.status === 'captured' && state.refunds.find(({ id }) => id === refundId);
    if (!refund) return reject('payment.refund-not-found', `there is no refund ${refundId}`);
    const { method } = state.terms;
    if (method.type !== 'bank_transfer') {
      return reject('payment.not-recordable', `the payment is made by ${method.type}`);
    }
    if (refund.state === 'refunded') return refund.reference === reference ? [] : isBack(refund);
    if (refund.state === 'requested') return reject('payment.refund-not-refused', 'it is on its way back');
    const left = refundable(state);
    if (refund.amount.amountMinor > left.amountMinor) {
      const extensions = { refundableMinor: left.amountMinor, currency: left.currency };
      return reject('payment.refund-exceeds-captured', `${inWords(left)} are left of it`, extensions);
    }
    return [goneBack(state, refund, reference)];
  };

/** Whoever says that they have paid it out a second time has to know. */
const isBack = ({ reference, amount }: Refund): never =>
  reject('payment.already-settled', `${inWords(amount)} went back as ${reference}; this would be twice`);
