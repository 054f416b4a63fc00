/** Decimal text and integer minor units (pence, cents); no float ever comes near money. */
const AMOUNT = /^(-?)(\d{1,9})(?:\.(\d{0,6}))?$/;

/**
 * @param text such as `2.55`, `27.5` or `-11062.06`
 * @returns minor units, or why it is none: a sentence for the report
 */
export function minorUnits(text: string): number | string {
  const match = AMOUNT.exec(text.trim());
  if (!match) return `"${text}" is not an amount`;
  const [, sign, whole, fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(2))) return `${text} has fractions of a penny`;
  const minor = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return sign && minor !== 0 ? -minor : minor;
}

/** `-12345` -> `-123.45` */
export function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
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
