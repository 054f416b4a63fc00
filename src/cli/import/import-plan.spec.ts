import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readInvoiceFile } from './import-file.js';
import { planImport } from './import-plan.js';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const fileOf = (...rows: string[]) => readInvoiceFile(Buffer.from([header, ...rows].join('\n')), 'GBP');
const planOf = (...rows: string[]) => planImport(fileOf(...rows));

describe('a sale', () => {
  it('becomes one order, with the lines of one article and price summed, also when they are written in two ways', () => {
    const { orders, moves } = planOf('1,85123a,x,2,1/1/2011,3,7,France', '1,85123A,x,1,1/1/2011,3,7,France');
    expect(orders).toEqual([
      {
        key: '1',
        invoice: '1',
        at: '2011-01-01T00:00:00.000Z',
        day: '2011-01-01',
        customer: '7',
        country: 'France',
        items: [{ sku: '85123A', quantity: 3, priceMinor: 300 }],
        totalMinor: 900,
        reason: 'invoice 1',
      },
    ]);
    expect(moves).toMatchObject([{ key: '1 85123A', kind: 'receipt', sku: '85123A', quantity: 3 }]);
  });

  it('takes the code at its usual price, and a variant of the code at any other', () => {
    const { orders, articles } = planOf(
      '1,A,USUAL NAME,1,1/1/2011,2.55,7,X',
      '2,A,USUAL NAME,1,1/1/2011,2.55,7,X',
      '3,A,ODD NAME,1,1/1/2011,2.10,7,X',
      '3,A,,1,1/1/2011,0,7,X',
    );
    expect(orders[2]?.items.map(({ sku }) => sku)).toEqual(['A.p210', 'A.p0']);
    expect(articles).toEqual([
      { sku: 'A', name: 'USUAL NAME', category: 'goods', priceMinor: 255 },
      {
        sku: 'A.p0',
        name: 'USUAL NAME',
        description: 'A sold at 0.00 instead of 2.55',
        category: 'goods',
        priceMinor: 0,
      },
      {
        sku: 'A.p210',
        name: 'USUAL NAME',
        description: 'A sold at 2.10 instead of 2.55',
        category: 'goods',
        priceMinor: 210,
      },
    ]);
  });

  it('leaves a price alone that the catalogue has already, and a code that it cannot use', () => {
    const file = fileOf('1,A,x,1,1/1/2011,2.55,7,X', '1,B,x,1,1/1/2011,2.55,7,X');
    const known = new Map([
      ['A', { priceMinor: 300, usable: true }],
      ['B', { priceMinor: 255, usable: false }],
    ]);
    expect(planImport(file, known).articles.map(({ sku }) => sku)).toEqual(['A.p255', 'B.p255']);
  });

  it('keeps postage, carriage, bank charges and manual charges as services of the order', () => {
    const { articles, orders } = planOf('1,POST,,2,1/1/2011,18,7,X', '1,BANK CHARGES,,1,1/1/2011,15,7,X');
    expect(orders[0]?.totalMinor).toBe(5100);
    expect(articles).toMatchObject([
      { sku: 'BANK-CHARGES', name: 'Bank charges', category: 'services' },
      { sku: 'POST', name: 'Postage', category: 'services' },
    ]);
  });

  it('becomes several orders when it is larger than an order may be', () => {
    const lines = Array.from({ length: 1001 }, (_, i) => `1,S${i},x,1,1/1/2011,1,7,X`);
    const { orders } = planOf(...lines, '1,BIG,x,24000,1/1/2011,0.01,7,X');
    expect(orders.map(({ key, items }) => [key, items.length])).toEqual([
      ['1', 1000],
      ['1/2', 2],
      ['1/3', 1],
      ['1/4', 1],
    ]);
    expect(orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(1001 * 100 + 24000);
  });
});

describe('a credit note', () => {
  const sale = '1,A,x,5,1/1/2011,2.00,7,X';

  it('refunds the last earlier sale of the same article to the same customer at the same price', () => {
    const { orders, refunds } = planOf(sale, '2,A,x,5,2/1/2011,2.00,7,X', 'C3,A,x,-2,3/1/2011,2.00,7,X');
    expect(orders).toHaveLength(2);
    expect(refunds).toEqual([
      {
        key: 'C3#1',
        credit: 'C3',
        orderKey: '2',
        at: '2011-01-03T00:00:00.000Z',
        day: '2011-01-03',
        amountMinor: 400,
        reason: 'credit note C3 of 2011-01-03',
        lines: [4],
      },
    ]);
  });

  it.each([
    ['another customer', 'C3,A,x,-2,3/1/2011,2.00,8,X'],
    ['another price', 'C3,A,x,-2,3/1/2011,2.10,7,X'],
    ['another article', 'C3,B,x,-2,3/1/2011,2.00,7,X'],
    ['nobody', 'C3,A,x,-2,3/1/2011,2.00,,X'],
    ['an earlier day', 'C3,A,x,-2,31/12/2010,2.00,7,X'],
  ])('for %s is of a sale before the file: that order is placed and refunded', (_, credit) => {
    const { orders, refunds } = planOf(sale, credit);
    const earlier = orders.find(({ key }) => key === 'before C3');
    expect(earlier).toMatchObject({ day: null, items: [{ quantity: 2 }] });
    expect(refunds).toMatchObject([{ orderKey: 'before C3', amountMinor: earlier?.totalMinor }]);
  });

  it('takes back no more units than were sold; the others were sold before the file', () => {
    const { refunds } = planOf(sale, 'C3,A,x,-3,3/1/2011,2.00,7,X', 'C4,A,x,-3,3/1/2011,2.00,7,X');
    expect(refunds.map(({ orderKey, amountMinor }) => [orderKey, amountMinor])).toEqual([
      ['1', 600],
      ['1', 400],
      ['before C4', 200],
    ]);
  });

  it('that is a discount refunds the last sale to the customer that was worth as much', () => {
    const { refunds } = planOf(sale, '2,A,x,1,2/1/2011,2.00,7,X', 'C3,D,Discount,-1,3/1/2011,4.00,7,X');
    expect(refunds).toMatchObject([{ orderKey: '1', amountMinor: 400 }]);
  });

  it('that is a discount on a sale before the file says nothing about its goods', () => {
    const { orders } = planOf('C3,D,Discount,-1,3/1/2011,27.50,7,X');
    expect(orders).toMatchObject([{ key: 'before C3', at: '2011-01-02T00:00:00.000Z', totalMinor: 2750 }]);
    expect(orders[0]?.items[0]?.sku).toBe('EARLIER-SALE.p2750');
  });

  it('refunds an invoice that became two orders, from both', () => {
    const { refunds } = planOf('1,A,x,15000,1/1/2011,1.00,7,X', 'C2,A,x,-12000,2/1/2011,1.00,7,X');
    expect(refunds.map(({ key, orderKey, amountMinor }) => [key, orderKey, amountMinor])).toEqual([
      ['C2#1', '1', 1_000_000],
      ['C2#2', '1/2', 200_000],
    ]);
  });
});

describe('lines that nobody buys', () => {
  it('correct the stock of the code; what is lost was received before', () => {
    const { moves, orders, articles } = planOf('1,A,amazon,20,1/1/2011,0,,X', '2,A,?,-30,2/1/2011,0,,X');
    expect([orders, articles]).toEqual([[], []]);
    expect(moves).toMatchObject([
      { kind: 'adjustment', sku: 'A', quantity: 20, note: 'correction 1: amazon' },
      { kind: 'receipt', sku: 'A', quantity: 30 },
      { kind: 'adjustment', sku: 'A', quantity: -30, note: 'correction 2: ?' },
    ]);
  });

  it.each([
    ['A563185,B,Adjust bad debt,1,1/1/2011,11062.06,,X', 'A563185 is neither an invoice (digits) nor'],
    ['1,B,Adjust,1,1/1/2011,-5,,X', 'a negative price is a matter of the books'],
    ['1,A,x,-5,1/1/2011,5,7,X', 'units and money go back only by a credit note'],
    ['C1,A,x,5,1/1/2011,5,7,X', 'the quantity must be negative'],
    ['C1,A,x,-5,1/1/2011,0,7,X', 'a credit of nothing'],
  ])('are refused: %s', (row, reason) => {
    expect(planOf(row).refused).toMatchObject([{ line: 2, reason: expect.stringContaining(reason) }]);
  });

  it('are refused when they contradict their invoice', () => {
    const { refused } = planOf(
      '1,A,x,1,1/1/2011,1,7,X',
      '1,A,x,1,1/1/2011,1,8,X',
      '1,A,x,1,2/1/2011,1,7,X',
      '2,A,x,1,1/1/2011,1,,X',
      '2,A,x,-1,1/1/2011,0,,X',
    );
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'invoice 1 began (line 2) for another customer'],
      [4, 'invoice 1 began (line 2) at another time'],
      [6, 'a sale takes no units back: that needs a credit note (C...)'],
    ]);
  });
});

it('an excerpt of real invoices has a plan that leaves no row out', () => {
  const { orders, refunds, refused, moves } = planImport(
    readInvoiceFile(readFileSync('test/import/excerpt.csv'), 'GBP'),
  );
  expect(refused).toEqual([]);
  expect(orders.filter(({ day }) => day !== null)).toHaveLength(21);
  expect(
    refunds
      .filter(({ orderKey }) => !orderKey.startsWith('before'))
      .map(({ key, orderKey }) => [key, orderKey]),
  ).toEqual([
    ['C536506#1', '536488'],
    ['C536737#1', '536537'],
    ['C536758#1', '536395'],
    ['C536826#1', '536397'],
    ['C536979#1', '536557'],
    ['C537024#1', '536617'],
  ]);
  expect(moves.filter(({ kind }) => kind === 'adjustment')).toHaveLength(9);
});
