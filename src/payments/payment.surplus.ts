import { derivedId } from '../platform/core/ids.js';
import { inWords } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { PaymentProblem } from './contract.js';
import type { ReturnSurplus } from './payment.commands.js';
import { SurplusReceived, SurplusReturned, SurplusReturnRefused } from './payment.events.js';
import { type PaymentEvent } from './payment.state.js';
import type { CapturedPayment, PaymentState, Refund, Surplus } from './payment.state.js';

export type RefundAnswer =
  | { readonly outcome: 'refunded'; readonly reference: string }
  | { readonly outcome: 'refused'; readonly detail: string };

const reject = rejecting<PaymentProblem>();

export const openRefund = (state: PaymentState): Refund | undefined =>
  state.status === 'captured' ? state.refunds.find((refund) => refund.state === 'requested') : undefined;

export const openSurplus = (state: PaymentState): Surplus | undefined =>
  state.status === 'captured' ? state.surplus?.find((one) => one.state === 'owed') : undefined;

/** Another transfer for what is paid: owed to whoever sent it. The same reference is the same transfer. */
export function furtherTransfer(state: CapturedPayment, reference: string): readonly PaymentEvent[] {
  const { paymentId, orderId, amount } = state.terms;
  const known = [state.reference, ...(state.surplus ?? []).map(({ receivedAs }) => receivedAs)];
  if (known.includes(reference)) return [];
  const surplusId = derivedId(paymentId, `surplus:${reference}`);
  return [new SurplusReceived({ paymentId, orderId, surplusId, amount, reference })];
}

export const recordReturn =
  (surplusId: string, answer: RefundAnswer) =>
  (state: PaymentState): readonly PaymentEvent[] => {
    const owed = openSurplus(state);
    if (state.status !== 'captured' || owed?.id !== surplusId) return [];
    const { paymentId, orderId } = state.terms;
    const about = { paymentId, orderId, surplusId };
    if (answer.outcome === 'refused') return [new SurplusReturnRefused({ ...about, detail: answer.detail })];
    const { amount } = owed;
    return [new SurplusReturned({ ...about, amount, reference: answer.reference, evidence: 'reply' })];
  };

export const returnSurplus =
  ({ data: { surplusId, reference } }: ReturnSurplus) =>
  (state: PaymentState): readonly SurplusReturned[] => {
    if (state.status === 'none') return reject('payment.not-found', 'no such payment');
    const known = state.status === 'captured' && state.surplus?.find(({ id }) => id === surplusId);
    if (!known) return reject('payment.surplus-not-found', `there is no surplus ${surplusId}`);
    if (known.state === 'returned') return known.reference === reference ? [] : isBack(known);
    if (known.state === 'owed') return reject('payment.surplus-not-refused', 'it is on its way back');
    const { paymentId, orderId } = state.terms;
    return [
      new SurplusReturned({
        ...{ paymentId, orderId, surplusId },
        ...{ amount: known.amount, reference, evidence: 'record' },
      }),
    ];
  };

/** Whoever says that they have sent it back a second time has to know. */
const isBack = ({ reference, amount }: Surplus): never =>
  reject('payment.already-settled', `${inWords(amount)} went back as ${reference}; this would be twice`);
