import type { Money } from '../platform/core/money.js';
import type { PaymentEvent, PaymentMethod } from './payment.events.js';

export interface Terms {
  readonly paymentId: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly gatewayKey: string;
  readonly requestedAt: string;
}

export interface Refund {
  readonly id: string;
  readonly amount: Money;
  readonly reason: string;
  readonly state: 'requested' | 'refunded' | 'refused';
  readonly reference?: string;
}

/** Money that came on top of what was due. */
export interface Surplus {
  readonly id: string;
  readonly amount: Money;
  /** Of the transfer that brought it. */
  readonly receivedAs: string;
  readonly state: 'owed' | 'returned' | 'refused';
  /** Of the transfer that took it back. */
  readonly reference?: string;
}

export interface CapturedPayment {
  readonly status: 'captured';
  readonly terms: Terms;
  readonly reference: string;
  readonly refunds: readonly Refund[];
  /** Whether the order wants everything back; the answer to that is given once. */
  readonly returning: boolean;
  readonly surplus?: readonly Surplus[];
}

export type PaymentState =
  | { readonly status: 'none' }
  | { readonly status: 'requested'; readonly terms: Terms; readonly voiding: boolean }
  | { readonly status: 'unknown'; readonly terms: Terms; readonly voiding: boolean; readonly detail: string }
  | { readonly status: 'declined'; readonly terms: Terms; readonly code: string; readonly detail: string }
  /** Without terms: the tombstone of a payment that never began. */
  | {
      readonly status: 'voided';
      readonly terms: Terms | null;
      readonly code: string;
      readonly detail: string;
    }
  | CapturedPayment;

export function evolvePayment(state: PaymentState, event: PaymentEvent, at: string): PaymentState {
  if (event.type === 'PaymentRequested') {
    return { status: 'requested', terms: { ...event.data, requestedAt: at }, voiding: false };
  }
  const terms = state.status === 'none' ? null : state.terms;
  if (event.type === 'PaymentVoided') return voided(state, terms);
  if (!terms) return state;
  switch (event.type) {
    case 'PaymentCaptured': {
      const { reference } = event.data;
      return { status: 'captured', terms, reference, refunds: [], returning: false };
    }
    case 'PaymentDeclined':
      return { status: 'declined', terms, code: event.data.code, detail: event.data.detail };
    case 'PaymentOutcomeUnknown': {
      const voiding = 'voiding' in state && state.voiding;
      return { status: 'unknown', terms, voiding, detail: event.data.detail };
    }
    case 'PaymentVoidRequested':
      return 'voiding' in state ? { ...state, voiding: true } : state;
    case 'SurplusReceived':
    case 'SurplusReturned':
    case 'SurplusReturnRefused':
      return state.status === 'captured' ? { ...state, surplus: evolveSurplus(state, event) } : state;
    default:
      return state.status === 'captured' ? evolveRefunds(state, event) : state;
  }
}

function voided(state: PaymentState, terms: Terms | null): PaymentState {
  const before =
    state.status === 'declined' ? state : { code: 'voided', detail: 'given up before it was charged' };
  return { status: 'voided', terms, code: before.code, detail: before.detail };
}

type RefundEvent = Extract<
  PaymentEvent,
  { type: 'RefundRequested' | 'PaymentPartiallyRefunded' | 'PaymentRefunded' | 'RefundRefused' }
>;

function evolveRefunds(state: CapturedPayment, event: RefundEvent): CapturedPayment {
  const { refundId } = event.data;
  const changed = (change: Partial<Refund>): readonly Refund[] =>
    state.refunds.map((refund) => (refund.id === refundId ? { ...refund, ...change } : refund));
  switch (event.type) {
    case 'RefundRequested': {
      const { amount, reason, wayBack } = event.data;
      const refund: Refund = { id: refundId, amount, reason, state: 'requested' };
      return { ...state, refunds: [...state.refunds, refund], returning: state.returning || wayBack };
    }
    case 'PaymentPartiallyRefunded':
      return { ...state, refunds: changed({ state: 'refunded', reference: event.data.reference }) };
    case 'PaymentRefunded': {
      const known = state.refunds.some(({ id }) => id === refundId);
      const refunds = changed({ state: 'refunded', reference: event.data.reference });
      return { ...state, refunds, returning: state.returning || !known };
    }
    case 'RefundRefused':
      return { ...state, refunds: changed({ state: 'refused' }) };
  }
}

function evolveSurplus(
  { surplus = [] }: CapturedPayment,
  event: Extract<PaymentEvent, { type: 'SurplusReceived' | 'SurplusReturned' | 'SurplusReturnRefused' }>,
): readonly Surplus[] {
  const { surplusId: id } = event.data;
  if (event.type === 'SurplusReceived') {
    const { amount, reference } = event.data;
    return [...surplus, { id, amount, receivedAs: reference, state: 'owed' }];
  }
  const end =
    event.type === 'SurplusReturned'
      ? { state: 'returned' as const, reference: event.data.reference }
      : { state: 'refused' as const };
  return surplus.map((one) => (one.id === id ? { ...one, ...end } : one));
}

/** Whether nothing of it remains with us. Where nothing was paid, that is so as soon as the order wants it back. */
export function isReturned({ terms, refunds, returning }: CapturedPayment): boolean {
  const { amountMinor } = terms.amount;
  return amountMinor === 0 ? returning : refundedMinor(refunds) === amountMinor;
}

export const refundedMinor = (refunds: readonly Refund[]): number =>
  refunds
    .filter(({ state }) => state === 'refunded')
    .reduce((total, { amount }) => total + amount.amountMinor, 0);
