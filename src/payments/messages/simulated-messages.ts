import type { IncomingHttpHeaders } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import { Rejection } from '../../platform/core/rejection.js';
import { text, uuid } from '../../platform/core/schemas.js';
import { notSigned, type Provider, type ProviderMessage } from './provider.js';

const message = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['bank_transfer.received', 'bank_transfer.failed']),
    data: z.strictObject({ paymentId: uuid, reference: text(200) }),
  }),
  z.strictObject({
    type: z.enum(['charge.updated', 'refund.updated']),
    data: z.strictObject({ paymentId: uuid }),
  }),
]);

/** The bank and the gateway of the simulated world; signed as Standard Webhooks say, with an HMAC. */
export class SimulatedMessages implements Provider {
  readonly name = 'simulated';
  private readonly webhook: Webhook;

  constructor(secret: string) {
    this.webhook = new Webhook(secret, { format: 'raw' });
  }

  read(body: Buffer, headers: IncomingHttpHeaders): ProviderMessage {
    const id = String(headers['webhook-id']).slice(0, 200);
    const parsed = message.safeParse(this.verified(body, headers));
    if (!parsed.success) {
      throw new Rejection('invalid-request', `no message of this provider: ${z.prettifyError(parsed.error)}`);
    }
    const { type, data } = parsed.data;
    if (!('reference' in data)) return { id, type, paymentId: data.paymentId };
    const outcome = type === 'bank_transfer.received' ? 'captured' : 'declined';
    return { id, type, paymentId: data.paymentId, record: { outcome, reference: data.reference } };
  }

  private verified(body: Buffer, headers: IncomingHttpHeaders): unknown {
    try {
      return this.webhook.verify(body, headers as Record<string, string>);
    } catch (error) {
      if (error instanceof WebhookVerificationError) return notSigned();
      throw new Rejection('malformed-request', 'the body is not JSON');
    }
  }
}
