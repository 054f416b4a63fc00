import { z } from 'zod';
import type { Frozen } from '../platform/core/event.js';
import { personal } from '../platform/core/personal.js';
import { country, money, sku, text, uuid } from '../platform/core/schemas.js';

/** The words of orders, for what is asked, what is stored and what is told. */

export const MAX_LINES = 1_000;
export const MAX_QUANTITY = 10_000;
/** How often units may be taken out of one order; each time is remembered for ever. */
export const MAX_PART_CANCELLATIONS = 100;

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
    name: personal(text(200)),
    line1: personal(text(200)),
    line2: personal(text(200)).optional(),
    city: personal(text(100)),
    region: personal(text(100)).optional(),
    postalCode: personal(text(20)),
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
    z.strictObject({
      type: z.literal('card'),
      token,
      wallet: z
        .strictObject({
          accountId: uuid,
          amountMinor: z
            .int()
            .min(1)
            .max(Number.MAX_SAFE_INTEGER)
            .optional()
            .meta({ description: 'what the account pays; absent: what it has' }),
        })
        .optional()
        .meta({ description: 'an account of the customer that pays first, the card the rest' }),
    }),
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

/**
 * Why an order ended, in words for its customer and for the world outside. What a gateway, a carrier or an operator
 * said about it is for those who run the place.
 */
const sentences: Readonly<Record<CancellationCode, string | undefined>> = {
  'insufficient-stock': undefined,
  'customer-request': undefined,
  'payment-declined': 'The payment was declined.',
  'payment-timeout': 'The payment did not arrive in time.',
  'shipment-refused': 'The carrier does not deliver to this address.',
  operator: 'The shop cancelled the order.',
};

/**
 * The one place where a cause becomes a reason: a public sentence, and the words it was told in if they are another's.
 * Shortages are written by Waybill itself, and a wish to cancel by the customer.
 */
export function reasonFor(code: CancellationCode, told: string): CancellationReason {
  const detail = sentences[code];
  return detail === undefined || detail === told ? { code, detail: told } : { code, detail, internal: told };
}

const ofUnits = { operator: 'The shop cancelled these units.' } as const;

/** The same where only some units go. */
export function reasonForUnits(code: 'customer-request' | 'operator', told: string): CancellationReason {
  return code === 'operator' ? { code, detail: ofUnits.operator, internal: told } : { code, detail: told };
}

/** For those who are neither the customer nor the shop: also what the customer wrote stays between the two. */
export const sentenceFor = ({ code, detail }: CancellationReason): string =>
  code === 'customer-request' ? 'The customer cancelled the order.' : detail;

export const sentenceForUnits = ({ code, detail }: CancellationReason): string =>
  code === 'customer-request' ? 'The customer cancelled these units.' : detail;

/** Flat values of one schema; the order of their properties says nothing. */
export function same(
  a: ShippingAddress | PaymentMethod | undefined,
  b: ShippingAddress | PaymentMethod,
): boolean {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return a !== undefined && sorted(a) === sorted(b);
}
