import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import * as declared from './payment.events.js';
import type { Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { PaymentProblem } from './contract.js';
import type { RecordPayment, SettlePayment, TakePayment } from './payment.commands.js';
import { paidNothing, tooMuch } from './payment.lowering.js';
import { paymentRow } from './payment.row.js';
import { chargeable } from './payment.tenders.js';
import { furtherTransfer } from './payment.surplus.js';
import { takenBack } from './payment.way-back.js';
import { evolvePayment, isOpen, isSetAside, termsOf } from './payment.state.js';
import type { PaymentEvent, PaymentState } from './payment.state.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentOutcomeUnknown,
  PaymentRequested,
  PaymentSettled,
} from './payment.events.js';
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
  inline: paymentRow,
};

const reject = rejecting<PaymentProblem>();

/** What the outside world says became of a charge. */
export type Settlement =
  | { readonly outcome: 'captured'; readonly reference: string }
  | { readonly outcome: 'declined'; readonly code: string; readonly detail: string }
  | { readonly outcome: 'cancelled' };

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
