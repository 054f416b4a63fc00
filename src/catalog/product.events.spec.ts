import { describe, expect, it } from '@jest/globals';
import { upcast } from '../platform/core/event.js';
import { product } from './product.decider.js';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden = [
  {
    type: 'ProductCreated',
    version: 1,
    stored:
      '{"sku":"MUG-BLUE","name":"Blue mug","description":null,"category":"kitchen","price":{"amountMinor":1999,"currency":"EUR"}}',
    newest: {
      sku: 'MUG-BLUE',
      name: 'Blue mug',
      description: null,
      category: 'kitchen',
      price: { amountMinor: 1999, currency: 'EUR' },
    },
  },
  {
    type: 'ProductChanged',
    version: 1,
    stored: '{"sku":"MUG-BLUE","price":{"amountMinor":2499,"currency":"EUR"}}',
    newest: { sku: 'MUG-BLUE', price: { amountMinor: 2499, currency: 'EUR' } },
  },
  { type: 'ProductArchived', version: 1, stored: '{"sku":"MUG-BLUE"}', newest: { sku: 'MUG-BLUE' } },
];

describe('Stored product events', () => {
  it.each(golden)('$type v$version is still understood', ({ type, version, stored, newest }) => {
    const declared = product.events.find((one) => one.type === type);
    expect(upcast(declared!, version, JSON.parse(stored) as object).data).toStrictEqual(newest);
  });

  it.each(product.events.map(({ type, version }) => ({ type, version })))(
    '$type has a golden row for each of its $version version(s)',
    ({ type, version }) =>
      expect(golden.filter((row) => row.type === type).map((row) => row.version)).toStrictEqual(
        Array.from({ length: version }, (_, index) => index + 1),
      ),
  );
});
