import type { Config } from '../platform/config.js';
import type { PaymentMethod } from './vocabulary.js';

type Settings = Pick<
  Config,
  | 'PAYMENT_PATIENCE_SECONDS'
  | 'PAYMENT_PATIENCE_PAYPAL_SECONDS'
  | 'PAYMENT_PATIENCE_CRYPTO_SECONDS'
  | 'PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS'
>;

/**
 * How long a payment may stay open before its order is taken back: a card answers in seconds, a person who has to go
 * to their bank needs days.
 *
 * @param method how the order is paid
 * @param settings of this program
 * @returns milliseconds
 */
export function paymentPatienceMs(method: PaymentMethod['type'], settings: Settings): number {
  switch (method) {
    case 'card':
    case 'wallet':
      return settings.PAYMENT_PATIENCE_SECONDS * 1_000;
    case 'paypal':
      return settings.PAYMENT_PATIENCE_PAYPAL_SECONDS * 1_000;
    case 'crypto':
      return settings.PAYMENT_PATIENCE_CRYPTO_SECONDS * 1_000;
    case 'bank_transfer':
      return settings.PAYMENT_PATIENCE_BANK_TRANSFER_SECONDS * 1_000;
  }
}
