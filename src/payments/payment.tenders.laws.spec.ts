import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId } from '../platform/core/ids.js';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded } from '../platform/testing/given.js';
import { IssueRefund, LowerPayment, RefundPayment, refundIdOf } from './payment.commands.js';
import { issueRefund, recordRefund, takeBack } from './payment.way-back.js';
import { payment, settle } from './payment.decider.js';
import {
  PaymentDeclined,
  PaymentPartHeld,
  PaymentRequested,
  PaymentVoidRequested,
} from './payment.events.js';
import { lowerPayment } from './payment.lowering.js';
import { paymentRow } from './payment.row.js';
import type { CapturedPayment, PaymentEvent, PaymentState } from './payment.state.js';
import { openRefund } from './payment.surplus.js';
import { partsOf } from './payment.tenders.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const paymentId = '019ab000-0000-7000-8000-000000000002';
const ids = { paymentId, orderId };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const minor = (amounts: readonly { readonly amountMinor: number }[]) =>
  amounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** Two who pay: the account so much, the card the rest. */
const asked = (total: number, wallet: number): PaymentEvent[] => [
  new PaymentRequested({
    ...{ ...ids, customerId: orderId, amount: eur(total), gatewayKey: paymentId },
    method: { type: 'card', token: 'tok_ok', wallet: { accountId: orderId } },
  }),
  ...(wallet > 0 ? [new PaymentPartHeld({ ...ids, amount: eur(wallet) })] : []),
];
const charged = settle({ outcome: 'captured', reference: 'ch' }, 'reply');
const captured = (events: readonly PaymentEvent[]): CapturedPayment => {
  const state = folded(payment, ...events);
  if (state.status !== 'captured') throw new Error(`it is ${state.status}`);
  return state;
};

type Decision = (state: PaymentState) => readonly PaymentEvent[];
const answered =
  (answer: Parameters<typeof recordRefund>[1]): Decision =>
  (state) =>
    recordRefund(openRefund(state)?.id ?? orderId, answer)(state);

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 2500 }), fc.nat(9)).map(([amountMinor, n]) => {
    const context = { ...by, commandId: derivedId(by.commandId, String(n)) };
    return issueRefund(new IssueRefund({ paymentId, amountMinor, reason: 'law' }, context));
  }),
  fc.constant(answered({ outcome: 'refunded', reference: 're' })),
  fc.constant(answered({ outcome: 'refunded', reference: 're' })),
  fc.constant(answered({ outcome: 'refused', detail: 'no' })),
  fc.constant(takeBack(new RefundPayment(ids, by))),
  fc.nat(2000).map((due) => lowerPayment(new LowerPayment({ ...ids, due: eur(due) }, by))),
);

function attempt(decide: Decision, state: PaymentState): readonly PaymentEvent[] {
  try {
    return decide(state);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}

const whole = fc
  .integer({ min: 1, max: 2000 })
  .chain((total) => fc.tuple(fc.constant(total), fc.integer({ min: 0, max: total })));

const always = (law: (state: CapturedPayment, before: CapturedPayment, events: PaymentEvent[]) => void) =>
  fc.assert(
    fc.property(whole, fc.array(decision, { maxLength: 30 }), ([total, wallet], decisions) => {
      const events = asked(total, wallet);
      events.push(...charged(folded(payment, ...events)));
      for (const decide of decisions) {
        const before = captured(events);
        events.push(...attempt(decide, before));
        law(captured(events), before, events);
      }
    }),
  );

describe('An order that two pay', () => {
  it('is paid and given back in parts that are the whole', () =>
    always((state) => {
      const parts = partsOf(state);
      expect(minor(parts.map(({ amount }) => amount))).toBe(state.terms.amount.amountMinor);
      const back = state.refunds.filter((refund) => refund.state === 'refunded').map(({ amount }) => amount);
      expect(minor(parts.map(({ refunded }) => refunded))).toBe(minor(back));
      for (const { amount, refunded } of parts)
        expect(refunded.amountMinor).toBeLessThanOrEqual(amount.amountMinor);
    }));

  it('gives back to the card first: nothing is wished for the account while the card has something left', () =>
    always((state, before) => {
      const added = state.refunds.slice(before.refunds.length);
      if (!added.some(({ tender }) => tender === 'wallet')) return;
      const [, card] = partsOf(state);
      const wished = state.refunds.filter((one) => one.tender === 'card' && one.state !== 'refused');
      expect(minor(wished.map(({ amount }) => amount))).toBe(card.amount.amountMinor);
    }));

  it('leaves no refund in the air: with both parts the last one says that all has arrived', () =>
    always((state) => {
      for (const { state: became, tender, id } of state.refunds) {
        const first = state.refunds.find((one) => one.id === derivedId(id, 'card'));
        if (tender === 'wallet' && first?.state === 'refused') expect(became).toBe('refused');
      }
    }));

  it('has a row that satisfies the constraints of the table', () =>
    always((state, _, events) => {
      const { row } = paymentRow({ id: paymentId, state, version: events.length });
      const { capturedMinor, refundedMinor, walletPartMinor, walletPartRefundedMinor } =
        row as object as Record<string, number>;
      expect(walletPartMinor).toBeLessThanOrEqual(capturedMinor!);
      expect(walletPartRefundedMinor).toBeLessThanOrEqual(Math.min(walletPartMinor!, refundedMinor!));
      expect(refundedMinor! - walletPartRefundedMinor!).toBeLessThanOrEqual(
        capturedMinor! - walletPartMinor!,
      );
    }));

  it('whose card is charged after all was given up gives back the part of the card alone', () => {
    const ended = new PaymentDeclined({ ...ids, code: 'declined', detail: 'no', evidence: 'reply' });
    const events = [...asked(1000, 300), ended];
    const late = charged(folded(payment, ...events));
    expect(late).toMatchObject([
      { type: 'PaymentCaptured', data: { amount: eur(700) } },
      { type: 'RefundRequested', data: { amount: eur(700), tender: 'card' } },
    ]);
    expect(
      paymentRow({ id: paymentId, version: 5, state: captured([...events, ...late]) }).row,
    ).toMatchObject({
      ...{ capturedMinor: 700, walletPartMinor: 0 },
    });
  });

  it('whose card is charged while it is being given up gives back both parts', () => {
    const events = [...asked(1000, 300), new PaymentVoidRequested(ids)];
    expect(charged(folded(payment, ...events))).toMatchObject([
      { type: 'PaymentCaptured', data: { amount: eur(1000) } },
      { data: { amount: eur(700), tender: 'card' } },
      { data: { amount: eur(300), tender: 'wallet' } },
    ]);
  });
});

describe('A wish to give back that is tried until it is done', () => {
  const wish = fc.tuple(
    whole.filter(([total]) => total > 1),
    fc.nat(1000),
    fc.array(fc.boolean(), { maxLength: 12 }),
    fc.nat(1000),
  );

  it('gives exactly what it is for, whichever half was refused how often', () =>
    fc.assert(
      fc.property(wish, ([[total, wallet], before, answers, share]) => {
        const events = asked(total, wallet);
        const add = (decide: Decision) => events.push(...decide(folded(payment, ...events)));
        const settled = (isTaken: boolean) =>
          add(
            answered(isTaken ? { outcome: 'refunded', reference: 're' } : { outcome: 'refused', detail: '' }),
          );
        const tried: string[] = [];
        const ask = (amountMinor: number, n: number, insteadOf: readonly string[]) => {
          const context = { ...by, commandId: derivedId(by.commandId, String(n)) };
          add(
            issueRefund(
              new IssueRefund({ paymentId, amountMinor, reason: 'x', insteadOf: [...insteadOf] }, context),
            ),
          );
          return refundIdOf(context.commandId);
        };
        add(charged);
        const other = before % total;
        if (other > 0) ask(other, 0, []);
        while (openRefund(captured(events))) settled(true);
        const amountMinor = 1 + (share % (total - other));
        const last = () => captured(events).refunds.find(({ id }) => id === tried.at(-1))?.state;
        for (let n = 1; last() !== 'refunded'; n++) {
          tried.push(ask(amountMinor, n, tried));
          while (openRefund(captured(events))) settled(answers.shift() ?? true);
        }
        const back = captured(events).refunds.filter(({ state }) => state === 'refunded');
        expect(minor(back.map(({ amount }) => amount))).toBe(other + amountMinor);
        expect(() => ask(amountMinor, 99, tried)).toThrow('all of it has been given back');
      }),
    ));
});
