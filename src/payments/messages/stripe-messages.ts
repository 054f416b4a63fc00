import type { IncomingHttpHeaders } from 'node:http';
import Stripe from 'stripe';
import { z } from 'zod';
import { uuid } from '../../platform/core/schemas.js';
import { notSigned, type Provider, type ProviderMessage } from './provider.js';

/** How old a signature may be, in seconds. Stripe signs each of its tries anew. */
const TOLERANCE = 300;

const told = /^(payment_intent|refund|charge\.refund(ed)?)\b/;
const ours = z.object({ metadata: z.object({ payment_id: uuid }) });
/** A refund may have been made by somebody at Stripe's dashboard, and then it carries nothing of ours. */
const givenBack = /^(refund|charge\.refund(ed)?)\b/;
const ofIntent = z.object({ payment_intent: z.string() });

/** Events of Stripe about intents and refunds that carry our payment in their metadata. */
export class StripeMessages implements Provider {
  readonly name = 'stripe';

  /** @param secrets of the endpoint; several while one takes the place of another */
  constructor(
    private readonly stripe: Stripe,
    private readonly secrets: readonly string[],
  ) {}

  read(body: Buffer, headers: IncomingHttpHeaders): ProviderMessage {
    const { id, type, data } = this.verified(body, headers['stripe-signature']);
    const about = told.test(type) ? ours.safeParse(data.object) : undefined;
    const back = givenBack.test(type) ? ofIntent.safeParse(data.object) : undefined;
    return {
      ...{ id, type },
      ...(about?.success && { paymentId: about.data.metadata.payment_id }),
      ...(back?.success && { charge: back.data.payment_intent }),
    };
  }

  private verified(body: Buffer, signature: string | string[] | undefined): Stripe.Event {
    for (const secret of typeof signature === 'string' ? this.secrets : []) {
      try {
        return this.stripe.webhooks.constructEvent(body, signature as string, secret, TOLERANCE);
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error;
      }
    }
    return notSigned();
  }
}
