import { describe, expect, it } from '@jest/globals';
import { fromStripe, toStripe } from './stripe-amounts.js';

describe('An amount at Stripe', () => {
  it.each([
    ['EUR', 1999, 1999],
    ['JPY', 550, 550],
    ['ISK', 550, 55_000],
    ['UGX', 7, 700],
    ['MGA', 12_300, 123],
    ['KWD', 1_250, 1_250],
  ])('of %s: %i of our minor units are %i of theirs, and back', (currency, amountMinor, amount) => {
    expect(toStripe({ amountMinor, currency })).toEqual({ amount, currency: currency.toLowerCase() });
    expect(fromStripe({ amount, currency: currency.toLowerCase() })).toEqual({ amountMinor, currency });
  });

  it.each([
    ['MGA', 12_301],
    ['KWD', 1_255],
    ['ISK', Number.MAX_SAFE_INTEGER],
  ])('does not exist for what Stripe cannot move: %s %i', (currency, amountMinor) => {
    expect(toStripe({ amountMinor, currency })).toBeUndefined();
  });
});
