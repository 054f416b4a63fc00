import { z } from 'zod';
import { currency, prose, text } from '../platform/core/schemas.js';

/** The words of the catalogue, for what is asked and what is told. */

const price = z.strictObject({ amountMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER), currency }).meta({
  id: 'Price',
  description: 'Money, never negative',
  examples: [{ amountMinor: 1999, currency: 'EUR' }],
});

export const details = {
  name: text(200).meta({ examples: ['Blue mug'] }),
  description: prose(5000)
    .nullable()
    .meta({ examples: ['Holds 300 ml'] }),
  category: text(100).meta({ examples: ['kitchen'] }),
  price,
};
