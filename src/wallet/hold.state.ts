import { evolving, from } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import type { Money } from '../platform/core/money.js';
import type * as declared from './hold.events.js';
import type { HoldPlaced } from './hold.events.js';
import type { DeclineCode } from './vocabulary.js';

/** Everything that may stand in its stream. */
export type HoldEvent = EventIn<typeof declared>;

/** What was given back under one key. */
export interface GivenBack {
  readonly refundId: string;
  readonly amount: Money;
}

interface Placed {
  readonly terms: HoldPlaced['data'];
  /** Before or after the capture. */
  readonly givenBack: readonly GivenBack[];
}

export type HeldHold = Placed & {
  readonly status: 'held';
  /** What is still set aside. */
  readonly leftMinor: number;
};
export type CapturedHold = Placed & {
  readonly status: 'captured';
  readonly capturedMinor: number;
  readonly refundedMinor: number;
};

export type HoldState =
  | { readonly status: 'none' }
  | {
      readonly status: 'declined';
      readonly terms: Omit<HoldPlaced['data'], 'expiresAt'>;
      readonly code: DeclineCode;
      readonly detail: string;
    }
  | HeldHold
  | CapturedHold
  | (Placed & { readonly status: 'released' | 'expired' })
  /** The tombstone of a hold that never was. */
  | { readonly status: 'released'; readonly terms: null };

export const evolveHold = evolving<HoldState, HoldEvent>({
  HoldPlaced: from(['none'], (_, terms) => ({
    status: 'held',
    terms,
    leftMinor: terms.amount.amountMinor,
    givenBack: [],
  })),
  HoldDeclined: from(['none'], (_, { code, detail, ...terms }) => ({
    status: 'declined',
    terms,
    code,
    detail,
  })),
  HoldReduced: from(['held'], (state, { refundId, amount }) => ({
    ...state,
    leftMinor: state.leftMinor - amount.amountMinor,
    givenBack: [...state.givenBack, { refundId, amount }],
  })),
  HoldCaptured: from(['held'], ({ terms, givenBack }, { amount }) => ({
    status: 'captured',
    terms,
    givenBack,
    capturedMinor: amount.amountMinor,
    refundedMinor: 0,
  })),
  HoldReleased: from(['none', 'held'], (state) =>
    state.status === 'none'
      ? { status: 'released', terms: null }
      : { status: 'released', terms: state.terms, givenBack: state.givenBack },
  ),
  HoldExpired: from(['held'], ({ terms, givenBack }) => ({ status: 'expired', terms, givenBack })),
  HoldRefunded: from(['captured'], (state, { refundId, amount }) => ({
    ...state,
    refundedMinor: state.refundedMinor + amount.amountMinor,
    givenBack: [...state.givenBack, { refundId, amount }],
  })),
});
