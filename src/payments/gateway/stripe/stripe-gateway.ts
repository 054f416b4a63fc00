import { setTimeout as pause } from 'node:timers/promises';
import Stripe from 'stripe';
import type { ChargeRequest, PaymentGateway, RefundOrder } from '../payment-gateway.js';
import { toStripe, type StripeAmount } from './stripe-amounts.js';
import {
  chargeIn,
  declined,
  isAboutThePayment,
  isInUse,
  isOtherRequest,
  isPassing,
  isUnrefundable,
  OUR_KEY,
  refundIn,
  refused,
} from './stripe-answers.js';

const IN_USE_MS = 100;

/**
 * Cards, by way of Stripe: one payment intent for each charge, confirmed as it is made.
 *
 * Our key is Stripe's idempotency key, which it keeps for a day, and stands in the metadata, where it stays. Stripe's
 * search by metadata lags behind what it did, so nothing here takes "not found" for "not charged": whoever charges asks
 * under the same key, and whoever closes a key uses it up. A stored answer tells of the past, so the intent is read again.
 */
export class StripeGateway implements PaymentGateway {
  constructor(private readonly stripe: Stripe) {}

  charge(request: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    const { key, method } = request;
    const due = toStripe(request.amount);
    if (method.type !== 'card') {
      return Promise.resolve(
        declined(key, { code: 'unsupported_method', message: 'Stripe takes cards here' }),
      );
    }
    if (!due) {
      const message = 'Stripe cannot move this amount of this currency';
      return Promise.resolve(declined(key, { code: 'unsupported_amount', message }));
    }
    return letGo(signal, this.confirmed(request, { ...due, payment_method: method.token }, signal));
  }

  findCharge(key: string, signal: AbortSignal): Promise<unknown> {
    return letGo(signal, this.known(key));
  }

  cancel(request: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    return letGo(signal, this.closed(request, signal));
  }

  refund(order: RefundOrder, signal: AbortSignal): Promise<unknown> {
    const { key, method, amount } = order;
    if (method.type === 'bank_transfer') {
      return Promise.resolve(refused(key, 'Stripe never had this money: give it back at the bank'));
    }
    const back = toStripe(amount);
    if (!back) return Promise.resolve(refused(key, 'Stripe cannot move this amount of this currency'));
    return letGo(signal, this.givenBack(order, back.amount, signal));
  }

  findRefund({ key, chargeKey }: RefundOrder, signal: AbortSignal): Promise<unknown> {
    return letGo(signal, this.knownRefund(key, chargeKey));
  }

  private async known(key: string) {
    const intent = await this.intentUnder(key);
    return (intent && chargeIn(key, intent)) ?? { outcome: 'not-found' as const, key };
  }

  /** By the index, which is complete but late, or among the newest, which are there at once. */
  private async intentUnder(key: string): Promise<Stripe.PaymentIntent | undefined> {
    const query = `metadata['${OUR_KEY}']:'${key}'`;
    const { data: indexed } = await this.stripe.paymentIntents.search({ query, limit: 10 });
    const { data } =
      indexed.length > 0 ? { data: indexed } : await this.stripe.paymentIntents.list({ limit: 100 });
    const ours = data.filter(({ metadata }) => metadata[OUR_KEY] === key);
    const first = ours.find(({ status }) => status === 'succeeded') ?? ours[0];
    return first && this.stripe.paymentIntents.retrieve(first.id);
  }

  private async confirmed(
    request: ChargeRequest,
    charge: Stripe.PaymentIntentCreateParams,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { key } = request;
    try {
      const made = await onceFree(signal, () =>
        this.stripe.paymentIntents.create(
          { ...charge, ...described(request), confirm: true, error_on_requires_action: true },
          { idempotencyKey: key },
        ),
      );
      const intent = isReplayed(made.lastResponse.headers)
        ? await this.stripe.paymentIntents.retrieve(made.id)
        : made;
      return chargeIn(key, intent) ?? (await this.triedAgain(key, intent));
    } catch (error) {
      if (isOtherRequest(error)) return this.usedUp(request, signal);
      if (isAboutThePayment(error)) return declined(key, error);
      if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
      return this.refusedCard(key, error);
    }
  }

  private async refusedCard(key: string, error: Stripe.errors.StripeCardError): Promise<unknown> {
    const { payment_intent: told } = error;
    if (!isReplayed(error.headers ?? {}) || !told) {
      if (isPassing(error)) throw error;
      return declined(key, error);
    }
    const intent = await this.stripe.paymentIntents.retrieve(told.id);
    return chargeIn(key, intent) ?? this.triedAgain(key, intent);
  }

  /** After weather at the issuer. The attempt before it is in the key, so that many who try again try once. */
  private async triedAgain(key: string, intent: Stripe.PaymentIntent): Promise<unknown> {
    const { last_payment_error: last } = intent;
    try {
      const again = await this.stripe.paymentIntents.confirm(
        intent.id,
        { payment_method: last?.payment_method?.id, error_on_requires_action: true },
        { idempotencyKey: `${key}:after:${last?.charge ?? intent.id}` },
      );
      return chargeIn(key, again) ?? { outcome: 'pending', key };
    } catch (error) {
      if (isAboutThePayment(error)) return declined(key, error);
      if (!(error instanceof Stripe.errors.StripeCardError) || isPassing(error)) throw error;
      return declined(key, error);
    }
  }

  private async closed(request: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    const { key } = request;
    const intent = await this.intentUnder(key);
    if (intent) return this.cancelled(key, intent.id);
    try {
      return await this.usedUp(request, signal);
    } catch (error) {
      // A charge came under the key, and does not show yet.
      if (isOtherRequest(error)) return { outcome: 'pending', key };
      throw error;
    }
  }

  /** Takes the key for an intent that is never confirmed, so that no charge can come under it. */
  private async usedUp(request: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    const { key, amount } = request;
    const due: StripeAmount = toStripe(amount) ?? { amount: 1_000, currency: 'eur' };
    const { id } = await onceFree(signal, () =>
      this.stripe.paymentIntents.create({ ...due, ...described(request) }, { idempotencyKey: key }),
    );
    return this.cancelled(key, id);
  }

  private async cancelled(key: string, id: string): Promise<unknown> {
    try {
      const intent = await this.stripe.paymentIntents.cancel(id);
      return chargeIn(key, intent);
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
      const intent = await this.stripe.paymentIntents.retrieve(id);
      return chargeIn(key, intent) ?? { outcome: 'pending', key };
    }
  }

  private async givenBack(
    { key, chargeKey, paymentId, orderId }: RefundOrder,
    amount: number,
    signal: AbortSignal,
  ): Promise<unknown> {
    const intent = await this.intentUnder(chargeKey);
    if (!intent) throw new Error('Stripe does not show the charge that is to be given back');
    const known = await this.refundOf(intent.id, key);
    if (known) return refundIn(key, known);
    const metadata = { [OUR_KEY]: key, payment_id: paymentId, order_id: orderId };
    try {
      const made = await onceFree(signal, () =>
        this.stripe.refunds.create(
          { payment_intent: intent.id, amount, reason: 'requested_by_customer', metadata },
          { idempotencyKey: key },
        ),
      );
      return refundIn(key, made);
    } catch (error) {
      if (isUnrefundable(error)) return refused(key, error.message);
      throw error;
    }
  }

  private async knownRefund(key: string, chargeKey: string) {
    const intent = await this.intentUnder(chargeKey);
    const refund = intent && (await this.refundOf(intent.id, key));
    return refund ? refundIn(key, refund) : { outcome: 'not-found' as const, key };
  }

  /** Lists are never late, so a refund that is not there was not made. */
  private async refundOf(intentId: string, key: string): Promise<Stripe.Refund | undefined> {
    for await (const refund of this.stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
      if (refund.metadata?.[OUR_KEY] === key) return refund;
    }
    return undefined;
  }
}

const described = ({ key, paymentId, orderId }: ChargeRequest) => ({
  description: `Order ${orderId}`,
  allowed_payment_method_types: ['card' as const],
  metadata: { [OUR_KEY]: key, payment_id: paymentId, order_id: orderId },
});

const isReplayed = (headers: Readonly<Record<string, string>>): boolean =>
  headers['idempotent-replayed'] === 'true';

/** Waits while another request under the same key is worked on. */
async function onceFree<Answer>(signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isInUse(error)) throw error;
      await pause(IN_USE_MS, undefined, { signal });
    }
  }
}

/** Stripe's library heeds no signals: who gives up is let go, and the request ends by its own time-out. */
function letGo(signal: AbortSignal, work: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('no reply within the deadline'));
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
