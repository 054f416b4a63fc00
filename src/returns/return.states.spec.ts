import { by } from '../platform/testing/given.js';
import { holdsStatesTable } from '../platform/testing/states-table.js';
import * as command from './return.commands.js';
import * as rules from './return.decider.js';
import * as fact from './return.events.js';
import { refundOf, type ReturnEvent } from './return.state.js';

const [returnId, orderId, customerId, paymentId] = ['1', '2', '3', '4'].map(
  (n) => `019ab000-0000-7000-8000-00000000000${n}`,
) as [string, string, string, string];
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const ids = { returnId, orderId, customerId };
const items = [{ sku: 'MUG', quantity: 1, unitPrice: eur(500) }];
const reason = 'broken';
const said = { returnId, reason };

const requested = [new fact.ReturnRequested({ ...ids, paymentId, items, reason })];
const approved = [...requested, new fact.ReturnApproved({ ...ids, reason })];
const inspected = [{ sku: 'MUG', sellable: 1, damaged: 0, refund: eur(500) }];
const received = [
  ...approved,
  new fact.ReturnReceived({ ...ids, paymentId, items: inspected, refundTotal: eur(500) }),
];
const statuses: Readonly<Record<string, readonly ReturnEvent[]>> = {
  none: [],
  requested,
  approved,
  received,
  refunded: [...received, new fact.ReturnRefunded({ ...ids, attempt: 1 })],
  rejected: [...requested, new fact.ReturnRejected({ ...ids, reason })],
  cancelled: [...requested, new fact.ReturnCancelled({ ...ids, reason })],
  'refund-refused': [...received, new fact.ReturnRefundRefused({ ...ids, attempt: 1, detail: 'no' })],
};
const deliveredAt = '2026-01-01T09:00:00.000Z';
const order = { orderId, customerId, paymentId, status: 'delivered', deliveredAt, items };
const arrived = [{ sku: 'MUG', quantity: 1, condition: 'sellable' as const }];
const { refundId } = refundOf(returnId, 1);

holdsStatesTable({
  room: 'returns',
  decider: rules.orderReturn,
  statuses,
  commands: {
    RequestReturn: rules.requestReturn(new command.RequestReturn({ ...said, orderId, items }, by), order),
    ApproveReturn: rules.approveReturn(new command.ApproveReturn(said, by)),
    RejectReturn: rules.rejectReturn(new command.RejectReturn(said, by)),
    CancelReturn: rules.cancelReturn(new command.CancelReturn(said, by)),
    ReceiveReturn: rules.receiveReturn(new command.ReceiveReturn({ returnId, items: arrived }, by)),
    SettleReturn: rules.settleReturn(
      new command.SettleReturn({ returnId, refundId, outcome: 'refunded' }, by),
    ),
    SettleReturnByHand: rules.settleReturnByHand(new command.SettleReturnByHand(said, by)),
    RetryReturnRefund: rules.retryReturnRefund(new command.RetryReturnRefund(said, by)),
  },
});
