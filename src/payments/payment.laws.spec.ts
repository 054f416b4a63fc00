import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId } from '../platform/core/ids.js';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded } from '../platform/testing/given.js';
import { IssueRefund, RecordPayment, RefundPayment, TakePayment } from './payment.commands.js';
import { confirmVoid, issueRefund, recordRefund, takeBack } from './payment.way-back.js';
import { loseTrack, payment, recordPayment, requestPayment, settle } from './payment.decider.js';
import { type PaymentState } from './payment.state.js';
import { paymentRow } from './payment.row.js';
import { openRefund } from './payment.surplus.js';
import type { PaymentEvent } from './payment.state.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const paymentId = '019ab000-0000-7000-8000-000000000002';
const TOTAL = 1000;
const terms = { paymentId, orderId, customerId: orderId, amount: { amountMinor: TOTAL, currency: 'EUR' } };

type Decision = (state: PaymentState) => readonly PaymentEvent[];
const method = fc.constantFrom(
  { type: 'card', token: 'tok_ok' } as const,
  { type: 'bank_transfer' } as const,
);
const refundId = (state: PaymentState) => openRefund(state)?.id ?? orderId;

/** Everything that commands and the outside world can bring, in any order. */
const decision: fc.Arbitrary<Decision> = fc.oneof(
  method.map((m) => requestPayment(new TakePayment({ ...terms, method: m }, by))),
  fc.constant(settle({ outcome: 'captured', reference: 'ch' }, 'reply')),
  fc.constant(settle({ outcome: 'declined', code: 'declined', detail: 'no' }, 'look-up')),
  fc.constant(loseTrack('time-out')),
  fc.constant(takeBack(new RefundPayment({ paymentId, orderId }, by))),
  fc.constant(confirmVoid()),
  fc.tuple(fc.integer({ min: 1, max: 1200 }), fc.nat(4)).map(([amountMinor, n]) => {
    const context = { ...by, commandId: derivedId(by.commandId, String(n)) };
    return issueRefund(new IssueRefund({ paymentId, amountMinor, reason: 'law' }, context));
  }),
  fc.constant((state: PaymentState) =>
    recordRefund(refundId(state), { outcome: 'refunded', reference: 're' })(state),
  ),
  fc.constant((state: PaymentState) =>
    recordRefund(refundId(state), { outcome: 'refused', detail: 'no' })(state),
  ),
  fc
    .tuple(fc.constantFrom('captured' as const, 'declined' as const), fc.constantFrom('SEPA-1', 'SEPA-2'))
    .map(([outcome, reference]) => recordPayment(new RecordPayment({ paymentId, outcome, reference }, by))),
);

function attempt(decide: Decision, state: PaymentState): readonly PaymentEvent[] {
  try {
    return decide(state);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}

const always = (
  law: (events: readonly PaymentEvent[], added: readonly PaymentEvent[], decide: Decision) => void,
) =>
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 30 }), (decisions) => {
      const events: PaymentEvent[] = [];
      for (const decide of decisions) {
        const added = attempt(decide, folded(payment, ...events));
        events.push(...added);
        law(events, added, decide);
      }
    }),
  );

const totalOf = (events: readonly PaymentEvent[], ...types: readonly PaymentEvent['type'][]) =>
  events
    .filter((event) => types.includes(event.type))
    .reduce((sum, { data }) => sum + ('amount' in data ? data.amount.amountMinor : 0), 0);

describe('Whatever happens to a payment', () => {
  it('is captured at most once, and refunds never exceed captures', () =>
    always((events) => {
      const captured = totalOf(events, 'PaymentCaptured');
      expect(captured === 0 || captured === TOTAL).toBe(true);
      expect(totalOf(events, 'PaymentRefunded', 'PaymentPartiallyRefunded')).toBeLessThanOrEqual(captured);
    }));

  it('a decision that is repeated at once decides nothing', () =>
    always((events, added, decide) => {
      const isNew =
        added.length > 0 && !added.some(({ type }) => type.startsWith('Refund') || type.endsWith('Refunded'));
      if (isNew) expect(attempt(decide, folded(payment, ...events))).toStrictEqual([]);
    }));

  it('it is voided at most once, and a capture after that is always on its way back', () =>
    always((events) => {
      expect(events.filter(({ type }) => type === 'PaymentVoided').length).toBeLessThanOrEqual(1);
      const late = events.findIndex(({ type }) => type === 'PaymentVoided');
      const capture = events.findIndex(({ type }) => type === 'PaymentCaptured');
      if (late >= 0 && capture > late) expect(events[capture + 1]?.type).toBe('RefundRequested');
    }));

  it('no money that was recorded vanishes: it pays the order, or it is owed', () =>
    always((events, added, decide) => {
      const state = folded(payment, ...events);
      if (state.status !== 'captured' || added.length === 0) return;
      const owed = state.surplus ?? [];
      expect(new Set([state.reference, ...owed.map(({ receivedAs }) => receivedAs)]).size).toBe(
        owed.length + 1,
      );
      expect(attempt(decide, state).some(({ type }) => type === 'SurplusReceived')).toBe(false);
    }));

  it('PaymentRefunded is said only when nothing remains', () =>
    always((events) => {
      const end = events.find(({ type }) => type === 'PaymentRefunded');
      if (end) expect(totalOf(events, 'PaymentRefunded', 'PaymentPartiallyRefunded')).toBe(TOTAL);
    }));

  it('its row satisfies the constraints of the table', () =>
    always((events) => {
      const { row } = paymentRow({
        id: paymentId,
        state: folded(payment, ...events),
        version: events.length,
      });
      const {
        amountMinor = 0,
        capturedMinor = 0,
        refundedMinor = 0,
      } = row as object as Record<string, number | undefined>;
      expect(capturedMinor).toBeLessThanOrEqual(amountMinor);
      expect(refundedMinor).toBeLessThanOrEqual(capturedMinor);
      expect(refundedMinor).toBe(totalOf(events, 'PaymentRefunded', 'PaymentPartiallyRefunded'));
    }));
});
