import Stripe from 'stripe';
import { uuid } from '../../../platform/core/schemas.js';
import type { Database } from '../../../platform/event-store/database.js';
import type { BooksCompared } from '../../../platform/reconciliation/comparison.js';
import { chargesUnder, disagreement, PROVIDER_BOOKS, type Counted } from '../../books.js';
import { fromStripe } from './stripe-amounts.js';
import { OUR_KEY } from './stripe-answers.js';

/** The most that Stripe lists at once. */
const PAGE = 100;
const WITH_CHARGE = 'latest_charge';

/**
 * Every payment intent that Stripe has, newest first: what was taken there and given back there is what we know of,
 * whoever did it. Its list is never late, as its search is.
 */
export function stripeBooks(database: Database, stripe: Stripe): BooksCompared {
  let listed = new Map<string, Stripe.PaymentIntent>();

  const next = async (after: string, limit: number): Promise<readonly string[]> => {
    const found = new Map<string, Stripe.PaymentIntent>();
    for (let last = after, more = true; more && found.size < limit;) {
      const page = await stripe.paymentIntents.list({
        limit: Math.min(PAGE, limit - found.size),
        expand: [`data.${WITH_CHARGE}`],
        ...(last && { starting_after: last }),
      });
      for (const intent of page.data) found.set(intent.id, intent);
      more = page.has_more;
      last = page.data.at(-1)?.id ?? last;
    }
    listed = found;
    return [...found.keys()];
  };

  const asItIs = (id: string) => stripe.paymentIntents.retrieve(id, { expand: [WITH_CHARGE] });

  return {
    name: PROVIDER_BOOKS,
    next,
    compare: async (ids, asListed = false) => {
      const intents: Stripe.PaymentIntent[] = [];
      for (const id of ids) intents.push((asListed && listed.get(id)) || (await asItIs(id)));
      const known = await chargesUnder(database, intents.flatMap(keyOf));
      return intents.flatMap((intent) => {
        const [key = ''] = keyOf(intent);
        return disagreement({ key: intent.id, ...movedBy(intent) }, known.get(key));
      });
    },
  };
}

/** So many at once, far below the rate that Stripe allows. */
const ASKED_TOGETHER = 10;

/** Which of our charges Stripe has. Each is asked for by Stripe's own number: its search may be late. */
export const knownTo =
  (stripe: Stripe) =>
  async (charges: readonly Counted[]): Promise<ReadonlySet<string>> => {
    const known = new Set<string>();
    const ask = async ({ key, reference }: Counted) => {
      const intent = await stripe.paymentIntents.retrieve(reference).catch(unlessMissing);
      if (intent && keyOf(intent).includes(key)) known.add(key);
    };
    for (let at = 0; at < charges.length; at += ASKED_TOGETHER) {
      await Promise.all(charges.slice(at, at + ASKED_TOGETHER).map(ask));
    }
    return known;
  };

function unlessMissing(error: unknown): undefined {
  if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing') return;
  throw error;
}

/** Whoever made an intent elsewhere may have written anything there. */
const keyOf = ({ metadata }: Stripe.PaymentIntent): string[] => {
  const key = uuid.safeParse(metadata[OUR_KEY]);
  return key.success ? [key.data] : [];
};

function movedBy({ amount_received: amount, currency, latest_charge: charge }: Stripe.PaymentIntent) {
  const back = typeof charge === 'object' ? (charge?.amount_refunded ?? 0) : 0;
  const captured = fromStripe({ amount, currency });
  return {
    capturedMinor: captured.amountMinor,
    refundedMinor: fromStripe({ amount: back, currency }).amountMinor,
    currency: captured.currency,
  };
}
