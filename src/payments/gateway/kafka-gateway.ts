import { z } from 'zod';
import { money, uuid } from '../../platform/core/schemas.js';
import type { Asking, Question } from '../../platform/kafka/asking.js';
import type { ChargeRequest, PaymentGateway, RefundOrder } from './payment-gateway.js';

const topic = 'waybill.payment-gateway.requests.v1';
const method = z.object({
  type: z.string(),
  token: z.string().optional().meta({ description: 'of the method; for the payment service alone' }),
});
const about = { key: uuid, paymentId: uuid, orderId: uuid, amount: money, method };

/** What Waybill asks a payment service. `key` is the same for every try: what was done under it first is the answer. */
export const gatewayQuestions = {
  charge: {
    topic,
    type: 'waybill.payment-gateway.charge',
    about: 'Charge once under the key. Answers: captured, declined, cancelled, pending.',
    schema: z.object(about),
  },
  findCharge: {
    topic,
    type: 'waybill.payment-gateway.look-up-charge',
    about: 'What became of a charge? Answers: captured, declined, cancelled, pending, not-found.',
    schema: z.object({ key: uuid }),
  },
  cancel: {
    topic,
    type: 'waybill.payment-gateway.cancel',
    about: 'Never charge under the key from now on. Answers: cancelled, or what was done before.',
    schema: z.object({ key: uuid }),
  },
  refund: {
    topic,
    type: 'waybill.payment-gateway.refund',
    about: 'Give back once under the key. Answers: refunded, refused, pending.',
    schema: z.object({ ...about, chargeKey: uuid }),
  },
  findRefund: {
    topic,
    type: 'waybill.payment-gateway.look-up-refund',
    about: 'What became of a refund? Answers: refunded, refused, pending, not-found.',
    schema: z.object({ key: uuid }),
  },
} as const satisfies Record<string, Question>;

/** A payment service on the other side of two topics. */
export class KafkaGateway implements PaymentGateway {
  constructor(private readonly asking: Asking) {}

  charge(request: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(gatewayQuestions.charge, request.key, request, signal);
  }

  findCharge(key: string, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(gatewayQuestions.findCharge, key, { key }, signal);
  }

  cancel({ key }: ChargeRequest, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(gatewayQuestions.cancel, key, { key }, signal);
  }

  /** In order with the charge it gives back. */
  refund(order: RefundOrder, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(gatewayQuestions.refund, order.chargeKey, order, signal);
  }

  findRefund({ key }: RefundOrder, signal: AbortSignal): Promise<unknown> {
    return this.asking.ask(gatewayQuestions.findRefund, key, { key }, signal);
  }
}
