import { z } from 'zod';
import type { Frozen } from '../platform/core/event.js';
import { text } from '../platform/core/schemas.js';

/** The words of the wallet, for what is asked, what is stored and what is told. */

/** Money moves in one direction; which one is said by what is done with it. */
export const movedMinor = z
  .int()
  .min(1)
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ description: 'in minor units of the currency of the account', examples: [2500] });
export const description = text(200).meta({ examples: ['Top-up at the desk'] });

/** Whose money it is. All but the first belong to the house and have no history of their own. */
export const accountKinds = [
  'customer',
  'cash-clearing',
  'order-revenue',
  'refund-liability',
  'write-off',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Why money moved. */
export const entryKind = z.enum(['deposit', 'withdrawal', 'transfer', 'payment', 'refund']);
export type EntryKind = z.output<typeof entryKind>;

export const accountStatus = z.enum(['open', 'frozen', 'closed']);
export const holdState = z.enum(['held', 'captured', 'released', 'expired', 'declined']);

/** Why an account could not set money aside. */
export const declineCode = z.enum([
  'account-not-found',
  'account-frozen',
  'account-closed',
  'currency-mismatch',
  'insufficient-funds',
]);
export type DeclineCode = Frozen<z.output<typeof declineCode>>;
