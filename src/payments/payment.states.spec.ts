import { describe, it } from '@jest/globals';
import { by, given } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import * as door from './contract.js';
import * as taking from './payment.decider.js';
import * as wayBack from './payment.way-back.js';
import { lowerPayment } from './payment.lowering.js';
import { recordPayout } from './payment.payout.js';
import { payment } from './payment.decider.js';
import { type PaymentState } from './payment.state.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentOutcomeUnknown,
  PaymentPartiallyRefunded,
  PaymentRefunded,
  PaymentRequested,
  PaymentVoided,
  RefundRefused,
  RefundRequested,
  SurplusReceived,
  SurplusReturned,
} from './payment.events.js';
import { type PaymentEvent } from './payment.state.js';
import { type PaymentMethod } from './vocabulary.js';
import { returnSurplus } from './payment.surplus.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const paymentId = '019ab000-0000-7000-8000-000000000002';
const ids = { paymentId, orderId };
const amount = { amountMinor: 1000, currency: 'EUR' };
const transfer: PaymentMethod = { type: 'bank_transfer' };
const wallet: PaymentMethod = { type: 'wallet', accountId: orderId };
const card: PaymentMethod = { type: 'card', token: 'tok_ok' };

const statuses = (method: PaymentMethod): Readonly<Record<string, readonly PaymentEvent[]>> => {
  const requested = new PaymentRequested({
    ...ids,
    customerId: orderId,
    amount,
    method,
    gatewayKey: paymentId,
  });
  return {
    none: [],
    requested: [requested],
    unknown: [requested, new PaymentOutcomeUnknown({ ...ids, detail: 'time-out' })],
    captured: [requested, new PaymentCaptured({ ...ids, amount, reference: 'ONE', evidence: 'reply' })],
    declined: [requested, new PaymentDeclined({ ...ids, code: 'declined', detail: 'no', evidence: 'reply' })],
    voided: [requested, new PaymentVoided(ids)],
  };
};
type Rule = (state: PaymentState) => readonly PaymentEvent[];
const recorded = (outcome: 'captured' | 'declined', reference: string): Rule =>
  taking.recordPayment(new door.RecordPayment({ paymentId, outcome, reference }, by));
const back = new door.ReturnSurplus({ paymentId, surplusId: orderId, reference: 'X', reason: 'desk' }, by);
const payout = new door.RecordPayout({ paymentId, refundId: orderId, reference: 'X', reason: 'desk' }, by);
const transfers = statuses(transfer);
const commands = {
  TakePayment: taking.requestPayment(
    new door.TakePayment({ ...ids, customerId: orderId, amount, method: card }, by),
  ),
  RefundPayment: wayBack.takeBack(new door.RefundPayment(ids, by)),
  IssueRefund: wayBack.issueRefund(new door.IssueRefund({ paymentId, amountMinor: 1, reason: 'x' }, by)),
  LowerPayment: lowerPayment(new door.LowerPayment({ ...ids, due: { amountMinor: 1, currency: 'EUR' } }, by)),
  'SettlePayment, account': [
    taking.settlePayment(new door.SettlePayment({ paymentId }, by)),
    statuses(wallet),
  ],
  SettlePayment: taking.settlePayment(new door.SettlePayment({ paymentId }, by)),
  'RecordPayment captured': [recorded('captured', 'TWO'), transfers],
  'RecordPayment declined': [recorded('declined', 'TWO'), transfers],
  RecordPayout: [recordPayout(payout), transfers],
  ReturnSurplus: [returnSurplus(back), transfers],
} as const;

holdsStatesTable({ room: 'payments', decider: payment, statuses: statuses(card), commands });

describe('A surplus that was given back', () => {
  const surplus = { ...ids, surplusId: orderId, amount };
  const gone = [
    ...transfers['captured']!,
    new SurplusReceived({ ...surplus, reference: 'TWO' }),
    new SurplusReturned({ ...surplus, reference: 'X', evidence: 'record' }),
  ];

  it('is not given back again: the same reference is the same transfer, another one is refused', () => {
    given(payment, ...gone)
      .when(returnSurplus(back))
      .then();
    const other = new door.ReturnSurplus({ ...back.data, reference: 'Y' }, by);
    given(payment, ...gone)
      .when(returnSurplus(other))
      .rejects('payment.already-settled');
  });
});

describe('A refund of a transfer that the gateway refused', () => {
  const wish = { ...ids, reason: 'taken back', wayBack: true };
  const refund = (refundId: string, amountMinor: number) =>
    new RefundRequested({ ...wish, refundId, amount: { ...amount, amountMinor } });
  const no = (refundId: string) => new RefundRefused({ ...ids, refundId, detail: 'no such account' });
  const back = { ...ids, refundId: orderId, reference: 'X' };
  const refused = [...transfers['captured']!, refund(orderId, 1000), no(orderId)];
  const whole = new PaymentRefunded({ ...back, amount, refundedTotal: amount });

  it('is paid out by hand once, and then nothing of the payment remains', () => {
    given(payment, ...refused)
      .when(recordPayout(payout))
      .then(whole);
    given(payment, ...refused, whole)
      .when(recordPayout(payout))
      .then();
    const other = new door.RecordPayout({ ...payout.data, reference: 'Y' }, by);
    given(payment, ...refused, whole)
      .when(recordPayout(other))
      .rejects('payment.already-settled');
    const part = { ...amount, amountMinor: 400 };
    given(payment, ...transfers['captured']!, refund(orderId, 400), no(orderId))
      .when(recordPayout(payout))
      .then(new PaymentPartiallyRefunded({ ...back, amount: part, refundedTotal: part }));
  });

  it('is not paid out beside another that took its place, nor before it is refused, nor by a card', () => {
    given(payment, ...refused, refund(paymentId, 1000))
      .when(recordPayout(payout))
      .rejects('payment.refund-exceeds-captured');
    given(payment, ...transfers['captured']!, refund(orderId, 1000))
      .when(recordPayout(payout))
      .rejects('payment.refund-not-refused');
    given(payment, ...statuses(card)['captured']!, refund(orderId, 1000), no(orderId))
      .when(recordPayout(payout))
      .rejects('payment.not-recordable');
  });
});

describe('The footnotes of the table', () => {
  it('hold: the same transfer decides nothing, and only transfers are recorded', () => {
    given(payment, ...statuses(transfer)['captured']!)
      .when(recorded('captured', 'ONE'))
      .then();
    for (const status of ['requested', 'captured', 'declined', 'voided']) {
      given(payment, ...statuses(card)[status]!)
        .when(recorded('captured', 'TWO'))
        .rejects('payment.not-recordable');
    }
    given(payment, ...statuses(transfer)['requested']!)
      .when(wayBack.takeBack(new door.RefundPayment(ids, by)))
      .then(new PaymentVoided(ids));
  });
});
