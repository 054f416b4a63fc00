import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exponentOf, inWords, isCurrency, minorUnits } from './money.js';

const some = ['JPY', 'KRW', 'EUR', 'USD', 'KWD', 'BHD', 'CLF'] as const;

describe('Minor units', () => {
  it.each([
    ['JPY', 0],
    ['ISK', 0],
    ['EUR', 2],
    ['HUF', 2],
    ['KWD', 3],
    ['TND', 3],
    ['UYW', 4],
  ] as const)('of %s have %i decimal places', (currency, exponent) =>
    expect(exponentOf(currency)).toBe(exponent),
  );

  it.each(['ZZZ', 'XXX', 'XTS', 'XAU', 'DEM', 'eur', '', 'EURO'])('%s has none', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => exponentOf(code)).toThrow(RangeError);
  });

  it.each([
    ['550', 'JPY', 550],
    ['1.250', 'KWD', 1_250],
    ['1.25', 'KWD', 1_250],
    ['12.5', 'EUR', 1_250],
    ['12.500', 'EUR', 1_250],
    ['-0.01', 'EUR', -1],
    ['-0', 'EUR', 0],
    ['0.0001', 'CLF', 1],
    ['550.00', 'JPY', 550],
  ] as const)('%s %s are %i', (decimal, currency, units) =>
    expect(minorUnits(decimal, currency)).toBe(units),
  );

  it.each([
    ['550.5', 'JPY'],
    ['1.2505', 'KWD'],
    ['0.001', 'EUR'],
    ['1e3', 'EUR'],
    ['1,250', 'EUR'],
    ['.5', 'EUR'],
    ['', 'EUR'],
    ['90071992547409.92', 'EUR'],
  ] as const)('%s %s are no whole number of minor units', (decimal, currency) =>
    expect(minorUnits(decimal, currency)).toBeUndefined(),
  );

  it.each([
    [1_250, 'EUR', '12.50 EUR'],
    [-5, 'EUR', '-0.05 EUR'],
    [550, 'JPY', '550 JPY'],
    [1_250, 'KWD', '1.250 KWD'],
    [0, 'KWD', '0.000 KWD'],
    [7, 'ZZZ', '7 minor units of ZZZ'],
  ] as const)('%i of %s are said as %s', (amountMinor, currency, said) =>
    expect(inWords({ amountMinor, currency })).toBe(said),
  );

  it('come back from the words they were put into', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...some), (amountMinor, currency) => {
        const [decimal = ''] = inWords({ amountMinor, currency }).split(' ');
        expect(minorUnits(decimal, currency)).toBe(amountMinor === 0 ? 0 : amountMinor);
      }),
    ));
});
