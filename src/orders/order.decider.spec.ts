import { describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../platform/cqrs/command.js';
import { by, folded, given, givenAt } from '../platform/testing/given.js';
import * as door from './contract.js';
import { cancelOrder } from './order.cancellation.js';
import * as rules from './order.decider.js';
import * as reports from './order.reports.js';
import {
  OrderAddressChanged,
  OrderCancellationRequested,
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderDelivered,
  OrderItemAdded,
  OrderItemRemoved,
  OrderPaid,
  OrderPaymentMethodChanged,
  OrderShipped,
} from './order.events.js';
import { type OrderEvent } from './order.state.js';
import { order } from './order.decider.js';
import type { Products } from './order.lines.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const customerId = '019ab000-0000-7000-8000-0000000000c1';
const paymentId = '019ab000-0000-7000-8000-0000000000a1';
const shipmentId = '019ab000-0000-7000-8000-0000000000b1';
const customer: CommandContext = { ...by, actor: { role: 'customer', id: customerId } };
const operator: CommandContext = { ...by, actor: { role: 'operator', id: 'ops' } };

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const mugs = { sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: eur(500) };
const pot = { sku: 'POT', name: 'Pot', quantity: 1, unitPrice: eur(1999) };
const shippingAddress = { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' };
const paymentMethod = { type: 'card', token: 'tok_ok' } as const;
const products: Products = new Map([
  ['MUG', { sku: 'MUG', name: 'Mug', price: eur(500), archived: false }],
  ['POT', { sku: 'POT', name: 'Pot', price: eur(1999), archived: false }],
  ['OLD', { sku: 'OLD', name: 'Old', price: eur(1), archived: true }],
  ['TEA', { sku: 'TEA', name: 'Tea', price: { amountMinor: 1, currency: 'GBP' }, archived: false }],
  ['GEM', { sku: 'GEM', name: 'Gem', price: eur(Number.MAX_SAFE_INTEGER), archived: false }],
]);

const empty = new OrderCreated({ orderId, customerId, currency: 'EUR', items: [] });
const whole = { orderId, customerId, currency: 'EUR', items: [mugs], shippingAddress, paymentMethod };
const created = new OrderCreated(whole);
const confirmed = new OrderConfirmed({ ...whole, total: eur(1000) });
const paid = new OrderPaid({ orderId, paymentId });
const shipped = new OrderShipped({ orderId, shipmentId, carrier: 'Carrier', trackingNumber: 'T1' });
const delivered = new OrderDelivered({ orderId });
const wish = { orderId, code: 'customer-request', detail: 'too late' } as const;
const requested = new OrderCancellationRequested(wish);
const cancelled = new OrderCancelled(wish);

/** Every status, by the events that lead to it. */
const at = {
  none: [],
  draft: [created],
  confirmed: [created, confirmed],
  paid: [created, confirmed, paid],
  shipped: [created, confirmed, paid, shipped],
  delivered: [created, confirmed, paid, shipped, delivered],
  cancelled: [created, confirmed, requested, cancelled],
} as const satisfies Record<string, readonly OrderEvent[]>;

const create = (over: Partial<door.CreateOrder['data']> = {}, as = customer) =>
  rules.createOrder(
    new door.CreateOrder(
      { orderId, customerId, currency: 'EUR', items: [{ sku: 'MUG', quantity: 2 }], ...over },
      as,
    ),
    products,
  );
const add = (sku: string, quantity: number) =>
  rules.addItem(new door.AddItem({ orderId, sku, quantity }, customer), products);
const remove = (sku: string, quantity?: number) =>
  rules.removeItem(new door.RemoveItem({ orderId, sku, ...(quantity && { quantity }) }, customer));
const address = (to: typeof shippingAddress) =>
  rules.changeShippingAddress(new door.ChangeShippingAddress({ orderId, shippingAddress: to }, customer));
const method = (chosen: door.ChoosePaymentMethod['data']['paymentMethod']) =>
  rules.choosePaymentMethod(new door.ChoosePaymentMethod({ orderId, paymentMethod: chosen }, customer));
const confirm = rules.confirmOrder(new door.ConfirmOrder({ orderId }, customer), {
  products,
  priceHoldMs: 0,
});
const cancel = (as = customer) => cancelOrder(new door.CancelOrder({ orderId, reason: 'too late' }, as));
const markPaid = (as = by) => reports.markOrderPaid(new door.MarkOrderPaid({ orderId, paymentId }, as));
const markShipped = (as = by) => reports.markOrderShipped(new door.MarkOrderShipped(shipped.data, as));
const end = (as = by) => reports.endOrderCancelled(new door.EndOrderCancelled(wish, as));

describe('Creating an order', () => {
  it('makes a draft at the names and prices of the catalogue', () =>
    given(order)
      .when(create())
      .then(new OrderCreated({ orderId, customerId, currency: 'EUR', items: [mugs] })));
  it('can be empty, and be filled later', () =>
    given(order)
      .when(create({ items: [] }))
      .then(empty));
  it('merges the lines of one SKU', () =>
    given(order)
      .when(create({ items: [mugs, pot, mugs].map(({ sku, quantity }) => ({ sku, quantity })) }))
      .then(
        new OrderCreated({ orderId, customerId, currency: 'EUR', items: [{ ...mugs, quantity: 4 }, pot] }),
      ));
  it('can confirm at once', () =>
    given(order)
      .when(create({ shippingAddress, paymentMethod, confirm: true }))
      .then(created, confirmed));
  it('confirms nothing half: an incomplete order is not even created', () =>
    given(order)
      .when(create({ confirm: true }))
      .rejects('order.incomplete'));
  it('for somebody else is refused to a customer', () =>
    given(order)
      .when(create({ customerId: orderId }))
      .rejects('order.not-your-customer'));
  it('for anybody is open to an operator', () =>
    given(order)
      .when(create({ customerId: orderId, items: [] }, operator))
      .then(new OrderCreated({ orderId, customerId: orderId, currency: 'EUR', items: [] })));
  it('under a used id is refused', () =>
    given(order, created).when(create()).rejects('order.already-exists'));
  it('names every product that cannot be ordered, and where it was asked for', () =>
    expect(() =>
      create({ items: ['NIX', 'MUG', 'OLD', 'TEA'].map((sku) => ({ sku, quantity: 1 })) })({
        status: 'none',
      }),
    ).toThrow(
      expect.objectContaining({
        code: 'order.unknown-product',
        extensions: {
          errors: [
            { pointer: '/items/0/sku', detail: 'NIX is not in the catalogue' },
            { pointer: '/items/2/sku', detail: 'OLD is no longer on sale' },
            { pointer: '/items/3/sku', detail: 'TEA is sold in GBP, the order is in EUR' },
          ],
        },
      }),
    ));
  it('holds at most 10,000 units in a line, all mentions together', () =>
    expect(() =>
      create({ items: ['POT', 'MUG', 'MUG'].map((sku) => ({ sku, quantity: 5001 })) })({ status: 'none' }),
    ).toThrow(
      expect.objectContaining({
        code: 'order.quantity-too-large',
        extensions: { errors: [expect.objectContaining({ pointer: '/items/1/quantity' })] },
      }),
    ));
  it('holds at most 1,000 lines', () => {
    const many = Array.from({ length: 1001 }, (_, n) => `S${n}`);
    const sold = new Map(many.map((sku) => [sku, { sku, name: sku, price: eur(1), archived: false }]));
    const ask = (skus: readonly string[]) =>
      rules.createOrder(
        new door.CreateOrder(
          { orderId, customerId, currency: 'EUR', items: skus.map((sku) => ({ sku, quantity: 1 })) },
          customer,
        ),
        sold,
      );
    expect(ask(many.slice(1))({ status: 'none' })).toHaveLength(1);
    given(order).when(ask(many)).rejects('order.too-many-lines');
    given(order, ...(ask(many.slice(1))({ status: 'none' }) as OrderEvent[]))
      .when(rules.addItem(new door.AddItem({ orderId, sku: 'S0', quantity: 1 }, customer), sold))
      .rejects('order.too-many-lines');
  });
  it('never totals more than can be counted exactly', () =>
    given(order)
      .when(create({ items: [{ sku: 'GEM', quantity: 2 }] }))
      .rejects('order.total-too-large'));
});

describe('The lines of a draft', () => {
  it('grow by an item at the catalogue price', () =>
    given(order, created)
      .when(add('POT', 1))
      .then(new OrderItemAdded({ orderId, ...pot })));
  it('merge what is added to a SKU, and the whole line takes the price of today', () => {
    const dearer = { ...mugs, unitPrice: eur(600), quantity: 3 };
    expect(folded(order, created, new OrderItemAdded({ orderId, ...dearer }))).toMatchObject({
      items: [{ ...dearer, quantity: 5 }],
    });
  });
  it('refuse what the catalogue does not sell', () => {
    given(order, created).when(add('NIX', 1)).rejects('order.unknown-product');
    given(order, created).when(add('OLD', 1)).rejects('order.product-archived');
    given(order, created).when(add('TEA', 1)).rejects('order.currency-mismatch');
  });
  it('refuse a line of more than 10,000 units, and take exactly so many', () => {
    given(order, created).when(add('MUG', 9999)).rejects('order.quantity-too-large');
    given(order, created)
      .when(add('MUG', 9998))
      .then(new OrderItemAdded({ orderId, ...mugs, quantity: 9998 }));
  });
  it('refuse a total past the exact range', () =>
    given(order, created).when(add('GEM', 1)).rejects('order.total-too-large'));
  it('shrink by some units', () =>
    given(order, created)
      .when(remove('MUG', 1))
      .then(new OrderItemRemoved({ orderId, sku: 'MUG', quantity: 1 })));
  it.each([[undefined], [2], [99]])('go whole when %s of 2 units are taken out', (quantity) => {
    const removed = new OrderItemRemoved({ orderId, sku: 'MUG', quantity: 2 });
    given(order, created).when(remove('MUG', quantity)).then(removed);
    expect(folded(order, created, removed)).toMatchObject({ items: [] });
  });
  it('must exist to be removed', () =>
    given(order, created).when(remove('POT')).rejects('order.item-not-found'));
});

describe('Address and payment method', () => {
  const elsewhere = { ...shippingAddress, line1: '2 St' };
  const moved = new OrderAddressChanged({ orderId, shippingAddress: elsewhere });

  it.each<keyof typeof at>(['draft', 'confirmed', 'paid'])(
    'the address changes while the order is %s',
    (status) =>
      given(order, ...at[status])
        .when(address(elsewhere))
        .then(moved),
  );
  it('the same address is no change', () => {
    const { country, ...rest } = shippingAddress;
    given(order, created)
      .when(address({ country, ...rest }))
      .then();
  });
  it('the first address of a draft is a change', () =>
    given(order, empty)
      .when(address(shippingAddress))
      .then(new OrderAddressChanged({ orderId, shippingAddress })));
  it('a draft takes another payment method', () =>
    given(order, created)
      .when(method({ type: 'bank_transfer' }))
      .then(new OrderPaymentMethodChanged({ orderId, paymentMethod: { type: 'bank_transfer' } })));
  it('the same payment method is no change', () => given(order, created).when(method(paymentMethod)).then());
});

describe('Confirming', () => {
  it('records all that fulfilment needs', () => given(order, created).when(confirm).then(confirmed));
  it('names what is missing', () =>
    expect(() => confirm(folded(order, empty))).toThrow(
      expect.objectContaining({
        code: 'order.incomplete',
        extensions: {
          errors: ['/items', '/shippingAddress', '/paymentMethod'].map((pointer) => ({
            pointer,
            detail: expect.stringContaining('needed'),
          })),
        },
      }),
    ));
  it('uses what was changed in the draft', () => {
    const elsewhere = { ...shippingAddress, line1: '2 St' };
    given(
      order,
      empty,
      new OrderItemAdded({ orderId, ...pot }),
      new OrderAddressChanged({ orderId, shippingAddress: elsewhere }),
      new OrderPaymentMethodChanged({ orderId, paymentMethod: { type: 'bank_transfer' } }),
    )
      .when(confirm)
      .then(
        new OrderConfirmed({
          ...{ orderId, customerId, currency: 'EUR', items: [pot], total: eur(1999) },
          ...{ shippingAddress: elsewhere, paymentMethod: { type: 'bank_transfer' } },
        }),
      );
  });
});

describe('Who may do what', () => {
  it('shows an order to its customer and to staff, and to no other customer', () => {
    const state = folded(order, created);
    expect(order.visibleTo!(state, customer.actor)).toBe(true);
    expect(order.visibleTo!(state, operator.actor)).toBe(true);
    expect(order.visibleTo!(state, by.actor)).toBe(true);
    expect(order.visibleTo!(state, { role: 'customer', id: orderId })).toBe(false);
  });
  it('a cancellation says who wanted it', () =>
    given(order, created)
      .when(cancel(operator))
      .then(
        new OrderCancelled({
          ...{ orderId, code: 'operator' },
          ...{ detail: 'The shop cancelled the order.', internal: 'too late' },
        }),
      ));
  it.each([
    ['paid', markPaid],
    ['shipped', markShipped],
    ['cancelled', end],
  ])('only fulfilment reports an order %s', (_what, rule) => {
    given(order, created, confirmed, paid).when(rule(operator)).rejects('order.fulfilment-only');
    given(order, created, confirmed, paid).when(rule(customer)).rejects('order.fulfilment-only');
  });
});

describe('An order', () => {
  it('remembers each step and when it was taken', () =>
    expect(folded(order, ...at.delivered)).toStrictEqual({
      status: 'delivered',
      ...{ customerId, currency: 'EUR', items: [mugs], shippingAddress, paymentMethod },
      ...{ paymentId, shipmentId, carrier: 'Carrier', trackingNumber: 'T1' },
      ...{ createdAt: givenAt(0), confirmedAt: givenAt(1), paidAt: givenAt(2) },
      ...{ shippedAt: givenAt(3), deliveredAt: givenAt(4) },
    }));
  it('remembers why it was cancelled, and no longer that somebody wished it', () =>
    expect(folded(order, ...at.cancelled)).toStrictEqual({
      status: 'cancelled',
      ...{ customerId, currency: 'EUR', items: [mugs], shippingAddress, paymentMethod },
      ...{ createdAt: givenAt(0), confirmedAt: givenAt(1), cancelledAt: givenAt(3) },
      cancellationReason: { code: 'customer-request', detail: 'too late' },
    }));
  it('ships although somebody wished it cancelled, when the parcel was faster', () =>
    given(order, ...at.paid, requested)
      .when(markShipped())
      .then(shipped));
});
