import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejection } from '../platform/core/rejection.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { by, folded, given } from '../platform/testing/given.js';
import { ReceiveReturn, RequestReturn, SettleReturn } from './return.commands.js';
import {
  orderReturn,
  receiveReturn,
  requestReturn,
  settleReturn,
  type DeliveredOrder,
} from './return.decider.js';
import {
  ReturnApproved,
  ReturnReceived,
  ReturnRefundRefused,
  ReturnRefundRetried,
  ReturnRefunded,
  ReturnRequested,
} from './return.events.js';
import { refundOf } from './return.state.js';
import {
  claimUnits,
  comeBack,
  giveUp,
  isAllBack,
  returnable,
  type ReturnableEvent,
} from './returnable.decider.js';
import type { ReturnableState } from './returnable.state.js';

const [returnId, orderId, customerId, paymentId] = ['1', '2', '3', '4'].map(
  (n) => `019ab000-0000-7000-8000-00000000000${n}`,
) as [string, string, string, string];
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const ids = { returnId, orderId, customerId };
const order: DeliveredOrder = {
  ...{ orderId, customerId, paymentId, status: 'delivered', deliveredAt: '2026-01-01T09:00:00.000Z' },
  items: [
    { sku: 'MUG', quantity: 3, unitPrice: eur(500) },
    { sku: 'POT', quantity: 1, unitPrice: eur(1999) },
  ],
};
const customer: CommandContext = { ...by, actor: { role: 'customer', id: customerId } };
const wanted = [
  { sku: 'MUG', quantity: 2, unitPrice: eur(500) },
  { sku: 'POT', quantity: 1, unitPrice: eur(1999) },
];
const requested = new ReturnRequested({ ...ids, paymentId, items: wanted, reason: 'broken' });
const approved = new ReturnApproved({ ...ids, reason: 'send it' });
const received = new ReturnReceived({
  ...ids,
  paymentId,
  items: [
    { sku: 'MUG', sellable: 1, damaged: 0, refund: eur(500) },
    { sku: 'POT', sellable: 0, damaged: 1, refund: eur(1999) },
  ],
  refundTotal: eur(2499),
});
const request = (items: { sku: string; quantity: number }[], context = customer) =>
  new RequestReturn({ returnId, orderId, items, reason: 'broken' }, context);

describe('Requesting a return', () => {
  const two = [
    { sku: 'MUG', quantity: 1 },
    { sku: 'POT', quantity: 1 },
    { sku: 'MUG', quantity: 1 },
  ];
  it('takes the prices that were paid, and makes one line of a SKU', () =>
    given(orderReturn)
      .when(requestReturn(request(two), order))
      .then(requested));
  it('waits for the delivery', () =>
    given(orderReturn)
      .when(requestReturn(request(two), { ...order, status: 'shipped', deliveredAt: undefined }))
      .rejects('return.not-delivered'));
  it('is too late after the window, for customers', () => {
    const day = 24 * 60 * 60 * 1_000;
    const late = given(orderReturn).when(requestReturn(request(two), order, day - 1));
    late.rejects('return.too-late');
    given(orderReturn)
      .when(requestReturn(request(two), order, day))
      .then(requested);
    given(orderReturn)
      .when(requestReturn(request(two, by), order, day - 1))
      .then(requested);
  });
});

describe('Receiving a return', () => {
  const receive = (...items: ReceiveReturn['data']['items']) =>
    receiveReturn(new ReceiveReturn({ returnId, items }, by));

  it('owes the money of every unit that arrived, also of damaged ones', () =>
    given(orderReturn, requested, approved)
      .when(
        receive(
          { sku: 'MUG', quantity: 1, condition: 'sellable' },
          { sku: 'POT', quantity: 1, condition: 'damaged' },
        ),
      )
      .then(received));
  it('takes no more than was to come back, whatever its condition', () =>
    given(orderReturn, requested, approved)
      .when(
        receive(
          { sku: 'MUG', quantity: 2, condition: 'sellable' },
          { sku: 'MUG', quantity: 1, condition: 'damaged' },
        ),
      )
      .rejects('return.more-than-requested'));
  it('takes nothing that was not to come back', () =>
    given(orderReturn, requested, approved)
      .when(receive({ sku: 'JAR', quantity: 1, condition: 'sellable' }))
      .rejects('return.more-than-requested'));
  it('of goods that cost nothing ends it at once', () => {
    const free = [{ sku: 'MUG', quantity: 1, unitPrice: eur(0) }];
    const events = receive({ sku: 'MUG', quantity: 1, condition: 'sellable' })(
      folded(orderReturn, new ReturnRequested({ ...ids, paymentId, items: free, reason: 'free' }), approved),
    );
    expect(events.map(({ type }) => type)).toEqual(['ReturnReceived', 'ReturnRefunded']);
  });
});

describe('The refund of a return', () => {
  const refundId = refundOf(returnId, 1).refundId;
  const settle = (outcome: 'refunded' | 'refused', id = refundId) =>
    settleReturn(new SettleReturn({ returnId, refundId: id, outcome, detail: 'no' }, by));
  const refused = new ReturnRefundRefused({ ...ids, attempt: 1, detail: 'no' });
  const retried = new ReturnRefundRetried({ ...ids, paymentId, refundTotal: eur(2499), attempt: 2 });

  it('ends it', () =>
    given(orderReturn, requested, approved, received)
      .when(settle('refunded'))
      .then(new ReturnRefunded({ ...ids, attempt: 1 })));
  it('leaves it to a person when it is refused', () =>
    given(orderReturn, requested, approved, received).when(settle('refused')).then(refused));
  it('ends it also when it was refused and then paid out by hand', () => {
    given(orderReturn, requested, approved, received, refused)
      .when(settle('refunded'))
      .then(new ReturnRefunded({ ...ids, attempt: 1 }));
    given(orderReturn, requested, approved, received, refused).when(settle('refused')).then();
  });
  it('of an earlier try says nothing any more', () => {
    given(orderReturn, requested, approved, received, refused, retried).when(settle('refused')).then();
    given(orderReturn, requested, approved, received, refused, retried)
      .when(settle('refunded', refundOf(returnId, 2).refundId))
      .then(new ReturnRefunded({ ...ids, attempt: 2 }));
  });
});

describe('The returnable units of an order', () => {
  // What every object has may be a SKU too.
  const inherited = ['constructor', 'toString', 'valueOf', '__proto__'];
  const deliveredOf = new Map([['MUG', 3], ['POT', 1], ...inherited.map((sku) => [sku, 2] as const)]);
  const lines = fc.array(
    fc.record({
      sku: fc.constantFrom('MUG', 'POT', 'JAR', ...inherited),
      quantity: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 2 },
  );

  const left = ({ units }: ReturnableState, sku: string) =>
    (deliveredOf.get(sku) ?? 0) - (new Map(Object.entries(units)).get(sku)?.claimed ?? 0);

  it('are never claimed or taken back beyond what was delivered, whoever asks in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(lines, fc.constantFrom('back', 'up', 'wait')), { maxLength: 12 }),
        (asks) => {
          const log: ReturnableEvent[] = [];
          for (const [wish, end] of asks) {
            const one = [...new Map(wish.map((line) => [line.sku, line])).values()];
            const before = JSON.parse(JSON.stringify(folded(returnable, ...log))) as ReturnableState;
            try {
              log.push(...claimUnits(orderId, returnId, one, deliveredOf)(before));
            } catch (error) {
              expect((error as Rejection).code).toBe('return.more-than-delivered');
              expect(one.some((line) => line.quantity > left(before, line.sku))).toBe(true);
              continue;
            }
            if (end === 'back') log.push(...comeBack(orderId, returnId, one));
            if (end === 'up') log.push(...giveUp(orderId, returnId, one));
            const { units } = folded(returnable, ...log);
            for (const [sku, { delivered, claimed, cameBack }] of Object.entries(units)) {
              expect(delivered).toBe(deliveredOf.get(sku));
              expect([cameBack <= claimed, claimed <= delivered]).toEqual([true, true]);
            }
          }
        },
      ),
    );
  });

  it.each(inherited)('are counted too where their SKU is %s', (sku) => {
    const claim = claimUnits(orderId, returnId, [{ sku, quantity: 2 }], deliveredOf);
    const claimed = claim(folded(returnable));
    given(returnable)
      .when(claim)
      .then(...claimed);
    given(returnable, ...claimed)
      .when(claim)
      .rejects('return.more-than-delivered');
    const all = [{ sku, quantity: 2 }];
    expect(isAllBack(folded(returnable, ...claimed), all)).toBe(false);
    const back = comeBack(orderId, returnId, all);
    expect(isAllBack(folded(returnable, ...claimed, ...back), all)).toBe(true);
  });

  it('that are too many are named by the line that the caller wrote', () => {
    const asked = ['MUG', 'MUG', 'POT', 'POT'].map((sku) => ({ sku, quantity: 1 }));
    expect(() => claimUnits(orderId, returnId, asked, deliveredOf)(folded(returnable))).toThrow(
      expect.objectContaining({
        code: 'return.more-than-delivered',
        extensions: {
          errors: [{ pointer: '/items/2/quantity', detail: '1 of 1 units of POT can be returned' }],
        },
      }),
    );
  });

  it('are all back when every line is', () => {
    const claimed = claimUnits(orderId, returnId, order.items, deliveredOf)(folded(returnable));
    const [mugs, pot] = order.items.map((line) => comeBack(orderId, returnId, [line]));
    expect(isAllBack(folded(returnable, ...claimed, ...mugs!), order.items)).toBe(false);
    expect(isAllBack(folded(returnable, ...claimed, ...mugs!, ...pot!), order.items)).toBe(true);
  });
});
