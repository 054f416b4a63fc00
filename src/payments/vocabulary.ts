import { z } from 'zod';
import type { Frozen } from '../platform/core/event.js';
import { derivedId } from '../platform/core/ids.js';
import { text, uuid } from '../platform/core/schemas.js';

/** The words of payments, for what is asked, what is stored and what is told. */

const token = text(200);
export const paymentMethod = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('card'), token }),
  z.strictObject({ type: z.literal('paypal'), token }),
  z.strictObject({ type: z.literal('crypto'), token }),
  z.strictObject({ type: z.literal('wallet'), accountId: uuid }),
  z.strictObject({ type: z.literal('bank_transfer') }),
]);
export type PaymentMethod = Frozen<z.output<typeof paymentMethod>>;

/** Under which key a gateway knows the charge of a payment, or the wallet its hold. */
export const chargeKeyOf = (paymentId: string): string => derivedId(paymentId, 'charge');

/**
 * How we came to know an outcome: the gateway's reply, a look-up by our key, its answer to a cancellation, a person, or
 * that there was nothing to pay.
 */
export const evidence = z.enum(['reply', 'look-up', 'cancellation', 'record', 'nothing-to-pay']);
export type Evidence = z.output<typeof evidence>;
