import type { CancellationCode, CancellationReason } from './vocabulary.js';

/**
 * Why an order ended, in words for its customer and for the world outside. What a gateway, a carrier or an operator
 * said about it is for those who run the place.
 */
const sentences: Partial<Record<CancellationCode, string>> = {
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
