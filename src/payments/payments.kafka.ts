import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { money, uuid } from '../platform/core/schemas.js';
import { Asking } from '../platform/kafka/asking.js';
import { Consumes, type Message } from '../platform/kafka/consumes.js';
import { publishes } from '../platform/kafka/publication.js';
import { recordBody, RecordPayment } from './payment.commands.js';
import { partOf } from './vocabulary.js';
import {
  PaymentCaptured,
  PaymentDeclined,
  PaymentPartiallyRefunded,
  PaymentRefunded,
  PaymentRequested,
  SurplusReceived,
  SurplusReturned,
} from './payment.events.js';

const topic = 'waybill.payments.v1';
const payment = { paymentId: uuid, orderId: uuid };
const refund = {
  topic,
  type: 'waybill.payment.refunded',
  about: 'Money went back, all that was left of it or a part.',
  schema: z.object({
    ...payment,
    refundId: uuid,
    amount: money,
    refundedTotal: money,
    reference: z.string(),
  }),
};
type Refunded = PaymentRefunded['data'];
const publicRefund = (data: Refunded): z.output<typeof refund.schema> => ({
  paymentId: data.paymentId,
  orderId: data.orderId,
  refundId: data.refundId,
  amount: data.amount,
  refundedTotal: data.refundedTotal,
  reference: data.reference,
});

const surplus = z.object({ ...payment, surplusId: uuid, amount: money, reference: z.string() });
const publicSurplus = (data: z.output<typeof surplus>): z.output<typeof surplus> => ({
  paymentId: data.paymentId,
  orderId: data.orderId,
  surplusId: data.surplusId,
  amount: data.amount,
  reference: data.reference,
});

/** What payments tell the outside. Key: the payment. */
export const paymentPublications = [
  publishes(PaymentRequested, {
    topic,
    type: 'waybill.payment.requested',
    about: 'Waybill means to charge; the token of the method never leaves.',
    schema: z.object({
      ...payment,
      customerId: uuid,
      amount: money,
      method: z.enum(['card', 'wallet', 'bank_transfer', 'paypal', 'crypto']),
      sharedWith: z
        .enum(['wallet'])
        .optional()
        .meta({ description: 'who pays a part of it, before the card' }),
    }),
    map: ({ event: { data } }) => ({
      paymentId: data.paymentId,
      orderId: data.orderId,
      customerId: data.customerId,
      amount: data.amount,
      method: data.method.type,
      ...(partOf(data.method) && { sharedWith: 'wallet' as const }),
    }),
  }),
  publishes(PaymentCaptured, {
    topic,
    type: 'waybill.payment.captured',
    about: 'The money is ours.',
    schema: z.object({ ...payment, amount: money, reference: z.string() }),
    map: ({ event: { data } }) => ({
      paymentId: data.paymentId,
      orderId: data.orderId,
      amount: data.amount,
      reference: data.reference,
    }),
  }),
  publishes(PaymentDeclined, {
    topic,
    type: 'waybill.payment.declined',
    about: 'There will be no money.',
    schema: z.object({ ...payment, code: z.string(), detail: z.string() }),
    map: ({ event: { data } }) => ({
      paymentId: data.paymentId,
      orderId: data.orderId,
      code: data.code,
      detail: data.detail,
    }),
  }),
  publishes(PaymentPartiallyRefunded, { ...refund, map: ({ event: { data } }) => publicRefund(data) }),
  publishes(PaymentRefunded, { ...refund, map: ({ event: { data } }) => publicRefund(data) }),
  publishes(SurplusReceived, {
    topic,
    type: 'waybill.payment.surplus-received',
    about: 'Money came on top of what was due; it is not ours and goes back.',
    schema: surplus,
    map: ({ event: { data } }) => publicSurplus(data),
  }),
  publishes(SurplusReturned, {
    topic,
    type: 'waybill.payment.surplus-returned',
    about: 'Money that came on top of what was due has gone back.',
    schema: surplus,
    map: ({ event: { data } }) => publicSurplus(data),
  }),
];

const record = recordBody.extend({ paymentId: uuid }).meta({ id: 'RecordPaymentCommand' });

const answer = z
  .looseObject({
    key: uuid,
    outcome: z.enum(['captured', 'declined', 'cancelled', 'pending', 'not-found', 'refunded', 'refused']),
    reference: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'PaymentGatewayAnswer' });

/** Commands about payments, and what a payment service answers. */
@Controller()
export class PaymentsConsumer {
  constructor(
    private readonly bus: CommandBus,
    private readonly asking: Asking,
  ) {}

  @Consumes({
    topic: 'waybill.payment-gateway.answers.v1',
    type: 'waybill.payment-gateway.answered',
    about: 'The answer to one question, named in ce_causationid, of waybill.payment-gateway.requests.v1.',
    schema: answer,
  })
  answered(@Payload() { data, envelope }: Message<z.output<typeof answer>>) {
    return this.asking.answered(envelope, data);
  }

  @Consumes({
    topic: 'waybill.commands.v1',
    type: 'waybill.command.record-payment',
    about: 'What became of a bank transfer.',
    schema: record,
    replies: true,
    aboutMoney: true,
  })
  record(@Payload() { data, by }: Message<z.output<typeof record>>) {
    return this.bus.execute(new RecordPayment(data, by));
  }
}
