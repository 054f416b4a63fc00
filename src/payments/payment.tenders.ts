import { derivedId } from '../platform/core/ids.js';
import type { Money } from '../platform/core/money.js';
import { RefundRequested } from './payment.events.js';
import type { CapturedPayment, PaymentState, Refund, Terms } from './payment.state.js';
import { partOf, type PaymentMethod } from './vocabulary.js';

/**
 * An order that two pay: an account of ours what it has, a card the rest. What goes back goes back in the reverse order of
 * taking, each refund to one of them.
 */

type Tender = 'card' | 'wallet';

/** What is to be charged outside: all that no account of ours has set aside. */
export const chargeable = ({ amount, walletMinor = 0 }: Terms): Money => ({
  ...amount,
  amountMinor: amount.amountMinor - walletMinor,
});

/** Whether no gateway ever hears of it: there is nothing to pay, a person looks at the bank, or the money is kept here. */
export const isNobodyAsked = (terms: Terms): boolean =>
  terms.method.type === 'bank_transfer' ||
  terms.method.type === 'wallet' ||
  chargeable(terms).amountMinor === 0;

/** How a gateway is asked to charge: of two who pay it knows one. */
export const chargedBy = ({ method }: Terms): PaymentMethod =>
  method.type === 'card' ? { type: 'card', token: method.token } : method;

/** Whether a refund goes to an account of ours, so that nobody outside is asked. */
export const isToAccount = ({ method }: Terms, { tender }: Pick<Refund, 'tender'>): boolean =>
  method.type === 'wallet' || tender === 'wallet';

const minorOf = (refunds: readonly Refund[], tender: Tender, states: readonly Refund['state'][]): number =>
  refunds
    .filter((refund) => refund.tender === tender && states.includes(refund.state))
    .reduce((total, { amount }) => total + amount.amountMinor, 0);

/** What each has paid and got back. */
export function partsOf({ terms, refunds }: CapturedPayment) {
  const { currency } = terms.amount;
  const part = (tender: Tender, amountMinor: number) => ({
    tender,
    amount: { amountMinor, currency },
    refunded: { amountMinor: minorOf(refunds, tender, ['refunded']), currency },
  });
  const { walletMinor = 0 } = terms;
  return [part('wallet', walletMinor), part('card', chargeable(terms).amountMinor)] as const;
}

/** Of the part of an account, what has come back to it. */
export const walletRefundedMinor = (state: PaymentState): number =>
  state.status === 'captured' ? minorOf(state.refunds, 'wallet', ['refunded']) : 0;

/**
 * The wish to give back, as the refunds it takes: the card's first. The last one has the id of the wish, so that whoever
 * waits for it hears when all of it has arrived.
 */
export function inParts(
  { terms, refunds }: CapturedPayment,
  wish: RefundRequested,
): readonly RefundRequested[] {
  if (!partOf(terms.method)) return [wish];
  const { refundId, amount } = wish.data;
  const gone = minorOf(refunds, 'card', ['requested', 'refunded']);
  const cardMinor = Math.min(amount.amountMinor, chargeable(terms).amountMinor - gone);
  const part = (tender: Tender, amountMinor: number, id: string) =>
    new RefundRequested({ ...wish.data, refundId: id, amount: { ...amount, amountMinor }, tender });
  if (cardMinor === amount.amountMinor) return [part('card', cardMinor, refundId)];
  const toWallet = part('wallet', amount.amountMinor - cardMinor, refundId);
  return cardMinor === 0 ? [toWallet] : [part('card', cardMinor, cardPartOf(refundId)), toWallet];
}

/** What of these wishes has arrived, though they were refused as a whole. */
export const arrivedOf = ({ refunds }: CapturedPayment, wishes: readonly string[]): number => {
  const ids = new Set(wishes.flatMap((id) => [id, cardPartOf(id)]));
  return refunds
    .filter(({ id, state }) => state === 'refunded' && ids.has(id))
    .reduce((total, { amount }) => total + amount.amountMinor, 0);
};

const cardPartOf = (refundId: string): string => derivedId(refundId, 'card');

/** The other part of a wish whose first part was refused: nothing of it is given back. */
export const restOf = ({ refunds }: CapturedPayment, { id }: Refund): Refund | undefined =>
  refunds.find((other) => other.state === 'requested' && cardPartOf(other.id) === id);
