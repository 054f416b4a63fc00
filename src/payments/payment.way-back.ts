import { derivedId } from '../platform/core/ids.js';
import { inWords, type Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { PaymentProblem } from './contract.js';
import { refundIdOf } from './payment.commands.js';
import type { IssueRefund, RefundPayment } from './payment.commands.js';
import { nextRefundOf, refundable } from './payment.lowering.js';
import { goneBack } from './payment.payout.js';
import { arrivedOf, inParts, isNobodyAsked, restOf } from './payment.tenders.js';
import { openRefund, type RefundAnswer } from './payment.surplus.js';
import type { CapturedPayment, PaymentEvent, PaymentState } from './payment.state.js';
import {
  PaymentRefunded,
  PaymentVoidRequested,
  PaymentVoided,
  RefundRefused,
  RefundRequested,
} from './payment.events.js';

/** Money that was asked for, given up or given back. */

const reject = rejecting<PaymentProblem>();

/** The first half of the way back: what can be decided without the gateway, or the intent to ask it. */
export const takeBack =
  ({ data, by }: RefundPayment) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    const { paymentId, orderId } = data;
    switch (state.status) {
      case 'none':
      case 'declined':
        return [new PaymentVoided({ paymentId, orderId })];
      case 'voided':
        return [];
      case 'requested':
      case 'unknown':
        if (isNobodyAsked(state.terms)) return [new PaymentVoided({ paymentId, orderId })];
        return state.voiding ? [] : [new PaymentVoidRequested({ paymentId, orderId })];
      case 'captured':
        return giveBack(state, by.reason ?? 'the order was taken back');
    }
  };

function giveBack(state: CapturedPayment, reason: string): readonly PaymentEvent[] {
  const left = refundable(state);
  if (left.amountMinor > 0) return takenBack(state, left, reason);
  if (openRefund(state) || state.returning) return [];
  const { paymentId, orderId, amount } = state.terms;
  return [
    new PaymentRefunded({
      paymentId,
      orderId,
      refundId: derivedId(paymentId, 'nothing-left'),
      amount: left,
      reference: state.refunds.findLast(({ reference }) => reference)?.reference ?? state.reference,
      refundedTotal: amount,
    }),
  ];
}

export function takenBack(state: CapturedPayment, amount: Money, reason: string): readonly RefundRequested[] {
  const { paymentId, orderId } = state.terms;
  const refundId = nextRefundOf(state);
  return inParts(state, new RefundRequested({ paymentId, orderId, refundId, amount, reason, wayBack: true }));
}

/** The second half, when the gateway has promised that nothing is charged under the key and nothing will be. */
export const confirmVoid =
  () =>
  (state: PaymentState): readonly PaymentEvent[] => {
    if (state.status !== 'requested' && state.status !== 'unknown' && state.status !== 'declined') return [];
    const { paymentId, orderId } = state.terms;
    return [new PaymentVoided({ paymentId, orderId, evidence: 'cancellation' })];
  };

export const issueRefund =
  ({ data, by }: IssueRefund) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    if (state.status === 'none') return reject('payment.not-found', 'no such payment');
    if (state.status !== 'captured') return reject('payment.not-captured', `the payment is ${state.status}`);
    const refundId = refundIdOf(by.commandId);
    if (state.refunds.some(({ id }) => id === refundId)) return [];
    const left = refundable(state);
    const amountMinor = data.amountMinor - arrivedOf(state, data.insteadOf ?? []);
    if (amountMinor > left.amountMinor || amountMinor <= 0) {
      const extensions = { refundableMinor: left.amountMinor, currency: left.currency };
      const detail =
        amountMinor > 0 ? `at most ${inWords(left)} can be refunded` : 'all of it has been given back';
      return reject('payment.refund-exceeds-captured', detail, extensions);
    }
    const { paymentId, orderId } = state.terms;
    const amount = { amountMinor, currency: left.currency };
    return [
      ...inParts(
        state,
        new RefundRequested({ paymentId, orderId, refundId, amount, reason: data.reason, wayBack: false }),
      ),
    ];
  };

export const recordRefund =
  (refundId: string, answer: RefundAnswer) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    if (state.status !== 'captured') return [];
    const refund = state.refunds.find(({ id }) => id === refundId);
    if (refund?.state !== 'requested') return [];
    const { paymentId, orderId } = state.terms;
    if (answer.outcome === 'refused') {
      const rest = restOf(state, refund);
      return [refund, ...(rest ? [rest] : [])].map(
        ({ id }) => new RefundRefused({ paymentId, orderId, refundId: id, detail: answer.detail }),
      );
    }
    return [goneBack(state, refund, answer.reference)];
  };
