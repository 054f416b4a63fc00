import { describe, expect, it } from '@jest/globals';
import type { CurrentProduct } from '../catalog/contract.js';
import { by, folded, given } from '../platform/testing/given.js';
import * as door from './contract.js';
import { confirmOrder, createOrder, order, repriceOrder } from './order.decider.js';
import { OrderCreated, OrderRepriced } from './order.events.js';
import type { Held } from './order.lines.js';

const orderId = '019ab000-0000-7000-8000-000000000001';
const money = (amountMinor: number, currency = 'EUR') => ({ amountMinor, currency });
const line = (sku: string, amountMinor: number, quantity = 2) => ({
  ...{ sku, name: sku, quantity },
  unitPrice: money(amountMinor),
});
const draft = new OrderCreated({
  ...{ orderId, customerId: orderId, currency: 'EUR', items: [line('MUG', 500), line('POT', 1999)] },
  shippingAddress: { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' },
  paymentMethod: { type: 'bank_transfer' },
});
const catalogue = (over: Record<string, Partial<CurrentProduct> | undefined> = {}) =>
  new Map(
    Object.entries({
      MUG: { sku: 'MUG', name: 'MUG', price: money(500), archived: false },
      POT: { sku: 'POT', name: 'POT', price: money(1999), archived: false },
    }).flatMap(([sku, product]): [string, CurrentProduct][] =>
      sku in over && !over[sku] ? [] : [[sku, { ...product, ...over[sku] }]],
    ),
  );
// What is given happened a day before the command.
const [fresh, stale] = [86_400_000, 86_399_999];
const confirm = (products: ReturnType<typeof catalogue>, priceHoldMs: number) =>
  confirmOrder(new door.ConfirmOrder({ orderId }, by), { products, priceHoldMs });
const reprice = (products: ReturnType<typeof catalogue>) =>
  repriceOrder(new door.RepriceOrder({ orderId }, by), products);
const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('What confirming promises', () => {
  it.each([
    ['order.product-archived', { POT: { archived: true } }],
    ['order.unknown-product', { POT: undefined }],
  ])('is refused with %s whatever the age of the prices', (code, change) => {
    for (const hold of [fresh, stale])
      given(order, draft)
        .when(confirm(catalogue(change), hold))
        .rejects(code);
  });

  it('is the price that was shown, as long as it holds, also if the product is sold in another currency now', () => {
    for (const price of [money(900), money(1), money(500, 'GBP')]) {
      const rule = confirm(catalogue({ MUG: { price } }), fresh);
      expect(rule(folded(order, draft))).toMatchObject([
        {
          type: 'OrderConfirmed',
          data: { total: money(4998), items: [line('MUG', 500), line('POT', 1999)] },
        },
      ]);
    }
  });

  it('is refused later, and names each line with the old and the new price', () => {
    const dearer = catalogue({ MUG: { price: money(550) }, POT: { price: money(1500) } });
    expect(refusalOf(() => confirm(dearer, stale)(folded(order, draft)))).toMatchObject({
      code: 'order.price-changed',
      extensions: {
        errors: [
          {
            pointer: '/items/0/unitPrice',
            detail: 'MUG costs 5.50 EUR now; it was 5.00 EUR when it was shown',
          },
          { pointer: '/items/1/unitPrice', detail: expect.stringContaining('15.00 EUR') },
        ],
      },
    });
    given(order, draft)
      .when(confirm(catalogue({ MUG: { price: money(500, 'GBP') } }), stale))
      .rejects('order.currency-mismatch');
    given(order, draft)
      .when((state) => confirm(catalogue(), stale)(state).slice(1))
      .then();
  });

  it('holds again once the customer has agreed to the prices of today', () => {
    const dearer = catalogue({ MUG: { price: money(550), name: 'Mug' } });
    const repriced = new OrderRepriced({
      ...{ orderId },
      items: [{ sku: 'MUG', name: 'Mug', unitPrice: money(550) }],
    });
    given(order, draft).when(reprice(dearer)).then(repriced);
    given(order, draft, repriced).when(reprice(dearer)).then();
    expect(confirm(dearer, stale)(folded(order, draft, repriced))).toMatchObject([
      { type: 'OrderConfirmed', data: { total: money(5098) } },
    ]);
    given(order, draft)
      .when(reprice(catalogue({ MUG: { archived: true } })))
      .rejects('order.product-archived');
  });
});

describe('An account that is to pay', () => {
  const walletFault = 'the account is frozen';

  it('must be able to when the order is confirmed', () => {
    given(order, draft)
      .when(
        confirmOrder(new door.ConfirmOrder({ orderId }, by), {
          ...{ products: catalogue(), priceHoldMs: fresh, walletFault },
        }),
      )
      .rejects('order.wallet-unavailable');
    const { items, ...rest } = draft.data;
    const data = { ...rest, items: items.map(({ sku, quantity }) => ({ sku, quantity })) };
    const create = (confirm: boolean) =>
      createOrder(new door.CreateOrder({ ...data, confirm }, by), catalogue(), { walletFault });
    given(order).when(create(true)).rejects('order.wallet-unavailable');
    expect(create(false)(folded(order))).toHaveLength(1);
  });
});

describe('What an unpaid order may hold', () => {
  const rule = (held: Held, maxOrders: number, maxUnits: number) =>
    confirmOrder(new door.ConfirmOrder({ orderId }, by), {
      ...{ products: catalogue(), priceHoldMs: fresh },
      limits: { held, maxOrders, maxUnits },
    });
  const nothing: Held = { orders: 0, units: {} };

  it('is limited in orders', () => {
    expect(rule({ orders: 2, units: {} }, 3, 100)(folded(order, draft))).toHaveLength(1);
    given(order, draft)
      .when(rule({ orders: 3, units: {} }, 3, 100))
      .rejects('order.too-many-unpaid');
  });

  it('is limited in units of each SKU, those of the other unpaid orders included', () => {
    expect(rule(nothing, 1, 2)(folded(order, draft))).toHaveLength(1);
    given(order, draft)
      .when(rule(nothing, 1, 1))
      .rejects('order.too-many-unpaid-units');
    expect(
      refusalOf(() => rule({ orders: 1, units: { POT: 9 } }, 5, 10)(folded(order, draft))),
    ).toMatchObject({
      code: 'order.too-many-unpaid-units',
      extensions: { errors: [{ pointer: '/items/1/quantity' }], maxUnits: 10 },
    });
  });

  it.each(['constructor', 'toString', 'valueOf', '__proto__'])(
    'is counted by what is held also of the SKU %s',
    (sku) => {
      const odd = new OrderCreated({ ...draft.data, items: [line(sku, 500)] });
      const products = new Map([[sku, { sku, name: sku, price: money(500), archived: false }]]);
      const holding = (held: Held) =>
        confirmOrder(new door.ConfirmOrder({ orderId }, by), {
          ...{ products, priceHoldMs: fresh, limits: { held, maxOrders: 3, maxUnits: 3 } },
        });
      expect(holding(nothing)(folded(order, odd))).toHaveLength(1);
      given(order, odd)
        .when(holding({ orders: 1, units: JSON.parse(`{"${sku}":2}`) as Held['units'] }))
        .rejects('order.too-many-unpaid-units');
    },
  );

  it('names the line that the caller wrote', () => {
    const items = ['MUG', 'MUG', 'POT'].map((sku, n) => ({ sku, quantity: n + 1 }));
    const data = { ...draft.data, items, confirm: true };
    const limits = { held: { orders: 1, units: { POT: 9 } }, maxOrders: 5, maxUnits: 10 };
    const rule = createOrder(new door.CreateOrder(data, by), catalogue(), { limits });
    expect(refusalOf(() => rule(folded(order)))).toMatchObject({
      extensions: { errors: [{ pointer: '/items/2/quantity' }] },
    });
  });

  it('is limited too where an order is made and confirmed at once', () => {
    const { items, ...rest } = draft.data;
    const data = { ...rest, items: items.map(({ sku, quantity }) => ({ sku, quantity })), confirm: true };
    const limits = { held: nothing, maxOrders: 1, maxUnits: 1 };
    given(order)
      .when(createOrder(new door.CreateOrder(data, by), catalogue(), { limits }))
      .rejects('order.too-many-unpaid-units');
  });
});
