import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { stockMovements, StockReceived, StockReserved } from '../inventory/contract.js';
import { UnitsConsumed, UnitsReserved } from '../inventory/stock-item.events.js';
import {
  OrderCancelled,
  OrderConfirmed,
  OrderCreated,
  OrderDelivered,
  OrderPaid,
  OrderShipped,
  OrderUnitsCancelled,
} from '../orders/contract.js';
import { PaymentCaptured, PaymentPartiallyRefunded, PaymentRefunded } from '../payments/contract.js';
import type { Decider } from '../platform/core/decider.js';
import type { DomainEvent, EventClass } from '../platform/core/event.js';
import { newId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import { projects } from '../platform/read-models/read-models.js';
import { RebuildStore } from '../platform/read-models/rebuild-store.js';
import { Rebuilder } from '../platform/read-models/rebuilder.js';
import { testDatabase, type TestDatabase } from '../platform/testing/database.js';
import { eventually } from '../platform/testing/eventually.js';
import { startInstance, type Instance } from '../platform/testing/instance.js';
import {
  cancellations,
  customers,
  funnel,
  GetReport,
  sales,
  stockTurnover,
  topProducts,
} from './contract.js';
import { orderFacts, OrderFactsRow } from './order-facts.js';
import type { Period } from './period.js';
import { refundFacts, RefundFactsRow } from './refund-facts.js';
import { GetReportHandler } from './report.handler.js';
import type { Report, ReportView } from './report.js';
import { soldLines, SoldLineRow } from './sold-lines.js';
import { stockMoves, StockMovesRow } from './stock-moves.js';

/** The reports do not depend on what the rules allow: whatever stands in the log is told. */
const anything = (category: string, events: readonly EventClass[]): Decider<object, DomainEvent> => ({
  ...{ category, idKey: 'id', events, initial: {}, shape: 1, notFound: 'none' },
  evolve: (state) => state,
});
const orders = anything('order', [
  ...[
    OrderCreated,
    OrderConfirmed,
    OrderPaid,
    OrderShipped,
    OrderDelivered,
    OrderCancelled,
    OrderUnitsCancelled,
  ],
]);
const payments = anything('payment', [PaymentCaptured, PaymentPartiallyRefunded, PaymentRefunded]);
const stock = anything('stock', stockMovements.events);
const reservations = anything('reservation', [StockReserved]);
const models = [orderFacts, soldLines, refundFacts, stockMoves];

const address = { name: 'A', line1: '1 St', city: 'L', postalCode: 'N1', country: 'GB' };
const [ada, bob] = [newId(), newId()];

describe('Reports', () => {
  let db: TestDatabase;
  let waybill: Instance;
  let position = 0;
  beforeAll(async () => {
    db = await testDatabase();
    waybill = await startInstance(db.url, {
      providers: [projects(orderFacts), projects(soldLines), projects(refundFacts), projects(stockMoves)],
      entities: [OrderFactsRow, SoldLineRow, RefundFactsRow, StockMovesRow],
      knows: [orders, payments, stock, reservations].flatMap(({ events }) => events),
    });
  });
  afterAll(async () => {
    await waybill.stop();
    await db.drop();
  });

  const happens = async (what: typeof orders, id: string, at: string, event: DomainEvent) => {
    const context = systemContext('spec', { at: new Date(at).toISOString() });
    ({ position } = await waybill.store.execute(what, id, context, () => [event]));
  };
  const report = async <Filter extends z.ZodType<Period>, Item extends z.ZodType>(
    of: Report<Filter, Item>,
    asked: object,
  ) => {
    for (const { name } of models) expect(await waybill.progress.waitFor(name, position, 15_000)).toBe(true);
    const filter = of.filter.parse(asked);
    const told = await new GetReportHandler(waybill.database, waybill.progress).execute(
      new GetReport(of, filter) as never,
    );
    for (const row of told.items) of.item.parse(row);
    return told as ReportView<Record<string, unknown>>;
  };

  /** @param amount of the one line, 2 units */
  const sold = async (
    customerId: string,
    at: string,
    amount: number,
    { currency = 'EUR', sku = 'MUG' } = {},
  ) => {
    const orderId = newId();
    const unitPrice = { amountMinor: amount / 2, currency };
    const terms = {
      orderId,
      customerId,
      currency,
      items: [{ sku, name: `A ${sku}`, quantity: 2, unitPrice }],
    };
    const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
    await happens(orders, orderId, later(-300), new OrderCreated(terms));
    const total = { amountMinor: amount, currency };
    const paymentMethod = { type: 'card', token: 'tok_ok' } as const;
    const confirmed = new OrderConfirmed({ ...terms, total, shippingAddress: address, paymentMethod });
    await happens(orders, orderId, later(-200), confirmed);
    const reserved = new StockReserved({ orderId, lines: [{ sku, quantity: 2 }] });
    await happens(reservations, orderId, later(-100), reserved);
    await happens(orders, orderId, at, new OrderPaid({ orderId, paymentId: newId() }));
    return orderId;
  };
  const shipped = async (orderId: string, at: string) => {
    const parcel = { shipmentId: newId(), carrier: 'C', trackingNumber: 'T' };
    await happens(orders, orderId, at, new OrderShipped({ orderId, ...parcel }));
  };
  const refunded = async (orderId: string, at: string, amountMinor: number, whole = true) => {
    const amount = { amountMinor, currency: 'EUR' };
    const ids = { paymentId: newId(), orderId, refundId: newId() };
    const Kind = whole ? PaymentRefunded : PaymentPartiallyRefunded;
    await happens(
      payments,
      ids.paymentId,
      at,
      new Kind({ ...ids, amount, reference: 'r', refundedTotal: amount }),
    );
  };

  it('say what was sold, day by day as days are where the shop is', async () => {
    await sold(ada, '2026-03-28T22:59:00Z', 1000);
    await sold(ada, '2026-03-28T23:01:00Z', 2000);
    const pounds = await sold(bob, '2026-03-29T21:59:00Z', 400, { currency: 'GBP', sku: 'POT' });
    await sold(bob, '2026-03-29T22:01:00Z', 8000);
    await refunded(pounds, '2026-03-30T10:00:00Z', 100, false);
    const period = { from: '2026-03-28', to: '2026-03-31', timeZone: 'Europe/Berlin' };
    const told = await report(sales, period);
    expect(told).toMatchObject({
      from: '2026-03-27T23:00:00.000Z',
      to: '2026-03-30T22:00:00.000Z',
      asOfPosition: position,
    });
    const inEuro = told.items.filter(({ currency }) => currency === 'EUR');
    expect(inEuro.map((day) => [day['start'], day['orders'], day['grossMinor'], day['netMinor']])).toEqual([
      ['2026-03-27T23:00:00.000Z', 1, 1000, 1000],
      ['2026-03-28T23:00:00.000Z', 1, 2000, 2000],
      // 23 hours long: the clocks went forward.
      ['2026-03-29T22:00:00.000Z', 1, 8000, 7900],
    ]);
    const inPounds = told.items.filter(({ currency }) => currency === 'GBP');
    expect(inPounds.map(({ orders, units }) => [orders, units])).toEqual([
      [0, 0],
      [1, 2],
      [0, 0],
    ]);
  });

  it('count no units that were cancelled before they were sent, and their money as given back', async () => {
    const at = '2026-06-01T12:00:00Z';
    const order = await sold(ada, at, 1_000, { sku: 'CUP' });
    const amount = { amountMinor: 500, currency: 'EUR' };
    const items = [{ sku: 'CUP', name: 'A CUP', quantity: 1, unitPrice: amount }];
    const why = { code: 'operator', detail: 'x' } as const;
    const cut = new OrderUnitsCancelled({ orderId: order, items, amount, total: amount, ...why });
    await happens(orders, order, '2026-06-01T13:00:00Z', cut);
    await refunded(order, '2026-06-01T13:01:00Z', 500, false);
    const period = { from: '2026-06-01', to: '2026-06-02' };
    expect((await report(sales, period)).items).toMatchObject([
      { orders: 1, grossMinor: 1_000, refundedMinor: 500, netMinor: 500 },
    ]);
    expect((await report(topProducts, period)).items).toMatchObject([
      { sku: 'CUP', orders: 1, units: 1, revenueMinor: 500 },
    ]);
  });

  it('say nothing of money that came after its order had ended, and went back', async () => {
    const [orderId, paymentId] = [newId(), newId()];
    const amount = { amountMinor: 2_000, currency: 'EUR' };
    const items = [{ sku: 'CUP', name: 'A CUP', quantity: 1, unitPrice: amount }];
    const at = (hour: number) => `2026-07-01T0${hour}:00:00Z`;
    await happens(
      orders,
      orderId,
      at(1),
      new OrderCreated({ ...{ orderId, customerId: ada, currency: 'EUR' }, items }),
    );
    const why = { code: 'customer-request', detail: 'x' } as const;
    await happens(orders, orderId, at(2), new OrderCancelled({ orderId, ...why }));
    const late = { paymentId, orderId, amount, reference: 'SEPA', evidence: 'record' } as const;
    await happens(payments, paymentId, at(3), new PaymentCaptured(late));
    await refunded(orderId, at(4), 2_000);
    await sold(ada, at(5), 300);
    expect((await report(sales, { from: '2026-07-01', to: '2026-07-02' })).items).toMatchObject([
      { orders: 1, grossMinor: 300, refundedMinor: 0, netMinor: 300 },
    ]);
  });

  it('keep the two hours apart that have one name when clocks go back, and know zones of odd minutes', async () => {
    await sold(ada, '2026-10-25T00:30:00Z', 2);
    await sold(ada, '2026-10-25T01:30:00Z', 4);
    const night = { from: '2026-10-25T00:00:00Z', to: '2026-10-25T03:00:00Z', interval: 'hour' };
    const berlin = await report(sales, { ...night, timeZone: 'Europe/Berlin' });
    expect(berlin.items.map((hour) => [hour['start'], hour['grossMinor']])).toEqual([
      ['2026-10-25T00:00:00.000Z', 2],
      ['2026-10-25T01:00:00.000Z', 4],
      ['2026-10-25T02:00:00.000Z', 0],
    ]);
    const kathmandu = await report(sales, { ...night, timeZone: 'Asia/Kathmandu' });
    expect(kathmandu.items[0]).toMatchObject({ start: '2026-10-24T23:15:00.000Z', grossMinor: 0 });
    expect(kathmandu.items[1]).toMatchObject({ start: '2026-10-25T00:15:00.000Z', grossMinor: 2 });
    const month = await report(sales, {
      from: '2026-10-01',
      to: '2026-11-01',
      interval: 'month',
      timeZone: 'Europe/Berlin',
    });
    expect(month.items).toMatchObject([{ start: '2026-09-30T22:00:00.000Z', orders: 2, grossMinor: 6 }]);
    const week = await report(sales, { from: '2026-10-19', to: '2026-10-26', interval: 'week' });
    expect(week.items).toMatchObject([{ start: '2026-10-19T00:00:00.000Z', orders: 2 }]);
  });

  it('say how far orders came, and how long each step took', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 12, minutes)).toISOString();
    const [first, second, third] = [
      await sold(ada, at(0), 10),
      await sold(ada, at(1), 20),
      await sold(bob, at(2), 30),
    ];
    await shipped(first, at(10));
    await shipped(second, at(21));
    await happens(orders, first, at(40), new OrderDelivered({ orderId: first }));
    await happens(
      orders,
      third,
      at(57),
      new OrderCancelled({ orderId: third, code: 'shipment-refused', detail: 'x' }),
    );
    await refunded(third, at(58), 30);
    const { items } = await report(funnel, { from: '2026-05-01', to: '2026-05-02' });
    expect(items.map(({ step, orders, medianMs, p90Ms }) => [step, orders, medianMs, p90Ms])).toEqual([
      ['created', 3, null, null],
      ['confirmed', 3, 100_000, 100_000],
      ['reserved', 3, 100_000, 100_000],
      ['paid', 3, 100_000, 100_000],
      ['shipped', 2, 900_000, 1_140_000],
      ['delivered', 1, 1_800_000, 1_800_000],
      ['cancelled', 1, 3_600_000, 3_600_000],
    ]);
    expect(items[4]).toMatchObject({ share: 0.6667 });
  });

  it('say why orders were cancelled, and do not count them as sold', async () => {
    const may = { from: '2026-05-01', to: '2026-06-01' };
    expect((await report(cancellations, may)).items).toEqual([
      { code: 'shipment-refused', stage: 'paid', currency: 'EUR', orders: 1, share: 1, valueMinor: 30 },
    ]);
    expect((await report(topProducts, may)).items).toEqual([
      { sku: 'MUG', name: 'A MUG', currency: 'EUR', orders: 2, units: 4, revenueMinor: 30 },
    ]);
  });

  it('say what sells best in each currency', async () => {
    await sold(ada, '2026-05-03T00:00:00Z', 500, { currency: 'EUR', sku: 'POT' });
    await sold(ada, '2026-05-03T00:00:00Z', 2, { currency: 'GBP', sku: 'PIN' });
    const may = { from: '2026-05-01', to: '2026-06-01' };
    const skus = async (asked: object) =>
      (await report(topProducts, { ...may, ...asked })).items.map(({ sku }) => sku);
    expect(await skus({})).toEqual(['POT', 'MUG', 'PIN']);
    expect(await skus({ by: 'units', currency: 'EUR' })).toEqual(['MUG', 'POT']);
    expect(await skus({ limit: '1' })).toEqual(['POT', 'PIN']);
  });

  it('say who bought, and who for the first time', async () => {
    const cy = newId();
    await sold(cy, '2026-05-04T00:00:00Z', 5000);
    const { items } = await report(customers, { from: '2026-05-01', to: '2026-06-01' });
    expect(items[0]).toEqual({
      ...{ customerId: cy, currency: 'EUR', orders: 1, spentMinor: 5000, averageMinor: 5000, isNew: true },
      lastOrderAt: '2026-05-04T00:00:00.000Z',
    });
    expect(items.find(({ customerId, currency }) => customerId === ada && currency === 'EUR')).toMatchObject({
      ...{ orders: 3, spentMinor: 530, averageMinor: 177, isNew: false },
    });
  });

  it('say what came and went, and how often it turned over', async () => {
    const at = (day: number) => new Date(Date.UTC(2026, 5, day)).toISOString();
    const orderId = newId();
    await happens(stock, 'S', at(1), new StockReceived({ sku: 'S', quantity: 10, reference: null }));
    await happens(stock, 'S', at(3), new StockReceived({ sku: 'S', quantity: 2, reference: null }));
    await happens(stock, 'S', at(3), new UnitsReserved({ sku: 'S', orderId, quantity: 4 }));
    await happens(stock, 'S', at(4), new UnitsConsumed({ sku: 'S', orderId, quantity: 4 }));
    const { items } = await report(stockTurnover, { from: '2026-06-02', to: '2026-06-05', sku: 'S' });
    expect(items).toEqual([
      { sku: 'S', opening: 10, received: 2, shipped: 4, lost: 0, closing: 8, turnover: 0.4444 },
    ]);
  });

  it.each(models)('would say the same after a rebuild: $name', async ({ name }) => {
    const rebuilder = waybill.module.get(Rebuilder);
    const why = { requestedBy: 'spec', reason: 'to compare' };
    const { id } = await rebuilder.request(waybill.database, name, 'verify', why);
    rebuilder.beat();
    const ended = await eventually(async () => {
      const rebuild = await waybill.module.get(RebuildStore).find(id);
      return rebuild?.state === 'running' ? undefined : rebuild;
    });
    expect(ended).toMatchObject({ state: 'done', comparison: { differences: 0 } });
    expect(ended?.comparison?.rows.live).toBeGreaterThan(0);
  });
});
