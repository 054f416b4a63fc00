import { describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded } from '../platform/testing/given.js';
import { holdsStatesTable, readTable } from '../platform/testing/states-table.js';
import * as door from './contract.js';
import { cancelOrder } from './order.cancellation.js';
import * as rules from './order.decider.js';
import * as reports from './order.reports.js';
import { order } from './order.decider.js';
import {
  OrderCancellationRequested,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderDelivered,
  OrderPaid,
  OrderReturned,
  OrderShipped,
} from './order.events.js';
import type { OrderEvent, OrderState } from './order.state.js';
import { problems } from './problems.js';
import { viewOf } from './order.view.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const other = '019ab000-0000-7000-8000-0000000000c1';
const customer: CommandContext = { ...by, actor: { role: 'customer', id: other } };
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const shippingAddress = { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' };
const elsewhere = { ...shippingAddress, line1: '2 St' };
const items = [{ sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: eur(500) }];
const products = new Map([['MUG', { sku: 'MUG', name: 'Mug', price: eur(600), archived: false }]]);

const whole = {
  ...{ orderId, customerId: other, currency: 'EUR', items, shippingAddress },
  paymentMethod: { type: 'card', token: 'tok_ok' } as const,
};
const created = new OrderCreated(whole);
const confirmed = new OrderConfirmed({ ...whole, total: eur(1000) });
const paid = new OrderPaid({ orderId, paymentId: other });
const sent = { orderId, shipmentId: other, carrier: 'Carrier', trackingNumber: 'T1' };
const shipped = new OrderShipped(sent);
const why = { orderId, code: 'customer-request', detail: 'too late' } as const;
const wished = new OrderCancellationRequested(why);

const statuses: Readonly<Record<string, readonly OrderEvent[]>> = {
  none: [],
  draft: [created],
  confirmed: [created, confirmed],
  paid: [created, confirmed, paid],
  'being cancelled': [created, confirmed, paid, wished],
  shipped: [created, confirmed, paid, shipped],
  delivered: [created, confirmed, paid, shipped, new OrderDelivered({ orderId })],
  returned: [
    created,
    confirmed,
    paid,
    shipped,
    new OrderDelivered({ orderId }),
    new OrderReturned({ orderId }),
  ],
  cancelled: [created, confirmed, wished, new OrderCancelled(why)],
};
type Rule = (state: OrderState) => readonly OrderEvent[];
const commands: Readonly<Record<string, Rule>> = {
  CreateOrder: rules.createOrder(
    new door.CreateOrder({ ...whole, items: [{ sku: 'MUG', quantity: 2 }] }, customer),
    products,
  ),
  AddItem: rules.addItem(new door.AddItem({ orderId, sku: 'MUG', quantity: 1 }, customer), products),
  RemoveItem: rules.removeItem(new door.RemoveItem({ orderId, sku: 'MUG' }, customer)),
  RepriceOrder: rules.repriceOrder(new door.RepriceOrder({ orderId }, customer), products),
  ChoosePaymentMethod: rules.choosePaymentMethod(
    new door.ChoosePaymentMethod({ orderId, paymentMethod: { type: 'bank_transfer' } }, customer),
  ),
  ChangeShippingAddress: rules.changeShippingAddress(
    new door.ChangeShippingAddress({ orderId, shippingAddress: elsewhere }, customer),
  ),
  ConfirmOrder: rules.confirmOrder(new door.ConfirmOrder({ orderId }, customer), {
    products,
    priceHoldMs: 86_400_000,
  }),
  CancelOrder: cancelOrder(new door.CancelOrder({ orderId, reason: 'too late' }, customer)),
  'CancelOrder, units': cancelOrder(
    new door.CancelOrder({ orderId, reason: 'too many', items: [{ sku: 'MUG', quantity: 1 }] }, customer),
  ),
  DeliverOrder: rules.deliverOrder(new door.DeliverOrder({ orderId }, by)),
  MarkOrderPaid: reports.markOrderPaid(new door.MarkOrderPaid({ orderId, paymentId: other }, by)),
  MarkOrderShipped: reports.markOrderShipped(new door.MarkOrderShipped(sent, by)),
  MarkOrderReturned: reports.markOrderReturned(new door.MarkOrderReturned({ orderId }, by)),
  EndOrderCancelled: reports.endOrderCancelled(new door.EndOrderCancelled(why, by)),
};

holdsStatesTable({ room: 'orders', decider: order, statuses, commands });

describe('An order as it is shown', () => {
  it.each(Object.entries(commands))('has nothing that its schema does not name, after %s', (_, rule) => {
    for (const events of Object.values(statuses)) {
      const state = folded(order, ...events, ...eventsOf(rule, folded(order, ...events)));
      if (state.status === 'none') continue;
      const shown = viewOf({ id: orderId, version: 1, state });
      expect(door.orderView.strict().parse(shown)).toStrictEqual(shown);
    }
  });
});

/** None where it refuses. */
function eventsOf(rule: Rule, state: OrderState): readonly OrderEvent[] {
  try {
    return rule(state);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}

it('What an order refuses because of its status is a conflict', () => {
  const refused = readTable('src/orders/README.md', 'order').cells.flatMap(([, status, answer]) =>
    status !== 'none' && answer.startsWith('`') ? [`order.${answer.replaceAll('`', '')}`] : [],
  );
  expect(refused.length).toBeGreaterThan(30);
  for (const code of refused) expect([code, problems[code as door.OrderProblem].status]).toEqual([code, 409]);
});

describe('A cancellation under way', () => {
  it('can be seen, with the time it was asked for, until it is decided', () => {
    const seen = (events: readonly OrderEvent[]) =>
      viewOf({ id: orderId, version: events.length, state: folded(order, ...events) });
    expect(seen(statuses['being cancelled']!)).toMatchObject({
      status: 'paid',
      cancellation: { code: 'customer-request', detail: 'too late', requestedAt: expect.any(String) },
    });
    for (const status of ['paid', 'shipped', 'cancelled'])
      expect(seen(statuses[status]!)).not.toHaveProperty('cancellation');
  });
});
