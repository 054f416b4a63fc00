import type { Decider } from '../platform/core/decider.js';
import { eventsIn } from '../platform/core/event.js';
import { sum, times, type Money } from '../platform/core/money.js';
import { rejecting } from '../platform/core/rejection.js';
import type { ReturnProblem } from './contract.js';
import type * as command from './return.commands.js';
import * as fact from './return.events.js';
import { returnRow } from './return.row.js';
import {
  evolveReturn,
  refundOf,
  type KnownReturn,
  type ReturnEvent,
  type ReturnItem,
  type ReturnState,
} from './return.state.js';
import { merged, type Line } from './returnable.decider.js';

export const orderReturn: Decider<ReturnState, ReturnEvent, 'returnId'> = {
  category: 'return',
  room: 'returns',
  idKey: 'returnId',
  events: eventsIn(fact),
  initial: { status: 'none' },
  evolve: evolveReturn,
  shape: 1,
  notFound: 'return.not-found',
  visibleTo: (state, actor) =>
    state.status === 'none' || actor.role !== 'customer' || state.customerId === actor.id,
  inline: returnRow,
};

const reject = rejecting<ReturnProblem>();
type Decision = (state: ReturnState) => readonly ReturnEvent[];

/** What returns has to know of an order. */
export interface DeliveredOrder {
  readonly orderId: string;
  readonly customerId: string;
  readonly paymentId: string;
  readonly status: string;
  readonly deliveredAt?: string | undefined;
  readonly items: readonly (Line & { readonly unitPrice: Money })[];
}

/** @param windowMs how long after the delivery a customer may ask; absent: without end */
export const requestReturn =
  ({ data, by }: command.RequestReturn, order: DeliveredOrder, windowMs?: number): Decision =>
  (state) => {
    const { returnId, reason } = data;
    const { orderId, customerId, paymentId, deliveredAt } = order;
    if (state.status !== 'none') return reject('return.already-exists', `return ${returnId} exists`);
    if (deliveredAt === undefined) return reject('return.not-delivered', `the order is ${order.status}`);
    const isLate = windowMs !== undefined && Date.parse(by.at) - Date.parse(deliveredAt) > windowMs;
    if (isLate && by.actor.role === 'customer') {
      return reject('return.too-late', `the order was delivered at ${deliveredAt}`);
    }
    const items = merged(data.items).map(({ sku, quantity }) => {
      const line = order.items.find((one) => one.sku === sku);
      return {
        sku,
        quantity,
        unitPrice: line?.unitPrice ?? { ...order.items[0]!.unitPrice, amountMinor: 0 },
      };
    });
    return [new fact.ReturnRequested({ returnId, orderId, customerId, paymentId, items, reason })];
  };

export const approveReturn = ({ data: { returnId, reason } }: command.ApproveReturn): Decision =>
  asked((state) => {
    if (state.status === 'approved') return [];
    return state.status === 'requested'
      ? [new fact.ReturnApproved({ ...ids(returnId, state), reason })]
      : over(state);
  });

export const rejectReturn = ({ data: { returnId, reason } }: command.RejectReturn): Decision =>
  asked((state) => {
    if (state.status === 'rejected') return [];
    return state.status === 'requested'
      ? [new fact.ReturnRejected({ ...ids(returnId, state), reason })]
      : over(state);
  });

export const cancelReturn = ({ data: { returnId, reason } }: command.CancelReturn): Decision =>
  asked((state) => {
    if (state.status === 'cancelled') return [];
    return state.status === 'requested' || state.status === 'approved'
      ? [new fact.ReturnCancelled({ ...ids(returnId, state), reason })]
      : over(state);
  });

export const receiveReturn = ({ data: { returnId, items } }: command.ReceiveReturn): Decision =>
  asked((state) => {
    if (state.status === 'requested') return reject('return.not-approved', 'it must be approved first');
    if (state.status !== 'approved') return over(state);
    const errors = items.flatMap(({ sku }, n) => {
      const [asked, arrived] = [unitsOf(state.items, sku), unitsOf(items, sku)];
      const detail = `${asked} units of ${sku} were to come back, not ${arrived}`;
      return arrived > asked ? [{ pointer: `/items/${n}/quantity`, detail }] : [];
    });
    if (errors.length > 0) {
      return reject('return.more-than-requested', errors[0]!.detail, { errors });
    }
    const received = state.items.map((item) => inspected(item, items));
    const { currency } = state.refundTotal;
    const refundTotal = sum(
      currency,
      received.map(({ refund }) => refund),
    );
    const { paymentId, attempt } = state;
    const event = new fact.ReturnReceived({
      ...ids(returnId, state),
      paymentId,
      items: received,
      refundTotal,
    });
    if (refundTotal.amountMinor > 0) return [event];
    return [event, new fact.ReturnRefunded({ ...ids(returnId, state), attempt })];
  });

/** A refund that was given up for another says nothing any more; one that was refused may be paid out by hand. */
export const settleReturn = ({
  data: { returnId, refundId, outcome, detail },
}: command.SettleReturn): Decision =>
  asked((state) => {
    const { attempt, status } = state;
    const isOpen = status === 'received' || (status === 'refund-refused' && outcome === 'refunded');
    if (!isOpen || refundOf(returnId, attempt).refundId !== refundId) return [];
    const end = { ...ids(returnId, state), attempt };
    return outcome === 'refunded'
      ? [new fact.ReturnRefunded(end)]
      : [new fact.ReturnRefundRefused({ ...end, detail: detail ?? 'no reason was given' })];
  });

/** A refund that is under way may still arrive: only what was refused is settled otherwise. */
export const settleReturnByHand = ({ data: { returnId, reason } }: command.SettleReturnByHand): Decision =>
  asked((state) =>
    state.status === 'refund-refused'
      ? [new fact.ReturnSettledByHand({ ...ids(returnId, state), reason })]
      : over(state),
  );

export const retryReturnRefund = ({ data: { returnId } }: command.RetryReturnRefund): Decision =>
  asked((state) => {
    if (state.status !== 'refund-refused') return over(state);
    const { paymentId, refundTotal, attempt } = state;
    return [
      new fact.ReturnRefundRetried({ ...ids(returnId, state), paymentId, refundTotal, attempt: attempt + 1 }),
    ];
  });

type Arrived = command.ReceiveReturn['data']['items'];

function inspected({ sku, unitPrice }: ReturnItem, arrived: Arrived) {
  const of = (condition: Arrived[number]['condition']) =>
    unitsOf(
      arrived.filter((item) => item.condition === condition),
      sku,
    );
  const [sellable, damaged] = [of('sellable'), of('damaged')];
  const refund = times(unitPrice, sellable + damaged);
  return { sku, sellable, damaged, refund };
}

const unitsOf = (lines: readonly Line[], sku: string): number =>
  lines.filter((line) => line.sku === sku).reduce((total, { quantity }) => total + quantity, 0);

const ids = (returnId: string, { orderId, customerId }: KnownReturn) => ({ returnId, orderId, customerId });

const asked =
  (decide: (state: KnownReturn) => readonly ReturnEvent[]): Decision =>
  (state) =>
    state.status === 'none' ? reject('return.not-found', 'there is no such return') : decide(state);

const over = ({ status }: KnownReturn): never => reject('return.not-open', `the return is ${status}`);
