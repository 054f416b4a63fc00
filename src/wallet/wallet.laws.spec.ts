import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { by } from '../platform/testing/given.js';
import { Rejection } from '../platform/core/rejection.js';
import * as command from './hold.commands.js';
import { captureHold, expireHold, hold, refundHold, releaseHold } from './hold.decider.js';
import { HoldPlaced } from './hold.events.js';
import type { HoldEvent, HoldState } from './hold.state.js';

const [holdId, accountId] = [1, 2].map((n) => `019ab000-0000-7000-8000-00000000000${n}`) as [string, string];
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const TOTAL = 100;
const placed = new HoldPlaced({ holdId, accountId, amount: eur(TOTAL), description: 'x', expiresAt: by.at });
const refundIdOf = (n: number) => `019ab000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

type Rule = (state: HoldState) => readonly HoldEvent[];
const step: fc.Arbitrary<Rule> = fc.oneof(
  fc
    .option(fc.integer({ min: 1, max: TOTAL + 20 }), { nil: undefined })
    .map((amountMinor) => captureHold(new command.CaptureHold({ holdId, amountMinor }, by))),
  fc.constant(releaseHold(new command.ReleaseHold({ holdId }, by))),
  fc.constant(expireHold(new command.ExpireHold({ holdId }, by))),
  fc
    .tuple(fc.integer({ min: 1, max: TOTAL }), fc.nat(9))
    .map(([amountMinor, n]) =>
      refundHold(new command.RefundHold({ holdId, refundId: refundIdOf(n), amount: eur(amountMinor) }, by)),
    ),
);

const ends = ['HoldCaptured', 'HoldReleased', 'HoldExpired'];

/** What a hold has, what was let go of, what was taken and what of that came back. */
function told(steps: readonly Rule[]) {
  let state = hold.evolve(hold.initial, placed, by.at);
  const sums = { released: 0, captured: 0, refunded: 0, ends: 0 };
  for (const rule of steps) {
    for (const event of decided(rule, state)) {
      const before = state.status === 'held' ? state.leftMinor : 0;
      state = hold.evolve(state, event, by.at);
      if (ends.includes(event.type)) sums.ends++;
      const minor = 'amount' in event.data ? (event.data.amount?.amountMinor ?? 0) : 0;
      if (event.type === 'HoldCaptured') {
        sums.captured += minor;
        sums.released += before - minor;
      } else if (event.type === 'HoldRefunded') sums.refunded += minor;
      else sums.released += minor;
    }
    expect(decided(rule, state)).toEqual([]);
  }
  return { ...sums, left: state.status === 'held' ? state.leftMinor : 0 };
}

function decided(rule: Rule, state: HoldState): readonly HoldEvent[] {
  try {
    return rule(state);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}

describe('A hold, whatever is done to it', () => {
  it('loses no cent, ends at most once, and decides nothing twice', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { released, captured, refunded, ends: ended, left } = told(steps);
        expect(left + released + captured).toBe(TOTAL);
        expect(refunded).toBeLessThanOrEqual(captured);
        expect(ended).toBe(left === 0 ? 1 : 0);
      }),
    ));
});
