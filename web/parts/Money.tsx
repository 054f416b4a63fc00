import type { Money as Amount } from '../api/types.js';

/** Minor units are whole numbers up to 2^53, so no digit is lost on the way to text. */
export function inWords({ amountMinor, currency }: Amount): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

export const Money = ({ amount }: { readonly amount: Amount }) => (
  <span className="money">{inWords(amount)}</span>
);
