import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId } from '../platform/core/ids.js';
import { by, folded, given } from '../platform/testing/given.js';
import { LowerPayment, RefundPayment, TakePayment } from './payment.commands.js';
import { loseTrack, payment, requestPayment, settle } from './payment.decider.js';
import { recordRefund, takeBack } from './payment.way-back.js';
import {
  PaymentCaptured,
  PaymentLowered,
  PaymentPartiallyRefunded,
  PaymentRequested,
  RefundRefused,
  RefundRequested,
} from './payment.events.js';
import { lowerPayment } from './payment.lowering.js';
import { paymentRow } from './payment.row.js';
import {
  refundedMinor,
  type CapturedPayment,
  type PaymentEvent,
  type PaymentState,
} from './payment.state.js';
import { openRefund } from './payment.surplus.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const paymentId = '019ab000-0000-7000-8000-000000000002';
const ids = { paymentId, orderId };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const card = { type: 'card', token: 'tok_ok' } as const;
const transfer = { type: 'bank_transfer' } as const;
const take = (method: TakePayment['data']['method'] = card) =>
  requestPayment(new TakePayment({ ...ids, customerId: orderId, amount: eur(1_000), method }, by));
const lower = (due: number) => lowerPayment(new LowerPayment({ ...ids, due: eur(due) }, by));
const lowered = (due: number) => new PaymentLowered({ ...ids, due: eur(due) });
const requested = (amount: number, method: TakePayment['data']['method'] = card) => {
  const [event] = take(method)(payment.initial) as [PaymentRequested];
  return new PaymentRequested({ ...event.data, amount: eur(amount) });
};
const captured = (amount = 1_000) =>
  new PaymentCaptured({ ...ids, amount: eur(amount), reference: 'ch', evidence: 'reply' });
/** @param nth of the payment, from 0 */
const refund = (amount: number, nth = 0) =>
  new RefundRequested({
    ...{ ...ids, refundId: derivedId(paymentId, `refund:${nth}`), amount: eur(amount) },
    ...{ reason: 'units of the order were cancelled', wayBack: false },
  });

describe('An order that costs less', () => {
  it('is asked for less, if nothing was asked for yet', () => {
    given(payment, lowered(700)).when(take()).then(requested(700));
  });

  it('is a smaller transfer, if one is awaited; of nothing, none', () => {
    given(payment, requested(1_000, transfer)).when(lower(700)).then(lowered(700));
    const state = folded(payment, requested(1_000, transfer), lowered(700));
    expect(state).toMatchObject({ terms: { amount: eur(700) } });
    const nothing = { reference: 'nothing-to-pay', evidence: 'nothing-to-pay' } as const;
    given(payment, requested(1_000, transfer))
      .when(lower(0))
      .then(lowered(0), new PaymentCaptured({ ...ids, amount: eur(0), ...nothing }));
  });

  it('has back what was charged too much, also where the charge was under way', () => {
    given(payment, requested(1_000), captured()).when(lower(700)).then(lowered(700), refund(300));
    given(payment, requested(1_000), lowered(700))
      .when(settle({ outcome: 'captured', reference: 'ch' }, 'reply'))
      .then(captured(), refund(300));
  });

  it('has back each part once, also if it is told again', () => {
    const once = [requested(1_000), captured(), lowered(700), refund(300)];
    given(payment, ...once)
      .when(lower(700))
      .then(lowered(700));
    given(payment, ...once)
      .when(lower(600))
      .then(lowered(600), refund(100, 1));
  });

  it('is shown to people when the gateway refuses, until all of it is given back in another way', () => {
    const refused = new RefundRefused({ ...ids, refundId: refund(300).data.refundId, detail: 'no' });
    const events = [requested(1_000), captured(), lowered(700), refund(300), refused];
    const rowOf = (all: readonly PaymentEvent[]) =>
      paymentRow({ id: paymentId, state: folded(payment, ...all), version: all.length }).row;
    expect(rowOf(events)).toMatchObject({ refundRefused: true, refundOpen: false });
    const byHand = (refundId: string, amount: number, refundedTotal: number) => [
      new RefundRequested({ ...refund(amount).data, refundId }),
      new PaymentPartiallyRefunded({
        ...{ ...ids, refundId, amount: eur(amount) },
        ...{ reference: 're', refundedTotal: eur(refundedTotal) },
      }),
    ];
    const part = [...events, ...byHand(orderId, 100, 100)];
    expect(rowOf(part)).toMatchObject({ refundRefused: true, refundOpen: false });
    const all = [...part, ...byHand(paymentId, 200, 300)];
    expect(rowOf(all)).toMatchObject({ refundRefused: false });
    const wayBack = new RefundRequested({ ...refund(1_000).data, wayBack: true });
    const kept = [requested(1_000), captured(), wayBack, refused];
    expect(rowOf([...kept, ...byHand(orderId, 100, 100)])).toMatchObject({ refundRefused: true });
  });

  it('has back what was refused before under a key of its own, also when it costs no less than then', () => {
    const refused = new RefundRefused({ ...ids, refundId: refund(300).data.refundId, detail: 'no' });
    const events = [requested(1_000), captured(), lowered(700), refund(300), refused];
    given(payment, ...events)
      .when(lower(700))
      .then(lowered(700), refund(300, 1));
    const asked = folded(payment, ...events, lowered(700), refund(300, 1));
    const answer = recordRefund(openRefund(asked)!.id, { outcome: 'refunded', reference: 're' })(asked);
    const after = answer.reduce((now, event) => payment.evolve(now, event, by.at), asked);
    expect(after).toMatchObject({ refunds: [{ state: 'refused' }, { state: 'refunded' }] });
  });
});

type Decision = (state: PaymentState) => readonly PaymentEvent[];
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.constantFrom(card, transfer).map(take),
  fc.constant(settle({ outcome: 'captured', reference: 'ch' }, 'reply')),
  fc.constant(loseTrack('time-out')),
  fc.constant(takeBack(new RefundPayment(ids, by))),
  fc.constant((state: PaymentState) =>
    recordRefund(openRefund(state)?.id ?? '', { outcome: 'refunded', reference: 're' })(state),
  ),
);
const refusal: Decision = (state) =>
  recordRefund(openRefund(state)?.id ?? '', { outcome: 'refused', detail: 'no' })(state);
/** How much less an order costs each time. */
const less = fc.integer({ min: 0, max: 400 });
const story = fc.array(fc.oneof({ weight: 3, arbitrary: decision }, less), { maxLength: 30 });
const refused = fc.array(fc.oneof(decision, decision, fc.constant(refusal), less), { maxLength: 30 });

/** To the end: what was still to go back then has arrived. */
function lived(steps: readonly (Decision | number)[]) {
  let [due, state] = [1_000, payment.initial];
  const apply = (events: readonly PaymentEvent[]) =>
    (state = events.reduce((now, event) => payment.evolve(now, event, by.at), state));
  for (const step of steps) {
    if (typeof step === 'number') due = Math.max(0, due - step);
    apply(typeof step === 'number' ? lower(due)(state) : step(state));
  }
  for (let open = openRefund(state); open; open = openRefund(state)) {
    apply(recordRefund(open.id, { outcome: 'refunded', reference: 're' })(state));
  }
  return { due, state };
}

/** And what of it should be. */
const keptBy = ({ terms, refunds, returning }: CapturedPayment, due: number) =>
  [terms.amount.amountMinor - refundedMinor(refunds), returning ? 0 : due] as const;

describe('Whenever units are cancelled', () => {
  it('what is kept in the end is what is due, or nothing', () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(story, (steps) => {
        const { due, state } = lived(steps);
        ends.add(state.status);
        if (state.status !== 'captured') return;
        const [kept, ours] = keptBy(state, due);
        expect(kept).toBe(ours);
        expect(new Set(state.refunds.map(({ id }) => id)).size).toBe(state.refunds.length);
      }),
    );
    expect([...ends]).toEqual(expect.arrayContaining(['captured', 'voided', 'requested']));
  });

  it('what is kept beyond that, because its refund was refused, is shown until it has gone back', () => {
    const ends = new Set<boolean>();
    fc.assert(
      fc.property(refused, (steps) => {
        const { due, state } = lived(steps);
        if (state.status !== 'captured') return;
        const [kept, ours] = keptBy(state, due);
        expect(kept).toBeGreaterThanOrEqual(ours);
        expect(paymentRow({ id: paymentId, state, version: 1 }).row).toMatchObject({
          refundOpen: false,
          refundRefused: kept > ours,
        });
        expect(new Set(state.refunds.map(({ id }) => id)).size).toBe(state.refunds.length);
        ends.add(kept > ours);
      }),
      { numRuns: 300 },
    );
    expect([...ends].sort()).toEqual([false, true]);
  });
});
