import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import * as declared from './payment.events.js';
import { derivedId } from '../platform/core/ids.js';
import { inWords, sum, type Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { PaymentProblem } from './contract.js';
import { refundIdOf } from './payment.commands.js';
import type {
  IssueRefund,
  RecordPayment,
  RefundPayment,
  SettlePayment,
  TakePayment,
} from './payment.commands.js';
import { paidNothing, refundable, tooMuch } from './payment.lowering.js';
import { paymentRow } from './payment.row.js';
import { arrivedOf, chargeable, inParts, restOf } from './payment.tenders.js';
import { furtherTransfer, openRefund, type RefundAnswer } from './payment.surplus.js';
import {
  evolvePayment,
  isSetAside,
  type CapturedPayment,
  type PaymentState,
  type Terms,
} from './payment.state.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentOutcomeUnknown,
  PaymentPartiallyRefunded,
  PaymentRefunded,
  PaymentRequested,
  PaymentSettled,
  PaymentVoidRequested,
  PaymentVoided,
  RefundRefused,
  RefundRequested,
} from './payment.events.js';
import { type PaymentEvent } from './payment.state.js';
import { chargeKeyOf, type Evidence } from './vocabulary.js';

export const payment: Decider<PaymentState, PaymentEvent, 'paymentId'> = {
  category: 'payment',
  room: 'payments',
  idKey: 'paymentId',
  events: eventsIn(declared),
  initial: { status: 'none' },
  evolve: evolvePayment,
  shape: 1,
  notFound: 'payment.not-found',
  visibleTo: (state, actor) => actor.role !== 'customer' || termsOf(state)?.customerId === actor.id,
  alongside: paymentRow,
};

const reject = rejecting<PaymentProblem>();

/** What the outside world says became of a charge. */
export type Settlement =
  | { readonly outcome: 'captured'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly code: string; readonly detail: string }
  | { readonly outcome: 'cancelled' };

export const termsOf = (state: PaymentState): Terms | null => (state.status === 'none' ? null : state.terms);

/** Whether no gateway ever hears of it: there is nothing to pay, a person looks at the bank, or the money is kept here. */
export const isNobodyAsked = (terms: Terms): boolean =>
  terms.method.type === 'bank_transfer' ||
  terms.method.type === 'wallet' ||
  chargeable(terms).amountMinor === 0;

/** Whether the gateway may still be asked to charge. */
export const isOpen = (
  state: PaymentState,
): state is Extract<PaymentState, { status: 'requested' | 'unknown' }> =>
  (state.status === 'requested' || state.status === 'unknown') && !state.voiding;

const atMost = (amount: Money, due?: Money): Money =>
  due && due.amountMinor < amount.amountMinor ? due : amount;

export const requestPayment =
  ({ data }: TakePayment) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    if (state.status !== 'none') return [];
    const amount = atMost(data.amount, state.due);
    return [new PaymentRequested({ ...data, amount, gatewayKey: chargeKeyOf(data.paymentId) })];
  };

const CANCELLED = { code: 'cancelled', detail: 'the gateway cancelled the charge by itself' };

/**
 * A capture that surfaces when the order no longer wants it is given back at once. A gateway that closed the key
 * without being asked will not charge.
 */
export const settle =
  (settlement: Settlement, evidence: Evidence) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    const terms = termsOf(state);
    if (!terms || state.status === 'captured') return [];
    const { paymentId, orderId } = terms;
    if (settlement.outcome === 'captured') {
      const hasEnded = state.status === 'declined' || state.status === 'voided';
      const amount = hasEnded ? chargeable(terms) : terms.amount;
      const captured = new PaymentCaptured({
        paymentId,
        orderId,
        amount,
        reference: settlement.reference,
        evidence,
      });
      const after = evolvePayment(state, captured, '');
      if (isOpen(state) || after.status !== 'captured') return [captured, ...tooMuch(after)];
      return [captured, ...takenBack(after, amount, 'charged after it was given up')];
    }
    if (state.status !== 'requested' && state.status !== 'unknown') return [];
    // While it is being voided, the way back records it.
    if (settlement.outcome === 'cancelled' && state.voiding) return [];
    const { code, detail } = settlement.outcome === 'cancelled' ? CANCELLED : settlement;
    return [new PaymentDeclined({ paymentId, orderId, code, detail, evidence })];
  };

/** What costs nothing is paid without anybody. */
export const payNothing =
  () =>
  (state: PaymentState): readonly PaymentEvent[] =>
    isOpen(state) && state.terms.amount.amountMinor === 0 ? [paidNothing(state.terms)] : [];

export const loseTrack =
  (detail: string) =>
  (state: PaymentState): readonly PaymentEvent[] =>
    state.status === 'requested'
      ? [
          new PaymentOutcomeUnknown({
            paymentId: state.terms.paymentId,
            orderId: state.terms.orderId,
            detail,
          }),
        ]
      : [];

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

/** The n-th refund of a payment always has the same id, so two who begin it at once begin the same one. */
function takenBack(state: CapturedPayment, amount: Money, reason: string): readonly RefundRequested[] {
  const { terms, refunds } = state;
  const { paymentId, orderId } = terms;
  const refundId = derivedId(paymentId, `refund:${refunds.length}`);
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
    const { paymentId, orderId, amount: captured } = state.terms;
    if (answer.outcome === 'refused') {
      const rest = restOf(state, refund);
      return [refund, ...(rest ? [rest] : [])].map(
        ({ id }) => new RefundRefused({ paymentId, orderId, refundId: id, detail: answer.detail }),
      );
    }
    const before = state.refunds.filter((other) => other.state === 'refunded').map(({ amount }) => amount);
    const refundedTotal = sum(captured.currency, [...before, refund.amount]);
    const data = {
      paymentId,
      orderId,
      refundId,
      amount: refund.amount,
      reference: answer.reference,
      refundedTotal,
    };
    const whole = refundedTotal.amountMinor === captured.amountMinor;
    return [whole ? new PaymentRefunded(data) : new PaymentPartiallyRefunded(data)];
  };

/** The goods have left: what was only set aside is taken. Any other way of paying took it when it was captured. */
export const settlePayment =
  ({ data: { paymentId } }: SettlePayment) =>
  (state: PaymentState): readonly PaymentEvent[] =>
    isSetAside(state) ? [new PaymentSettled({ paymentId, orderId: state.terms.orderId })] : [];

/**
 * By hand: what a bank transfer became. Money never vanishes: what comes after the payment was declined or given up, and
 * what comes a second time, is booked and goes back.
 */
export const recordPayment =
  ({ data }: RecordPayment) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    const terms = termsOf(state);
    if (!terms) return reject('payment.not-found', 'no such payment');
    if (terms.method.type !== 'bank_transfer') {
      return reject('payment.not-recordable', `the payment is made by ${terms.method.type}`);
    }
    const { outcome, reference } = data;
    if (outcome === 'declined') {
      if (state.status === 'captured') return reject('payment.already-settled', 'the payment is captured');
      return settle({ outcome, code: 'declined', detail: `bank transfer ${reference}` }, 'record')(state);
    }
    if (terms.amount.amountMinor === 0) return reject('payment.nothing-to-pay', 'the order costs nothing');
    return state.status === 'captured'
      ? furtherTransfer(state, reference)
      : settle({ outcome, reference }, 'record')(state);
  };
