import { z } from 'zod';
import type { Frozen } from '../platform/core/event.js';
import { country, money, sku, text, uuid } from '../platform/core/schemas.js';

/** The words of orders, for what is asked, what is stored and what is told. */

export const MAX_LINES = 1_000;
export const MAX_QUANTITY = 10_000;

export const quantity = z
  .int()
  .min(1)
  .max(MAX_QUANTITY)
  .meta({ examples: [2] });

/** Name and price as the catalogue had them when the line was added. */
export const orderItem = z.strictObject({ sku, name: z.string(), quantity: z.int(), unitPrice: money });
export type OrderItem = Frozen<z.output<typeof orderItem>>;

export const shippingAddress = z
  .strictObject({
    name: text(200),
    line1: text(200),
    line2: text(200).optional(),
    city: text(100),
    region: text(100).optional(),
    postalCode: text(20),
    country,
  })
  .meta({
    id: 'ShippingAddress',
    examples: [
      { name: 'Ada Byron', line1: '1 Analytical St', city: 'London', postalCode: 'N1 7AA', country: 'GB' },
    ],
  });
export type ShippingAddress = Frozen<z.output<typeof shippingAddress>>;

const token = text(200);
export const paymentMethod = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('card'), token }),
    z.strictObject({ type: z.literal('wallet'), accountId: uuid }),
    z.strictObject({ type: z.literal('bank_transfer') }),
    z.strictObject({ type: z.literal('paypal'), token }),
    z.strictObject({ type: z.literal('crypto'), token }),
  ])
  .meta({ id: 'PaymentMethod', examples: [{ type: 'card', token: 'tok_ok' }] });
export type PaymentMethod = Frozen<z.output<typeof paymentMethod>>;

export const cancellationCode = z.enum([
  'insufficient-stock',
  'payment-declined',
  'payment-timeout',
  'shipment-refused',
  'customer-request',
  'operator',
]);
export type CancellationCode = z.output<typeof cancellationCode>;

/** As anybody may read it. */
export const publicReason = z.strictObject({ code: cancellationCode, detail: z.string() });
/** `internal`: how it was told by an operator, a gateway or a carrier; for those who run the place. */
export const cancellationReason = publicReason.extend({ internal: z.string().optional() });
export type CancellationReason = Frozen<z.output<typeof cancellationReason>>;
