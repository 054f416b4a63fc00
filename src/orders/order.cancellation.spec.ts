import { describe, expect, it } from '@jest/globals';
import { by, folded, given } from '../platform/testing/given.js';
import { CancelOrder } from './contract.js';
import { cancelOrder } from './order.cancellation.js';
import { order } from './order.decider.js';
import {
  OrderCancellationRequested,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderItemRemoved,
  OrderPaid,
  OrderUnitsCancelled,
} from './order.events.js';
import { viewOf } from './order.view.js';
import { MAX_PART_CANCELLATIONS } from './vocabulary.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const customerId = '019ab000-0000-7000-8000-0000000000c1';
const customer = { ...by, actor: { role: 'customer', id: customerId } } as const;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const mug = { sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: eur(500) };
const pot = { sku: 'POT', name: 'Pot', quantity: 1, unitPrice: eur(1_999) };
const whole = {
  ...{ orderId, customerId, currency: 'EUR', items: [mug, pot] },
  shippingAddress: { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' },
  paymentMethod: { type: 'card', token: 'tok_ok' } as const,
};
const draft = [new OrderCreated(whole)];
const confirmed = [...draft, new OrderConfirmed({ ...whole, total: eur(3_499) })];
const cancel = (items: CancelOrder['data']['items'], as: CancelOrder['by'] = customer) =>
  cancelOrder(new CancelOrder({ orderId, reason: 'too many', items }, as));
const why = { code: 'customer-request', detail: 'too many' } as const;
const gone = (quantity: number, total: number) =>
  new OrderUnitsCancelled({
    ...{ orderId, ...why, items: [{ ...mug, quantity }] },
    ...{ amount: eur(quantity * 500), total: eur(total) },
  });

describe('Units of an order', () => {
  it.each([
    ['confirmed', confirmed],
    ['paid', [...confirmed, new OrderPaid({ orderId, paymentId: orderId })]],
  ])('that is %s go with their money, and the rest stays', (_, events) => {
    given(order, ...events)
      .when(cancel([{ sku: 'MUG', quantity: 2 }]))
      .then(gone(2, 2_499));
    const state = folded(order, ...events, gone(2, 2_499));
    const shown = viewOf({ id: orderId, version: 4, state });
    expect(shown).toMatchObject({
      items: [
        { sku: 'MUG', quantity: 1, lineTotal: eur(500) },
        { sku: 'POT', quantity: 1 },
      ],
      total: eur(2_499),
      cancelledUnits: [
        { items: [{ sku: 'MUG', quantity: 2, lineTotal: eur(1_000) }], amount: eur(1_000), reason: why },
      ],
    });
  });

  it('are summed by SKU, and a line without units is gone', () => {
    given(order, ...confirmed)
      .when(
        cancel([
          { sku: 'MUG', quantity: 1 },
          { sku: 'MUG', quantity: 2 },
        ]),
      )
      .then(gone(3, 1_999));
    expect(folded(order, ...confirmed, gone(3, 1_999))).toMatchObject({ items: [{ sku: 'POT' }] });
  });

  it('all of them by name are the whole order', () => {
    const all = [
      { sku: 'POT', quantity: 1 },
      { sku: 'MUG', quantity: 3 },
    ];
    given(order, ...confirmed)
      .when(cancel(all))
      .then(new OrderCancellationRequested({ orderId, ...why }));
    given(order, ...confirmed, gone(2, 2_499))
      .when(
        cancel([
          { sku: 'POT', quantity: 1 },
          { sku: 'MUG', quantity: 1 },
        ]),
      )
      .then(new OrderCancellationRequested({ orderId, ...why }));
    given(order, ...draft)
      .when(cancel(all))
      .then(new OrderCancelled({ orderId, ...why }));
  });

  it('of a draft are simply removed', () => {
    given(order, ...draft)
      .when(cancel([{ sku: 'POT', quantity: 1 }]))
      .then(new OrderItemRemoved({ orderId, sku: 'POT', quantity: 1 }));
  });

  it('that are not there are refused, with what is left', () => {
    for (const events of [draft, confirmed]) {
      for (const wanted of [
        [{ sku: 'MUG', quantity: 4 }],
        [
          { sku: 'MUG', quantity: 2 },
          { sku: 'MUG', quantity: 2 },
        ],
        [{ sku: 'CUP', quantity: 1 }],
      ]) {
        given(order, ...events)
          .when(cancel(wanted))
          .rejects('order.too-few-units');
      }
    }
    given(order, ...confirmed, gone(2, 2_499))
      .when(cancel([{ sku: 'MUG', quantity: 2 }]))
      .rejects('order.too-few-units');
  });

  it('are cancelled by the shop in words for the customer', () => {
    const byShop = { ...by, actor: { role: 'operator', id: 'desk' } } as const;
    const [event] = cancel([{ sku: 'POT', quantity: 1 }], byShop)(folded(order, ...confirmed));
    expect(event!.data).toMatchObject({
      ...{ code: 'operator', detail: 'The shop cancelled these units.', internal: 'too many' },
    });
  });

  it('go at most so often, since each time is remembered', () => {
    const many = { ...whole, items: [{ ...mug, quantity: 500 }] };
    const often = Array.from({ length: MAX_PART_CANCELLATIONS }, (_, n) => gone(1, (499 - n) * 500));
    const events = [new OrderCreated(many), new OrderConfirmed({ ...many, total: eur(250_000) }), ...often];
    given(order, ...events)
      .when(cancel([{ sku: 'MUG', quantity: 1 }]))
      .rejects('order.too-many-cancellations');
  });
});
