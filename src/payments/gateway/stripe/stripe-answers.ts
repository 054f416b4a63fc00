import Stripe from 'stripe';
import { fromStripe } from './stripe-amounts.js';

/** Under which name an intent and a refund carry our key: what they are looked up by. */
export const OUR_KEY = 'waybill_key';

/** What Stripe says of a card when it means: ask again later. Nobody has decided anything. */
const passing: ReadonlySet<string> = new Set([
  'issuer_not_available',
  'processing_error',
  'reenter_transaction',
  'try_again_later',
]);

/** Why a card was refused, whether it is told as an error or stands in the intent. */
type Refusal = Pick<Stripe.PaymentIntent.LastPaymentError, 'code' | 'decline_code' | 'message'>;

/** Whether an attempt failed by weather at the issuer: the same intent may be confirmed again. */
export const isPassing = ({ code, decline_code: reason }: Refusal): boolean =>
  passing.has(reason ?? '') || passing.has(code ?? '');

/** In the words of this house: `insufficient-funds`, `expired-card`. That a card was declined without a reason is `declined`. */
function codeOf({ code, decline_code: reason }: Refusal): string {
  const said = !reason || reason === 'generic_decline' ? (code ?? 'declined') : reason;
  return said === 'card_declined' ? 'declined' : said.replaceAll('_', '-').slice(0, 64);
}

export const declined = (key: string, refusal: Refusal) => ({
  outcome: 'declined' as const,
  key,
  code: codeOf(refusal),
  detail: (refusal.message ?? 'Stripe declined').slice(0, 500),
});

/**
 * What an intent says about a charge. One that was never tried, or failed only by weather, says nothing: it may be
 * confirmed again. Where a customer would have to act nothing is decided, and the way back closes it.
 *
 * @returns undefined when nothing was charged and nothing is under way
 */
export function chargeIn(key: string, intent: Stripe.PaymentIntent) {
  switch (intent.status) {
    case 'succeeded': {
      const amount = fromStripe({ amount: intent.amount_received, currency: intent.currency });
      return { outcome: 'captured' as const, key, reference: intent.id, amount };
    }
    case 'canceled':
      return { outcome: 'cancelled' as const, key };
    case 'requires_confirmation':
    case 'requires_payment_method': {
      const { last_payment_error: refusal } = intent;
      return refusal && !isPassing(refusal) ? declined(key, refusal) : undefined;
    }
    default:
      return { outcome: 'pending' as const, key };
  }
}

export function refundIn(key: string, refund: Stripe.Refund) {
  switch (refund.status) {
    case 'succeeded':
      return { outcome: 'refunded' as const, key, reference: refund.id, amount: fromStripe(refund) };
    case 'failed':
    case 'canceled':
      return refused(key, `Stripe: the refund ${refund.status}: ${refund.failure_reason ?? 'no reason'}`);
    default:
      return { outcome: 'pending' as const, key };
  }
}

export const refused = (key: string, detail: string) => ({
  outcome: 'refused' as const,
  key,
  detail: detail.slice(0, 500),
});

const { StripeIdempotencyError, StripeInvalidRequestError, StripeError } = Stripe.errors;

/** Another request under the same key is being worked on. */
export const isInUse = (error: unknown): boolean =>
  error instanceof StripeError && (error.code === 'idempotency_key_in_use' || error.statusCode === 409);

/** The key was used before, for something else. */
export const isOtherRequest = (error: unknown): boolean =>
  error instanceof StripeIdempotencyError && error.statusCode === 400;

/** Refused before anything was tried, because of how and how much the customer pays; not because of how we asked. */
export const isAboutThePayment = (error: unknown): error is Stripe.StripeRawError & Refusal =>
  error instanceof StripeInvalidRequestError &&
  /^(payment_method|amount|currency)/.test(
    error.param ?? (error.code === 'token_already_used' ? 'payment_method' : ''),
  );

const unrefundable: ReadonlySet<string> = new Set([
  'charge_already_refunded',
  'charge_disputed',
  'charge_not_refundable',
  'refund_disputed_payment',
]);

export const isUnrefundable = (error: unknown): error is Error =>
  error instanceof StripeInvalidRequestError &&
  (error.param === 'amount' || unrefundable.has(error.code ?? ''));
