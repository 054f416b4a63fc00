import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, type InvoiceFile, type InvoiceLine } from './import-file.js';
import { planImport } from './import-plan.js';
import { asPlanned, reconcile } from './import-report.js';

const line = fc.record({
  invoice: fc.constantFrom('1', '2', '3', '4', 'C5', 'C6', 'C7', 'A8'),
  code: fc.constantFrom('A', 'B', 'POST', 'D'),
  description: fc.constantFrom('', 'ONE', 'TWO'),
  quantity: fc
    .oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -25_000, max: 25_000 }))
    .filter((n) => n !== 0),
  priceMinor: fc.constantFrom(0, 1, 255, 255, 210, -5),
  at: fc.constantFrom('2010-12-01T00:00:00.000Z', '2010-12-02T00:00:00.000Z'),
  customer: fc.constantFrom('7', '7', '7', '8', null),
  country: fc.constant('United Kingdom'),
});
const files: fc.Arbitrary<InvoiceFile> = fc.array(line, { maxLength: 60 }).map((lines) => ({
  currency: 'GBP',
  rows: lines.length,
  lines: lines.map((one, index): InvoiceLine => ({ ...one, line: index + 2 })),
  refused: [],
}));
const law = (claim: (file: InvoiceFile) => void) => fc.assert(fc.property(files, claim), { numRuns: 400 });
const sumBy = <Row>(rows: readonly Row[], key: (row: Row) => string, value: (row: Row) => number) => {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row));
  return sums;
};

describe('whatever stands in the file', () => {
  it('the money of each day is in orders, refunds and refused rows, to the penny', () =>
    law((file) => {
      const plan = planImport(file);
      const { days, total } = reconcile(file, plan, asPlanned(plan));
      expect([...days, total].filter(({ difference }) => difference !== 0)).toEqual([]);
      expect(total.file).toBe(file.lines.reduce((sum, one) => sum + amountOf(one), 0));
    }));

  it('no order is refunded more than was paid, and every refund is worth something', () =>
    law((file) => {
      const { orders, refunds } = planImport(file);
      const paid = new Map(orders.map(({ key, totalMinor }) => [key, totalMinor]));
      const given = sumBy(
        refunds,
        ({ orderKey }) => orderKey,
        ({ amountMinor }) => amountMinor,
      );
      for (const [key, amount] of given) expect(amount).toBeLessThanOrEqual(paid.get(key)!);
      expect(refunds.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
    }));

  it('the units that are sold or lost have been received, and stock is never short on the way', () =>
    law((file) => {
      const { orders, moves } = planImport(file);
      const received = moves.filter(({ kind, key }) => kind === 'receipt' && !key.includes('#'));
      const sold = orders.flatMap(({ items }) => items);
      expect(
        sumBy(
          received,
          ({ sku }) => sku,
          ({ quantity }) => quantity,
        ),
      ).toEqual(
        sumBy(
          sold,
          ({ sku }) => sku,
          ({ quantity }) => quantity,
        ),
      );
      const onHand = new Map<string, number>();
      for (const { sku, quantity } of moves) {
        onHand.set(sku, (onHand.get(sku) ?? 0) + quantity);
        expect(onHand.get(sku)).toBeGreaterThanOrEqual(0);
      }
    }));

  it('orders are as small as orders must be, and every SKU has one price', () =>
    law((file) => {
      const { orders, articles } = planImport(file);
      const prices = new Map(articles.map(({ sku, priceMinor }) => [sku, priceMinor]));
      expect(prices.size).toBe(articles.length);
      for (const { sku, quantity, priceMinor } of orders.flatMap(({ items }) => items)) {
        expect(quantity).toBeGreaterThan(0);
        expect(quantity).toBeLessThanOrEqual(10_000);
        expect(prices.get(sku)).toBe(priceMinor);
      }
    }));

  it('every command has a name of its own', () =>
    law((file) => {
      const { orders, refunds, moves } = planImport(file);
      for (const list of [orders, refunds, moves]) {
        expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
      }
    }));
});
