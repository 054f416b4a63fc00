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

/** For those who are neither the customer nor the shop: also what the customer wrote stays between the two. */
export const sentenceFor = ({ code, detail }: CancellationReason): string =>
  code === 'customer-request' ? 'The customer cancelled the order.' : detail;

/** Flat values of one schema; the order of their properties says nothing. */
export function same(
  a: ShippingAddress | PaymentMethod | undefined,
  b: ShippingAddress | PaymentMethod,
): boolean {
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return a !== undefined && sorted(a) === sorted(b);
}

export const problems = {
  'order.not-found': {
    status: 404,
    title: 'No such order',
    fix: 'Check the id, and that the order is yours. GET /v1/orders lists your orders.',
  },
  'order.item-not-found': {
    status: 404,
    title: 'The order has no line of this SKU',
    fix: 'Read the order; SKUs are case-sensitive.',
  },
  'order.customer-not-found': {
    status: 404,
    title: 'No such customer',
    fix: 'Ask for your own orders: the customerId is the subject of your token.',
  },
  'order.not-your-customer': {
    status: 403,
    title: 'You cannot order for somebody else',
    fix: 'Send your own customerId: it is the subject of your token.',
  },
  'order.fulfilment-only': {
    status: 403,
    title: 'Only fulfilment may report this',
    fix: 'Nothing to do: payment and dispatch are recorded when they happen.',
  },
  'order.already-exists': {
    status: 409,
    title: 'There is an order under this id',
    fix: 'Choose a new id for each order.',
  },
  'order.not-draft': {
    status: 409,
    title: 'The order is no longer a draft',
    fix: 'Items and payment method change only while the order is a draft. Make a new one.',
  },
  'order.price-changed': {
    status: 409,
    title: 'Prices have changed since the draft was made',
    fix: 'A draft keeps its prices for a time. Show the customer what `errors` names, then POST /v1/orders/{id}/reprice and confirm again.',
  },
  'order.too-many-unpaid': {
    status: 409,
    title: 'Too many unpaid orders',
    fix: 'Pay or cancel one first. Bank transfers have a limit of their own, because they hold their goods for days.',
  },
  'order.too-many-unpaid-units': {
    status: 409,
    title: 'Unpaid orders may not hold so many units of one SKU',
    fix: 'Order fewer, pay what is open first, or choose a way to pay that is quicker than a bank transfer.',
  },
  'order.not-confirmed': {
    status: 409,
    title: 'The order is still a draft',
    fix: 'Confirm it with POST /v1/orders/{id}/confirm.',
  },
  'order.not-paid': {
    status: 409,
    title: 'The order is not paid yet',
    fix: 'Wait until its status is paid.',
  },
  'order.not-shipped': {
    status: 409,
    title: 'The order has not been shipped',
    fix: 'Only a shipped order can be delivered. Read its status and, under /fulfilment, what it waits for.',
  },
  'order.not-delivered': {
    status: 409,
    title: 'The order has not been delivered',
    fix: 'Only what was delivered can come back. Read the status of the order first.',
  },
  'order.already-shipped': {
    status: 409,
    title: 'The carrier has the parcel, or has delivered it',
    fix: 'A shipped order cannot be confirmed, changed or cancelled any more. Return it after delivery.',
  },
  'order.being-cancelled': {
    status: 409,
    title: 'The order is being cancelled',
    fix: 'It takes no changes any more. GET /v1/orders/{id} shows how it ends: cancelled, or shipped if the parcel was faster.',
  },
  'order.already-cancelled': {
    status: 409,
    title: 'The order is cancelled',
    fix: 'A cancelled order stays cancelled. Make a new one.',
  },
  'order.incomplete': {
    status: 422,
    title: 'Something is missing before the order can be confirmed',
    fix: 'Add what `errors` names: at least one item, a shipping address, a payment method.',
  },
  'order.unknown-product': {
    status: 422,
    title: 'A product is not in the catalogue',
    fix: 'Check the SKU: it is case-sensitive. GET /v1/products lists what is on sale.',
  },
  'order.product-archived': {
    status: 422,
    title: 'A product is no longer on sale',
    fix: 'Leave it out, or choose another one: GET /v1/products lists what is on sale.',
  },
  'order.currency-mismatch': {
    status: 422,
    title: 'A product is not sold in the currency of the order',
    fix: 'An order has one currency. Order what is priced in another currency separately.',
  },
  'order.too-many-lines': {
    status: 422,
    title: 'Too many lines',
    fix: 'An order holds at most 1,000 different SKUs. Split it.',
  },
  'order.quantity-too-large': {
    status: 422,
    title: 'Too many units of one SKU',
    fix: 'A line holds at most 10,000 units, all mentions of its SKU together. Split the order.',
  },
  'order.total-too-large': {
    status: 422,
    title: 'The total is past what can be charged',
    fix: 'The total is at most 9,007,199,254,740,991 minor units. Split the order.',
  },
  'order.wallet-unavailable': {
    status: 422,
    title: 'The account cannot pay for the order',
    fix: 'Name an open account of the customer in the currency of the order, or choose another payment method.',
  },
} as const;
export type OrderProblem = keyof typeof problems;
