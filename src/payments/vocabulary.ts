import { z } from 'zod';
import type { Frozen } from '../platform/core/event.js';
import { derivedId } from '../platform/core/ids.js';
import { text, uuid } from '../platform/core/schemas.js';

/** The words of payments, for what is asked, what is stored and what is told. */

const token = text(200);
export const paymentMethod = z.discriminatedUnion('type', [
  /** With a wallet, the account pays so much, or what it has, and the card the rest. */
  z.strictObject({
    type: z.literal('card'),
    token,
    wallet: z
      .strictObject({
        accountId: uuid,
        amountMinor: z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
      })
      .optional(),
  }),
  z.strictObject({ type: z.literal('paypal'), token }),
  z.strictObject({ type: z.literal('crypto'), token }),
  z.strictObject({ type: z.literal('wallet'), accountId: uuid }),
  z.strictObject({ type: z.literal('bank_transfer') }),
]);
export type PaymentMethod = Frozen<z.output<typeof paymentMethod>>;

/** The account of ours that pays, or a part. */
export const accountOf = (method: PaymentMethod): string | undefined =>
  method.type === 'wallet' ? method.accountId : partOf(method)?.accountId;

/** What an account pays of what a card does not. */
export const partOf = (method: PaymentMethod) => (method.type === 'card' ? method.wallet : undefined);

/** Under which key a gateway knows the charge of a payment, or the wallet its hold. */
export const chargeKeyOf = (paymentId: string): string => derivedId(paymentId, 'charge');

/**
 * How we came to know an outcome: the gateway's reply, a look-up by our key, its answer to a cancellation, a person, or
 * that there was nothing to pay.
 */
export const evidence = z.enum(['reply', 'look-up', 'cancellation', 'record', 'nothing-to-pay']);
export type Evidence = z.output<typeof evidence>;
