import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../platform/cqrs/command.js';
import { by, folded, given } from '../platform/testing/given.js';
import * as door from './contract.js';
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
  OrderShipped,
} from './order.events.js';
import type { OrderEvent, OrderState } from './order.state.js';
import { problems } from './vocabulary.js';
import { viewOf } from './order.view.js';

import path from 'node:path';

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

/** By the columns of the table: the events that lead there. */
const statuses: Readonly<Record<string, readonly OrderEvent[]>> = {
  draft: [created],
  confirmed: [created, confirmed],
  paid: [created, confirmed, paid],
  'being cancelled': [created, confirmed, paid, wished],
  shipped: [created, confirmed, paid, shipped],
  delivered: [created, confirmed, paid, shipped, new OrderDelivered({ orderId })],
  cancelled: [created, confirmed, wished, new OrderCancelled(why)],
};
type Rule = (state: OrderState) => readonly OrderEvent[];
const commands: Readonly<Record<string, Rule>> = {
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
  CancelOrder: rules.cancelOrder(new door.CancelOrder({ orderId, reason: 'too late' }, customer)),
  DeliverOrder: rules.deliverOrder(new door.DeliverOrder({ orderId }, by)),
  MarkOrderPaid: reports.markOrderPaid(new door.MarkOrderPaid({ orderId, paymentId: other }, by)),
  MarkOrderShipped: reports.markOrderShipped(new door.MarkOrderShipped(sent, by)),
  EndOrderCancelled: reports.endOrderCancelled(new door.EndOrderCancelled(why, by)),
};

const lines = readFileSync(path.join(process.cwd(), 'src/orders/README.md'), 'utf8').split('\n');
const [head = [], , ...rows] = lines
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replace(/[¹²]/g, '').trim()),
  );
const cells = rows.flatMap(([command = '', ...answers]) =>
  answers.map((answer, n) => [command, head[n + 1]!, answer] as const),
);

describe('The table of states in the README', () => {
  it('has a row for each command and a column for each status', () => {
    expect(rows.map(([command]) => command)).toEqual(Object.keys(commands));
    expect(head.slice(1)).toEqual(Object.keys(statuses));
  });

  it.each(cells)('%s on an order that is %s: %s', (command, status, answer) => {
    const [events, rule] = [statuses[status]!, commands[command]!];
    const refusal = /^`(.+)`$/.exec(answer)?.[1];
    if (refusal) {
      given(order, ...events)
        .when(rule)
        .rejects(`order.${refusal}`);
      expect(problems[`order.${refusal}` as door.OrderProblem].status).toBe(409);
      return;
    }
    const before = folded(order, ...events);
    const decided = rule(before);
    const after = decided.reduce((state, event) => order.evolve(state, event, by.at), before);
    const target = /^→ \*\*(.+)\*\*$/.exec(answer)?.[1];
    if (target) expect(after.status).toBe(target);
    else if (answer === 'nothing') expect(decided).toEqual([]);
    else if (answer === 'changes') expect([decided.length, after.status]).toEqual([1, before.status]);
    else expect(decided.map(({ type }) => type)).toEqual([answer]);
  });

  it.each(Object.entries(commands))('%s on an order that does not exist: not found', (_, rule) =>
    given(order).when(rule).rejects('order.not-found'),
  );
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
