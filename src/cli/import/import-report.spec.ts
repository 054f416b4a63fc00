import { describe, expect, it } from '@jest/globals';
import { readInvoiceFile } from './import-file.js';
import { planImport } from './import-plan.js';
import { asPlanned, reconcile, type OrderOutcome, type RefundOutcome } from './import-report.js';

const file = readInvoiceFile(
  Buffer.from(`InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
1,A,x,5,1/1/2011,2.00,7,X
2,A,x,1,2/1/2011,2.00,7,X
C3,A,x,-2,2/1/2011,2.00,7,X
C4,B,x,-1,2/1/2011,0.70,7,X
A5,B,x,1,2/1/2011,9.00,7,X
6,A,x,1,soon,1.00,7,X
7,A,x,1,2/1/2011,free,7,X`),
  'GBP',
);
const plan = planImport(file);
const planned = asPlanned(plan);
const reportWhen = (changes: {
  orders?: Record<string, OrderOutcome>;
  refunds?: Record<string, RefundOutcome>;
}) =>
  reconcile(file, plan, {
    orders: new Map([...planned.orders, ...Object.entries(changes.orders ?? {})]),
    refunds: new Map([...planned.refunds, ...Object.entries(changes.refunds ?? {})]),
  });
type Amounts = [file: number, orders: number, refunds: number, failed: number, refused: number];
const row = (day: string, ...[file, orders, refunds, failed, refused]: Amounts) => ({
  day,
  file,
  orders,
  refunds,
  failed,
  refused,
  difference: 0,
});

describe('the report', () => {
  it('sets the file against orders, refunds and what was not taken, for each day', () => {
    const report = reportWhen({});
    expect(report.days).toEqual([
      row('2011-01-01', 1000, 1000, 0, 0, 0),
      row('2011-01-02', 630, 200, -470, 0, 900),
      row('no date', 100, 0, 0, 0, 100),
    ]);
    expect(report.total).toEqual(row('total', 1730, 1200, -470, 0, 1000));
    expect(report.earlierMinor).toBe(70);
    expect(report.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'A5 is neither an invoice (digits) nor a credit note (C and digits)'],
      [7, '"soon" is not a date (d/m/yyyy)'],
      [8, '"free" is not an amount'],
    ]);
  });

  it('explains an order that was cancelled, and the refund that it could not have', () => {
    const { days, failures } = reportWhen({
      orders: { 1: { state: 'cancelled', totalMinor: 1000, detail: 'insufficient-stock: A' } },
      refunds: { 'C3#2': { state: 'refused', detail: 'its sale 1 is cancelled' } },
    });
    expect(days.slice(0, 2)).toEqual([
      row('2011-01-01', 1000, 0, 0, 1000, 0),
      row('2011-01-02', 630, 200, -270, -200, 900),
    ]);
    expect(failures.map(({ key, detail }) => [key, detail])).toEqual([
      ['1', 'insufficient-stock: A'],
      ['C3#2', 'its sale 1 is cancelled'],
    ]);
  });

  it('has no explanation for an order of another amount than the file, nor for what is missing, but names them', () => {
    const other = reportWhen({ orders: { 1: { state: 'shipped', totalMinor: 999 } } });
    expect(other.total.difference).toBe(1);
    expect(other.unexplained).toEqual([
      { key: '1', day: '2011-01-01', amountMinor: 1, detail: 'Waybill has 9.99, the file 10.00' },
    ]);
    const lost = reconcile(file, plan, { orders: new Map(), refunds: planned.refunds });
    expect(lost.days.map(({ difference }) => difference)).toEqual([1000, 200, 0]);
    expect(lost.unexplained).toHaveLength(3);
  });

  it('counts an order under way as a sale, and names it', () => {
    const { total, open } = reportWhen({
      orders: { 2: { state: 'under-way', totalMinor: 200, detail: 'stuck' } },
    });
    expect(total.difference).toBe(0);
    expect(open).toEqual([{ key: '2', day: '2011-01-02', amountMinor: 200, detail: 'stuck' }]);
  });
});
