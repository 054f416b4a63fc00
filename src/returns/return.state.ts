import { evolving, from } from '../platform/core/decider.js';
import type { EventIn } from '../platform/core/event.js';
import { derivedId } from '../platform/core/ids.js';
import type { Money } from '../platform/core/money.js';
import { refundIdOf } from '../payments/contract.js';
import type * as declared from './return.events.js';

/** Everything that may stand in its stream. */
export type ReturnEvent = EventIn<typeof declared>;

export interface ReturnItem {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly sellable: number;
  readonly damaged: number;
  readonly refund: Money;
}

interface Terms {
  readonly orderId: string;
  readonly customerId: string;
  readonly paymentId: string;
  readonly items: readonly ReturnItem[];
  readonly refundTotal: Money;
  readonly reason: string;
  /** What was said when it was approved, rejected or cancelled, or by whoever refused the money. */
  readonly detail?: string;
  /** Of giving the money back. */
  readonly attempt: number;
  readonly requestedAt: string;
}

type Status =
  'requested' | 'approved' | 'received' | 'refunded' | 'rejected' | 'cancelled' | 'refund-refused';
export type KnownReturn = { readonly [S in Status]: { readonly status: S } & Terms }[Status];
export type ReturnState = { readonly status: 'none' } | KnownReturn;

export const evolveReturn = evolving<ReturnState, ReturnEvent>({
  ReturnRequested: from(['none'], (_, { returnId: __, items, ...terms }, at) => ({
    ...terms,
    status: 'requested',
    items: items.map((item) => ({ ...item, sellable: 0, damaged: 0, refund: nothingIn(item.unitPrice) })),
    refundTotal: nothingIn(items[0]!.unitPrice),
    attempt: 1,
    requestedAt: at,
  })),
  ReturnApproved: from(['requested'], (state, { reason: detail }) => ({
    ...state,
    status: 'approved',
    detail,
  })),
  ReturnRejected: from(['requested'], (state, { reason: detail }) => ({
    ...state,
    status: 'rejected',
    detail,
  })),
  ReturnCancelled: from(['requested', 'approved'], (state, { reason: detail }) => ({
    ...state,
    status: 'cancelled',
    detail,
  })),
  ReturnReceived: from(['approved'], (state, { items, refundTotal }) => ({
    ...state,
    status: 'received',
    items: state.items.map((item) => ({ ...item, ...items.find(({ sku }) => sku === item.sku) })),
    refundTotal,
  })),
  ReturnRefunded: from(['received', 'refund-refused'], (state) => ({ ...state, status: 'refunded' })),
  ReturnRefundRefused: from(['received'], (state, { detail }) => ({
    ...state,
    status: 'refund-refused',
    detail,
  })),
  ReturnSettledByHand: from(['refund-refused'], (state, { reason: detail }) => ({
    ...state,
    status: 'refunded',
    detail,
  })),
  ReturnRefundRetried: from(['refund-refused'], (state, { attempt }) => ({
    ...state,
    status: 'received',
    attempt,
  })),
});

const nothingIn = ({ currency }: Money): Money => ({ amountMinor: 0, currency });

/** The command that gives the money back, and the refund that comes of it: the same on every machine and at every try. */
export function refundOf(returnId: string, attempt: number) {
  const commandId = derivedId(returnId, `refund:${attempt}`);
  return { commandId, refundId: refundIdOf(commandId) };
}

/** The refunds that were given up for this try. */
export const refundsBefore = (returnId: string, attempt: number): readonly string[] =>
  Array.from({ length: attempt - 1 }, (_, n) => refundOf(returnId, n + 1).refundId);
