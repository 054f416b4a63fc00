/** Integer minor units (cents, pence, yen) of one ISO 4217 currency. Never a float. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * Multiplies a unit price. Exact or an error.
 *
 * @throws RangeError past 9,007,199,254,740,991 minor units or on a fractional factor
 */
export function times(price: Money, quantity: number): Money {
  return { amountMinor: exact(price.amountMinor * quantity), currency: price.currency };
}

/**
 * Sums amounts of one currency.
 *
 * @throws RangeError on overflow, TypeError when currencies differ
 */
export function sum(currency: string, amounts: readonly Money[]): Money {
  let total = 0;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new TypeError(`cannot add ${amount.currency} to ${currency}`);
    total = exact(total + amount.amountMinor);
  }
  return { amountMinor: total, currency };
}

function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('the amount leaves the exact range of minor units');
  return amount;
}
