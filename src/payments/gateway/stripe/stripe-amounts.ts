import type { Money } from '../../../platform/core/money.js';
import { exponentOf } from '../../../platform/core/money.js';

/** An amount as Stripe counts it. */
export interface StripeAmount {
  readonly amount: number;
  readonly currency: string;
}

/** Decimal places at Stripe, where they are others than those of ISO 4217. */
const decimals: ReadonlyMap<string, number> = new Map([
  ['ISK', 2],
  ['MGA', 0],
  ['UGX', 2],
]);

/** How many units of Stripe's one of our minor units is. */
const factorOf = (currency: string): number =>
  10 ** ((decimals.get(currency) ?? exponentOf(currency)) - exponentOf(currency));

/** @returns undefined for what Stripe cannot move: parts of its own unit, and thousandths that are no tens */
export function toStripe({ amountMinor, currency }: Money): StripeAmount | undefined {
  const factor = factorOf(currency);
  const amount = factor < 1 ? amountMinor / Math.round(1 / factor) : amountMinor * factor;
  if (!Number.isSafeInteger(amount)) return undefined;
  if (exponentOf(currency) > 2 && amount % 10 !== 0) return undefined;
  return { amount, currency: currency.toLowerCase() };
}

export function fromStripe({ amount, currency: theirs }: StripeAmount): Money {
  const currency = theirs.toUpperCase();
  const factor = factorOf(currency);
  return { amountMinor: factor < 1 ? amount * Math.round(1 / factor) : amount / factor, currency };
}
