import { describe, expect, it } from '@jest/globals';
import { amountIn, decimal } from './decimal.js';
import { readInvoiceFile, UnreadableFile } from './import-file.js';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const readIn = (currency: string, ...rows: string[]) =>
  readInvoiceFile(Buffer.from([header, ...rows].join('\n')), currency);
const read = (...rows: string[]) => readIn('GBP', ...rows);

describe('an invoice file', () => {
  it('is read line by line, with money in pence and days first', () => {
    const { lines, refused } = read('536365,85123A,WHITE  HEART ,6,1/12/2010,2.55,17850,United Kingdom');
    expect(refused).toEqual([]);
    expect(lines).toEqual([
      {
        line: 2,
        invoice: '536365',
        code: '85123A',
        description: 'WHITE HEART',
        quantity: 6,
        priceMinor: 255,
        at: '2010-12-01T00:00:00.000Z',
        customer: '17850',
        country: 'United Kingdom',
      },
    ]);
  });

  it('may have a byte order mark, quotes, times, empty lines, columns in another order, and Latin-1 letters', () => {
    const text =
      '\ufeffCountry,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n\nEIRE,1,m,"A, ""B""",-1,31/1/2011 8:26,27.5,';
    expect(readInvoiceFile(Buffer.from(text), 'GBP').lines).toMatchObject([
      {
        line: 3,
        code: 'M',
        description: 'A, "B"',
        priceMinor: 2750,
        at: '2011-01-31T08:26:00.000Z',
        customer: null,
      },
    ]);
    const latin = Buffer.concat([
      Buffer.from(`${header}\n1,A,`),
      Buffer.from([0xa3]),
      Buffer.from(',1,1/1/2011,1,,X'),
    ]);
    expect(readInvoiceFile(latin, 'GBP').lines[0]?.description).toBe('£');
  });

  it.each([
    ['1,A,x,1,31/2/2011,1,,X', '"31/2/2011" is not a date (d/m/yyyy)', null, 100],
    ['1,A,x,1.5,1/2/2011,1,,X', '"1.5" is not a quantity', '2011-02-01', null],
    ['1,A,x,0,1/2/2011,1,,X', '"0" is not a quantity', '2011-02-01', 0],
    ['1,A,x,1,1/2/2011,1.999,,X', '1.999 has more decimals than GBP, which has 2', '2011-02-01', null],
    ['1,A,x,1,1/2/2011,one,,X', '"one" is not an amount', '2011-02-01', null],
    ['1,,x,2,1/2/2011,1.50,,X', 'has no usable stock code', '2011-02-01', 300],
    [',A,x,2,1/2/2011,1.50,,X', 'has no usable invoice number', '2011-02-01', 300],
    ['1,A,x,2,1/2/2011,1.50,X', 'has 7 columns instead of 8', '2011-02-01', 300],
    ['1,A,x,999999999,1/2/2011,999999999,,X', 'the amount cannot be held exactly', '2011-02-01', null],
  ])('refuses %s', (row, reason, day, amountMinor) => {
    expect(read(row).refused).toEqual([{ line: 2, invoice: row.split(',')[0], day, amountMinor, reason }]);
  });

  it('is refused as a whole without its columns, or with a quote that never ends', () => {
    expect(() => readInvoiceFile(Buffer.from('a,b\n1,2'), 'GBP')).toThrow(UnreadableFile);
    expect(() => read('1,"A,x,1,1/2/2011,1,,X')).toThrow(/Quote/);
    expect(() => readInvoiceFile(Buffer.from(''), 'GBP')).toThrow('the header has no column InvoiceNo');
  });
});

describe('an amount', () => {
  it.each([
    ['2.55', 'GBP', 255],
    ['0', 'GBP', 0],
    ['27.5', 'GBP', 2750],
    ['.5', 'GBP', '".5" is not an amount'],
    ['-11062.06', 'GBP', -1_106_206],
    ['2.550', 'GBP', 255],
    ['1e3', 'GBP', '"1e3" is not an amount'],
    ['550', 'JPY', 550],
    ['550.5', 'JPY', '550.5 has more decimals than JPY, which has none'],
    ['1.250', 'KWD', 1250],
    ['1.2505', 'KWD', '1.2505 has more decimals than KWD, which has 3'],
    ['0.0001', 'CLF', 1],
  ])('%s of %s is %p', (text, currency, minor) => expect(amountIn(text, currency)).toBe(minor));

  it.each([
    ['GBP', [0, 5, -5, 255, -1_106_206], ['0.00', '0.05', '-0.05', '2.55', '-11062.06']],
    ['JPY', [0, 550, -550], ['0', '550', '-550']],
    ['KWD', [0, 1, 1250, -125], ['0.000', '0.001', '1.250', '-0.125']],
  ])('of %s is written back as it was', (currency, minor, texts) => {
    expect(minor.map((each) => decimal(each, currency))).toEqual(texts);
  });
});

it('a file in a currency without decimals refuses the row that has some, and keeps the yen of the others', () => {
  const { lines, refused } = readIn('JPY', '1,A,x,2,1/2/2011,550,7,X', '2,A,x,2,1/2/2011,550.50,7,X');
  expect(lines.map(({ priceMinor }) => priceMinor)).toEqual([550]);
  expect(refused).toMatchObject([
    { line: 3, amountMinor: null, reason: '550.50 has more decimals than JPY, which has none' },
  ]);
});
