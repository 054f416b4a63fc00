import { describe, expect, it } from '@jest/globals';
import { sum } from '../platform/core/money.js';
import { Rejection } from '../platform/core/rejection.js';
import { by, folded, givenAt } from '../platform/testing/given.js';
import * as door from './contract.js';
import { cancelOrder } from './order.cancellation.js';
import * as rules from './order.decider.js';
import * as reports from './order.reports.js';
import { order } from './order.decider.js';
import type { OrderEvent, OrderState } from './order.state.js';
import { totalOf } from './order.lines.js';
import { MAX_LINES, MAX_QUANTITY } from './vocabulary.js';
import { viewOf } from './order.view.js';

import fc from 'fast-check';

const orderId = '019ab000-0000-7000-8000-000000000001';
// What every object has may be a SKU too.
const prices = new Map(
  Object.entries({ MUG: 500, POT: 1999, JAR: 0, constructor: 100, toString: 1, ['__proto__']: 200 }),
);
const products = (dearer: number) =>
  new Map(
    [...prices].map(([sku, minor]) => [
      sku,
      { sku, name: sku, price: { amountMinor: minor + dearer, currency: 'EUR' }, archived: false },
    ]),
  );
const shippingAddress = { name: 'Ada', line1: '1 St', city: 'London', postalCode: 'N1', country: 'GB' };

const sku = fc.constantFrom(...prices.keys());
const units = fc.integer({ min: 1, max: 6 });
const as = fc
  .constantFrom('customer' as const, 'operator' as const)
  .map((role) => ({ ...by, actor: { role, id: orderId } }));
const item = fc.record({ sku, quantity: units });
const address = fc.constantFrom('1 St', '2 St').map((line1) => ({ ...shippingAddress, line1 }));
const method = fc.constantFrom(
  { type: 'card', token: 'tok_ok' } as const,
  { type: 'bank_transfer' } as const,
);

interface Step {
  readonly decide: (state: OrderState) => readonly OrderEvent[];
  /** Adding and taking units counts each time it is asked; its repeat is recognised by the command id. */
  readonly counts?: true;
}
const counting = (decide: Step['decide']): Step => ({ decide, counts: true });
const settling = (decide: Step['decide']): Step => ({ decide });

const create = fc
  .record(
    {
      items: fc.array(item, { maxLength: 5 }),
      shippingAddress: address,
      paymentMethod: method,
      confirm: fc.boolean(),
    },
    { requiredKeys: ['items'] },
  )
  .map((wish) => {
    const data = { orderId, customerId: orderId, currency: 'EUR', ...wish };
    return counting(rules.createOrder(new door.CreateOrder(data, by), products(0)));
  });
const changes = fc.oneof(
  fc
    .tuple(item, fc.nat(2))
    .map(([line, dearer]) =>
      counting(rules.addItem(new door.AddItem({ orderId, ...line }, by), products(dearer))),
    ),
  item.map((line) => counting(rules.removeItem(new door.RemoveItem({ orderId, ...line }, by)))),
  fc
    .nat(2)
    .map((dearer) => settling(rules.repriceOrder(new door.RepriceOrder({ orderId }, by), products(dearer)))),
  address.map((to) =>
    settling(
      rules.changeShippingAddress(new door.ChangeShippingAddress({ orderId, shippingAddress: to }, by)),
    ),
  ),
  method.map((paymentMethod) =>
    settling(rules.choosePaymentMethod(new door.ChoosePaymentMethod({ orderId, paymentMethod }, by))),
  ),
);
const shipment = { shipmentId: orderId, carrier: 'C', trackingNumber: 'T' };
const limits = { held: { orders: 0, units: {} }, maxOrders: 1, maxUnits: MAX_QUANTITY };
const forward = fc.constantFrom(
  settling(
    rules.confirmOrder(new door.ConfirmOrder({ orderId }, by), {
      ...{ products: products(0), priceHoldMs: 1e12, limits },
    }),
  ),
  settling(reports.markOrderPaid(new door.MarkOrderPaid({ orderId, paymentId: orderId }, by))),
  settling(reports.markOrderShipped(new door.MarkOrderShipped({ orderId, ...shipment }, by))),
  settling(rules.deliverOrder(new door.DeliverOrder({ orderId }, by))),
);
const ended = new door.EndOrderCancelled({ orderId, code: 'operator', detail: 'x' }, by);
const parts = fc
  .tuple(as, fc.array(item, { minLength: 1, maxLength: 2 }))
  .map(([who, items]) => counting(cancelOrder(new door.CancelOrder({ orderId, reason: 'x', items }, who))));
const back = fc.oneof(
  as.map((who) => settling(cancelOrder(new door.CancelOrder({ orderId, reason: 'x' }, who)))),
  fc.constant(settling(reports.endOrderCancelled(ended))),
);
const step = fc.oneof(
  { weight: 8, arbitrary: changes },
  { weight: 8, arbitrary: forward },
  { weight: 1, arbitrary: back },
  { weight: 2, arbitrary: parts },
);
const story = fc
  .tuple(create, fc.array(step, { maxLength: 40 }))
  .map(([first, rest]): readonly Step[] => [first, ...rest]);

const decided = ({ decide }: Step, state: OrderState): readonly OrderEvent[] | undefined => {
  try {
    return decide(state);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    // Nobody here holds anything yet.
    expect(error.code).not.toBe('order.too-many-unpaid-units');
    return undefined;
  }
};

/** Folding throws when an event follows where it must not, so playing a story proves every transition legal. */
function played(steps: readonly Step[], look: (step: Step, after: OrderState) => void = () => undefined) {
  const events: OrderEvent[] = [];
  let state = order.initial;
  for (const one of steps) {
    const outcome = decided(one, state);
    if (!outcome) continue;
    state = outcome.reduce(
      (folding, event) => order.evolve(folding, event, givenAt(events.push(event))),
      state,
    );
    look(one, state);
  }
  return events;
}

const always = (law: (steps: readonly Step[]) => unknown): void =>
  fc.assert(fc.property(story, (steps) => void law(steps)));

describe('The stories told here', () => {
  it('lead to every status, or the laws would say nothing', () => {
    const ends = fc.sample(story, 1000).map((steps) => folded(order, ...played(steps)).status);
    expect([...new Set(ends)].sort()).toEqual([
      'cancelled',
      'confirmed',
      'delivered',
      'draft',
      'none',
      'paid',
      'shipped',
    ]);
  });
});

describe('Whatever is asked of an order, in any sequence', () => {
  it('a decided command that is repeated decides nothing', () =>
    always((steps) => {
      played(steps, (one, after) => {
        if (!one.counts) expect(one.decide(after)).toStrictEqual([]);
      });
    }));

  it('its state is the fold of its events, through JSON and in any two parts', () =>
    always((steps) => {
      const events = played(steps);
      const half = Math.floor(events.length / 2);
      const stored = JSON.parse(JSON.stringify(folded(order, ...events.slice(0, half)))) as OrderState;
      const resumed = events
        .slice(half)
        .reduce((state, event, n) => order.evolve(state, event, givenAt(half + n)), stored);
      expect(JSON.parse(JSON.stringify(resumed))).toStrictEqual(
        JSON.parse(JSON.stringify(folded(order, ...events))),
      );
    }));

  it('the line totals sum up to the total that is shown and to the one that was confirmed', () =>
    always((steps) => {
      const events = played(steps);
      const state = folded(order, ...events);
      if (state.status === 'none') return;
      const view = viewOf({ id: orderId, version: events.length, state });
      const total = view.items.reduce((sum, { lineTotal }) => sum + lineTotal.amountMinor, 0);
      expect(view.total).toEqual({ amountMinor: total, currency: 'EUR' });
      const confirmation = events.find((event) => event.type === 'OrderConfirmed');
      const gone = events.flatMap((event) =>
        event.type === 'OrderUnitsCancelled' ? [event.data.amount] : [],
      );
      if (confirmation)
        expect(confirmation.data.total).toEqual(sum('EUR', [totalOf(state.items, 'EUR'), ...gone]));
      if (gone.length > 0) expect(state.items).not.toEqual([]);
      expect(door.orderView.parse(view)).toEqual(view);
    }));

  it('it has one line for each SKU, within its limits', () =>
    always((steps) =>
      played(steps, (_, state) => {
        if (state.status === 'none') return;
        expect(new Set(state.items.map((line) => line.sku)).size).toBe(state.items.length);
        expect(state.items.length).toBeLessThanOrEqual(MAX_LINES);
        for (const { quantity } of state.items) {
          expect(quantity).toBeGreaterThan(0);
          expect(quantity).toBeLessThanOrEqual(MAX_QUANTITY);
        }
      }),
    ));

  it('it is never both cancelled and shipped, and nothing follows its end', () =>
    always((steps) => {
      const types = played(steps).map(({ type }) => type);
      expect(types.includes('OrderShipped') && types.includes('OrderCancelled')).toBe(false);
      const end = types.findIndex((type) => type === 'OrderCancelled' || type === 'OrderDelivered');
      if (end >= 0) expect(end).toBe(types.length - 1);
      for (const once of [
        'OrderCreated',
        'OrderConfirmed',
        'OrderPaid',
        'OrderCancellationRequested',
      ] as const) {
        expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1);
      }
    }));

  it('refuses to fold what the rules never wrote', () =>
    always((steps) => {
      const events = played(steps);
      const state = folded(order, ...events);
      if (state.status !== 'cancelled' && state.status !== 'delivered') return;
      for (const event of events) expect(() => order.evolve(state, event, '')).toThrow('cannot follow');
    }));
});
