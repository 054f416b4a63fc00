import type { EventIn } from '../platform/core/event.js';
import { evolving } from '../platform/core/decider.js';
import type { Money } from '../platform/core/money.js';
import type { PaymentMethod } from './vocabulary.js';
import type * as declared from './payment.events.js';

/** Everything that may stand in its stream. */
export type PaymentEvent = EventIn<typeof declared>;
export interface Terms {
  readonly paymentId: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly amount: Money;
  readonly method: PaymentMethod;
  readonly gatewayKey: string;
  /** Of two who pay, what an account of ours has set aside. */
  readonly walletMinor?: number;
  readonly requestedAt: string;
}

export interface Refund {
  readonly id: string;
  readonly amount: Money;
  readonly reason: string;
  /** To whom, where two have paid. */
  readonly tender?: 'card' | 'wallet';
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
  /** Whether money that was set aside on an account has been taken. */
  readonly settled?: true;
  /** What the order costs, where that is less than what was asked for. */
  readonly due?: Money;
}

interface Lowered {
  readonly due?: Money;
}

export type PaymentState =
  | ({ readonly status: 'none' } & Lowered)
  | ({ readonly status: 'requested'; readonly terms: Terms; readonly voiding: boolean } & Lowered)
  | ({
      readonly status: 'unknown';
      readonly terms: Terms;
      readonly voiding: boolean;
      readonly detail: string;
    } & Lowered)
  | { readonly status: 'declined'; readonly terms: Terms; readonly code: string; readonly detail: string }
  /** Without terms: the tombstone of a payment that never began. */
  | {
      readonly status: 'voided';
      readonly terms: Terms | null;
      readonly code: string;
      readonly detail: string;
    }
  | CapturedPayment;

export const termsOf = (state: PaymentState): Terms | null => (state.status === 'none' ? null : state.terms);

/** Whether the gateway may still be asked to charge. */
export const isOpen = (
  state: PaymentState,
): state is Extract<PaymentState, { status: 'requested' | 'unknown' }> =>
  (state.status === 'requested' || state.status === 'unknown') && !state.voiding;

export const evolvePayment = evolving<PaymentState, PaymentEvent>({
  PaymentRequested: (_, terms, at) => ({
    status: 'requested',
    terms: { ...terms, requestedAt: at },
    voiding: false,
  }),
  PaymentLowered: (state, { due }) => {
    switch (state.status) {
      case 'none':
      case 'unknown':
      case 'captured':
        return { ...state, due };
      case 'requested':
        // Nobody was asked for a transfer: it is simply a smaller one.
        return state.terms.method.type === 'bank_transfer'
          ? { ...state, terms: { ...state.terms, amount: due } }
          : { ...state, due };
      default:
        return state;
    }
  },
  PaymentPartHeld: begun((state, { amount: { amountMinor: walletMinor } }) => ({
    ...state,
    terms: { ...state.terms, walletMinor },
  })),
  PaymentCaptured: begun((state, { reference, amount }) => ({
    status: 'captured',
    // A card that is charged after the account was let go has paid its part alone.
    terms:
      amount.amountMinor === state.terms.amount.amountMinor
        ? state.terms
        : { ...state.terms, amount, walletMinor: 0 },
    reference,
    refunds: [],
    returning: false,
    ...lowered(state),
  })),
  PaymentSettled: captured((payment) => ({ ...payment, settled: true })),
  PaymentDeclined: begun(({ terms }, { code, detail }) => ({ status: 'declined', terms, code, detail })),
  PaymentOutcomeUnknown: begun((state, { detail }) => ({
    status: 'unknown',
    terms: state.terms,
    voiding: 'voiding' in state && state.voiding,
    detail,
    ...lowered(state),
  })),
  PaymentVoidRequested: (state) => ('voiding' in state ? { ...state, voiding: true } : state),
  PaymentVoided: (state) => {
    const { code, detail } =
      state.status === 'declined' ? state : { code: 'voided', detail: 'given up before it was charged' };
    return { status: 'voided', terms: state.status === 'none' ? null : state.terms, code, detail };
  },
  RefundRequested: captured((payment, { refundId: id, amount, reason, tender, wayBack }) => ({
    ...payment,
    refunds: [...payment.refunds, { id, amount, reason, ...(tender && { tender }), state: 'requested' }],
    returning: payment.returning || wayBack,
  })),
  PaymentPartiallyRefunded: captured((payment, { refundId, reference }) => ({
    ...payment,
    refunds: changed(payment.refunds, refundId, { state: 'refunded', reference }),
  })),
  PaymentRefunded: captured((payment, { refundId, reference }) => ({
    ...payment,
    refunds: changed(payment.refunds, refundId, { state: 'refunded', reference }),
    returning: payment.returning || !payment.refunds.some(({ id }) => id === refundId),
  })),
  RefundRefused: captured((payment, { refundId }) => ({
    ...payment,
    refunds: changed(payment.refunds, refundId, { state: 'refused' }),
  })),
  SurplusReceived: captured((payment, { surplusId: id, amount, reference: receivedAs }) => ({
    ...payment,
    surplus: [...(payment.surplus ?? []), { id, amount, receivedAs, state: 'owed' }],
  })),
  SurplusReturned: captured((payment, { surplusId, reference }) => ({
    ...payment,
    surplus: changed(payment.surplus ?? [], surplusId, { state: 'returned', reference }),
  })),
  SurplusReturnRefused: captured((payment, { surplusId }) => ({
    ...payment,
    surplus: changed(payment.surplus ?? [], surplusId, { state: 'refused' }),
  })),
});

type Begun = Exclude<PaymentState, { status: 'none' }> & { readonly terms: Terms };

/** What says nothing of a payment that never began. */
function begun<Data>(next: (state: Begun, data: Data) => PaymentState) {
  return (state: PaymentState, data: Data): PaymentState =>
    state.status === 'none' || !state.terms ? state : next(state as Begun, data);
}

const lowered = (state: PaymentState): Lowered => ('due' in state && state.due ? { due: state.due } : {});

/** What says nothing unless there is money. */
function captured<Data>(next: (payment: CapturedPayment, data: Data) => CapturedPayment) {
  return (state: PaymentState, data: Data): PaymentState =>
    state.status === 'captured' ? next(state, data) : state;
}

const changed = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: Partial<Item>,
): readonly Item[] => items.map((item) => (item.id === id ? { ...item, ...change } : item));

/** Whether the money still stands on an account of the customer, where nobody but the payment can spend it. */
export const isSetAside = (state: PaymentState): state is CapturedPayment => setAsideMinor(state) > 0;

/** How much that is. */
export const setAsideMinor = (state: PaymentState): number =>
  state.status === 'captured' && !state.settled ? leftOnAccount(state) : 0;

/** Of what an account of ours has paid, what has not come back to it. */
function leftOnAccount({ terms, refunds }: CapturedPayment): number {
  if (terms.method.type === 'wallet') return terms.amount.amountMinor - refundedMinor(refunds);
  return (terms.walletMinor ?? 0) - refundedMinor(refunds.filter(({ tender }) => tender === 'wallet'));
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
