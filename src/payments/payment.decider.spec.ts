import { describe, it } from '@jest/globals';
import { derivedId } from '../platform/core/ids.js';
import { by, given } from '../platform/testing/given.js';
import { IssueRefund, RecordPayment, RefundPayment, TakePayment } from './payment.commands.js';
import { confirmVoid, issueRefund, recordRefund, takeBack } from './payment.way-back.js';
import { loseTrack, payment, recordPayment, requestPayment, settle } from './payment.decider.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentOutcomeUnknown,
  PaymentPartiallyRefunded,
  PaymentRefunded,
  PaymentRequested,
  PaymentVoidRequested,
  PaymentVoided,
  RefundRefused,
  RefundRequested,
} from './payment.events.js';
import { type PaymentMethod } from './vocabulary.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const paymentId = '019ab000-0000-7000-8000-000000000002';
const customerId = '019ab000-0000-7000-8000-000000000003';
const ids = { paymentId, orderId };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const card: PaymentMethod = { type: 'card', token: 'tok_ok' };
const reason = 'the order was taken back';

const take = (method: PaymentMethod = card) =>
  new TakePayment({ ...ids, customerId, amount: eur(1000), method }, by);
const requestedBy = (method: PaymentMethod) =>
  new PaymentRequested({ ...take(method).data, gatewayKey: derivedId(paymentId, 'charge') });
const requested = requestedBy(card);
const transfer = requestedBy({ type: 'bank_transfer' });
const unknown = new PaymentOutcomeUnknown({ ...ids, detail: 'time-out' });
const captured = new PaymentCaptured({ ...ids, amount: eur(1000), reference: 'ch_1', evidence: 'reply' });
const declined = new PaymentDeclined({ ...ids, code: 'declined', detail: 'no', evidence: 'reply' });
const voiding = new PaymentVoidRequested(ids);
const voided = new PaymentVoided(ids);
const wanted = (n: number, amountMinor: number, why = reason) =>
  new RefundRequested({
    ...ids,
    refundId: derivedId(paymentId, `refund:${n}`),
    amount: eur(amountMinor),
    reason: why,
    wayBack: true,
  });
const refundBy = (command: IssueRefund) =>
  new RefundRequested({
    ...ids,
    refundId: derivedId(command.by.commandId, 'refund'),
    amount: eur(command.data.amountMinor),
    reason: command.data.reason,
    wayBack: false,
  });
const issue = (amountMinor: number, commandId = by.commandId) =>
  new IssueRefund({ paymentId, amountMinor, reason: 'broken mug' }, { ...by, commandId });
const refunded = (of: RefundRequested, total: number) => ({
  ...ids,
  refundId: of.data.refundId,
  amount: of.data.amount,
  reference: 're_1',
  refundedTotal: eur(total),
});
const back = new RefundPayment(ids, by);
const record = (outcome: 'captured' | 'declined') =>
  new RecordPayment({ paymentId, outcome, reference: 'SEPA-1' }, by);
const paid = { outcome: 'captured', reference: 'ch_1' } as const;
const refused = { outcome: 'declined', code: 'declined', detail: 'no' } as const;

describe('Taking a payment', () => {
  it('records the intent first, with a key that follows from the payment', () =>
    given(payment).when(requestPayment(take())).then(requested));
  it('does not begin twice', () => given(payment, requested).when(requestPayment(take())).then());
  it('does not begin after it was given up', () =>
    given(payment, voided).when(requestPayment(take())).then());
  it('by an account is given up at once while nothing was set aside', () => {
    const wallet: PaymentMethod = { type: 'wallet', accountId: orderId };
    given(payment)
      .when(requestPayment(take(wallet)))
      .then(requestedBy(wallet));
    given(payment, requestedBy(wallet))
      .when(takeBack(new RefundPayment(ids, by)))
      .then(new PaymentVoided(ids));
  });
  it('captures', () => given(payment, requested).when(settle(paid, 'reply')).then(captured));
  it('declines', () => given(payment, requested).when(settle(refused, 'reply')).then(declined));
  it('admits once that it does not know', () => {
    given(payment, requested).when(loseTrack('time-out')).then(unknown);
    given(payment, requested, unknown).when(loseTrack('again')).then();
  });
  it('learns later what it did not know', () =>
    given(payment, requested, unknown)
      .when(settle(paid, 'look-up'))
      .then(new PaymentCaptured({ ...captured.data, evidence: 'look-up' })));
  it('hears the same outcome twice without effect', () => {
    given(payment, requested, captured).when(settle(paid, 'look-up')).then();
    given(payment, requested, declined).when(settle(refused, 'reply')).then();
  });
});

describe('The way back of a payment', () => {
  it('leaves a tombstone where nothing was', () => given(payment).when(takeBack(back)).then(voided));
  it('answers once for a declined payment', () => {
    given(payment, requested, declined).when(takeBack(back)).then(voided);
    given(payment, requested, declined, voided).when(takeBack(back)).then();
  });
  it('records that the key shall be closed before the gateway is asked', () => {
    given(payment, requested).when(takeBack(back)).then(voiding);
    given(payment, requested, unknown).when(takeBack(back)).then(voiding);
    given(payment, requested, unknown, voiding).when(takeBack(back)).then();
  });
  it('is void when the gateway has closed the key', () =>
    given(payment, requested, unknown, voiding)
      .when(confirmVoid())
      .then(new PaymentVoided({ ...ids, evidence: 'cancellation' })));
  it('voids a bank transfer that nobody recorded, without a gateway', () =>
    given(payment, transfer).when(takeBack(back)).then(voided));
  it('gives back what turns out to have been charged', () =>
    given(payment, requested, unknown, voiding)
      .when(settle(paid, 'cancellation'))
      .then(
        new PaymentCaptured({ ...captured.data, evidence: 'cancellation' }),
        wanted(0, 1000, 'charged after it was given up'),
      ));
  it('gives back a charge that surfaces after it was voided or declined', () => {
    const late = [captured, wanted(0, 1000, 'charged after it was given up')] as const;
    given(payment, requested, voiding, voided)
      .when(settle(paid, 'reply'))
      .then(...late);
    given(payment, requested, declined)
      .when(settle(paid, 'reply'))
      .then(...late);
  });
  it('refunds what was captured, once', () => {
    given(payment, requested, captured).when(takeBack(back)).then(wanted(0, 1000));
    given(payment, requested, captured, wanted(0, 1000)).when(takeBack(back)).then();
    const end = new PaymentRefunded(refunded(wanted(0, 1000), 1000));
    given(payment, requested, captured, wanted(0, 1000), end).when(takeBack(back)).then();
  });
  it('refunds only what an operator has left', () => {
    const part = refundBy(issue(300));
    given(payment, requested, captured, part).when(takeBack(back)).then(wanted(1, 700));
  });
  it('still answers, with nothing, when an operator has refunded it all', () => {
    const all = refundBy(issue(1000));
    const end = new PaymentRefunded(refunded(all, 1000));
    const nothing = new PaymentRefunded({
      ...refunded(all, 1000),
      refundId: derivedId(paymentId, 'nothing-left'),
      amount: eur(0),
    });
    given(payment, requested, captured, all, end).when(takeBack(back)).then(nothing);
    given(payment, requested, captured, all, end, nothing).when(takeBack(back)).then();
  });
  it('tries anew, under a new key, after a refusal', () => {
    const no = new RefundRefused({ ...ids, refundId: wanted(0, 1).data.refundId, detail: 'no' });
    given(payment, requested, captured, wanted(0, 1000), no).when(takeBack(back)).then(wanted(1, 1000));
  });
});

describe('Refunds by an operator', () => {
  it('begin with the intent', () =>
    given(payment, requested, captured)
      .when(issueRefund(issue(300)))
      .then(refundBy(issue(300))));
  it('of the same command are one', () =>
    given(payment, requested, captured, refundBy(issue(300)))
      .when(issueRefund(issue(300)))
      .then());
  it('are partial until nothing is left', () => {
    const first = refundBy(issue(300));
    const rest = refundBy(issue(700, derivedId(by.commandId, 'second')));
    const done = new PaymentPartiallyRefunded(refunded(first, 300));
    const answer = { outcome: 'refunded', reference: 're_1' } as const;
    given(payment, requested, captured, first).when(recordRefund(first.data.refundId, answer)).then(done);
    given(payment, requested, captured, first, done, rest)
      .when(recordRefund(rest.data.refundId, answer))
      .then(new PaymentRefunded(refunded(rest, 1000)));
  });
  it('free the money again when the gateway refuses', () => {
    const refund = refundBy(issue(1000));
    const no = new RefundRefused({ ...ids, refundId: refund.data.refundId, detail: 'no' });
    const other = issue(1000, derivedId(by.commandId, 'other'));
    given(payment, requested, captured, refund)
      .when(recordRefund(refund.data.refundId, { outcome: 'refused', detail: 'no' }))
      .then(no);
    given(payment, requested, captured, refund, no).when(issueRefund(other)).then(refundBy(other));
  });
  it('never exceed what was captured, counting those under way', () => {
    given(payment, requested, captured)
      .when(issueRefund(issue(1001)))
      .rejects('payment.refund-exceeds-captured');
    given(payment, requested, captured, wanted(0, 900))
      .when(issueRefund(issue(101)))
      .rejects('payment.refund-exceeds-captured');
  });
  it('need a capture', () => {
    given(payment)
      .when(issueRefund(issue(1)))
      .rejects('payment.not-found');
    given(payment, requested)
      .when(issueRefund(issue(1)))
      .rejects('payment.not-captured');
    given(payment, requested, declined)
      .when(issueRefund(issue(1)))
      .rejects('payment.not-captured');
  });
});

describe('A bank transfer', () => {
  const byHand = { reference: 'SEPA-1', evidence: 'record' } as const;
  const arrived = new PaymentCaptured({ ...ids, amount: eur(1000), ...byHand });
  const bounced = new PaymentDeclined({
    ...ids,
    code: 'declined',
    detail: 'bank transfer SEPA-1',
    evidence: 'record',
  });
  it('is captured or declined by hand', () => {
    given(payment, transfer)
      .when(recordPayment(record('captured')))
      .then(arrived);
    given(payment, transfer)
      .when(recordPayment(record('declined')))
      .then(bounced);
  });
  it('is recorded once', () => {
    given(payment, transfer, arrived)
      .when(recordPayment(record('captured')))
      .then();
    given(payment, transfer, voided)
      .when(recordPayment(record('declined')))
      .then();
    given(payment, transfer, arrived)
      .when(recordPayment(record('declined')))
      .rejects('payment.already-settled');
  });
  it('that arrives after the order was given up goes back', () =>
    given(payment, transfer, voided)
      .when(recordPayment(record('captured')))
      .then(arrived, wanted(0, 1000, 'charged after it was given up')));
  it('is the only payment that is recorded by hand', () => {
    given(payment, requested)
      .when(recordPayment(record('captured')))
      .rejects('payment.not-recordable');
    given(payment)
      .when(recordPayment(record('captured')))
      .rejects('payment.not-found');
  });
});
