import type { Money } from '../api/types.js';

/** ISO 4217, as the server counts; browsers leave out decimals that nobody uses in shops, and an amount has them. */
const WITHOUT_TWO_DECIMALS = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const decimals = new Map(
  Object.entries(WITHOUT_TWO_DECIMALS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(digits)]),
  ),
);

/** Exact: the digits are moved, never divided. */
export function inWords({ amountMinor, currency }: Money): string {
  const digits = decimals.get(currency) ?? 2;
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(`${amountMinor}e-${digits}` as Intl.StringNumericLiteral);
}
