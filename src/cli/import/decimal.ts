import { exponentOf, minorUnits } from '../../platform/core/money.js';

const AMOUNT = /^-?\d{1,9}(?:\.\d{0,6})?$/;

/**
 * @param text such as `2.55`, `27.5` or `-11062.06`
 * @param currency tells how many decimals there are
 * @returns minor units, or why it is none: a sentence for the report
 */
export function amountIn(text: string, currency: string): number | string {
  const given = text.trim();
  if (!AMOUNT.test(given)) return `"${text}" is not an amount`;
  const minor = minorUnits(given.replace(/\.$/, ''), currency);
  if (minor !== undefined) return minor;
  const decimals = exponentOf(currency);
  return `${given} has more decimals than ${currency}, which has ${decimals === 0 ? 'none' : decimals}`;
}

/** `-12345` -> `-123.45` of GBP, `-12345` of JPY, `-12.345` of KWD */
export function decimal(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const [whole, part] = [digits.slice(0, digits.length - exponent), digits.slice(digits.length - exponent)];
  return `${minor < 0 ? '-' : ''}${whole}${part && `.${part}`}`;
}

/** @throws RangeError past 9,007,199,254,740,991 */
export function exactSum(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(total)) throw new RangeError('the total leaves the exact range of minor units');
  }
  return total;
}
