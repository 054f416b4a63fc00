import { stillUnderstood, type GoldenRow } from '../platform/testing/golden.js';
import { product } from './product.decider.js';

/** One row for each version of each event ever shipped, as stored. Rows are added, never changed. */
const golden: readonly GoldenRow[] = [
  {
    type: 'ProductCreated',
    version: 1,
    stored:
      '{"sku":"MUG-BLUE","name":"Blue mug","description":null,"category":"kitchen","price":{"amountMinor":1999,"currency":"EUR"}}',
  },
  {
    type: 'ProductChanged',
    version: 1,
    stored: '{"sku":"MUG-BLUE","price":{"amountMinor":2499,"currency":"EUR"}}',
  },
  { type: 'ProductArchived', version: 1, stored: '{"sku":"MUG-BLUE"}' },
];

stillUnderstood(product.events, golden);
