import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { money, pageOf, pageQuery, timestamp, uuid, type PointInTime } from '../platform/core/schemas.js';

import type { PaymentMethod } from './vocabulary.js';

export * from './payment.commands.js';
export * from './payment.events.js';
export { paymentPatienceMs } from './payment-patience.js';
export { chargeKeyOf } from './vocabulary.js';

export const paymentSchema = z
  .object({
    id: uuid,
    orderId: uuid,
    customerId: uuid,
    state: z.enum(['requested', 'captured', 'declined', 'unknown', 'partially-refunded', 'refunded']),
    amount: money,
    due: money
      .optional()
      .meta({ description: 'what the order costs, where it became less; the rest goes back' }),
    captured: money,
    held: money.optional().meta({
      description: 'what an account has set aside for it: taken when the parcel is handed over, or let go',
    }),
    refunded: money,
    method: z.object({ type: z.enum(['card', 'wallet', 'bank_transfer', 'paypal', 'crypto']) }),
    reference: z.string().optional().meta({ description: "the gateway's own number of the charge" }),
    declineCode: z.string().optional(),
    detail: z.string().optional(),
    parts: z
      .array(z.object({ tender: z.enum(['wallet', 'card']), amount: money, refunded: money }))
      .optional()
      .meta({ description: 'what each has paid, where two have: first taken first, last given back first' }),
    refunds: z.array(
      z.object({
        id: uuid,
        amount: money,
        reason: z.string(),
        tender: z.enum(['card', 'wallet']).optional().meta({ description: 'to whom, where two have paid' }),
        state: z.enum(['requested', 'refunded', 'refused']),
        reference: z.string().optional(),
      }),
    ),
    surplus: z
      .array(
        z.object({
          id: uuid,
          amount: money,
          receivedAs: z.string().meta({ description: 'reference of the transfer that brought it' }),
          state: z.enum(['owed', 'returned', 'refused']),
          reference: z.string().optional(),
        }),
      )
      .optional()
      .meta({ description: 'money that came on top of what was due, and what became of it' }),
    createdAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'Payment' });
export type PaymentView = z.output<typeof paymentSchema>;
/**
 * One payment as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `payment.not-found`
 */
export class GetPayment extends Query<PaymentView> {
  constructor(
    readonly paymentId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const paymentPage = pageOf(paymentSchema).meta({ id: 'PaymentPage' });
export type PaymentPage = z.output<typeof paymentPage>;

/** The payments of an order, newest first; a customer sees only their own. */
export class ListOrderPayments extends Query<PaymentPage> {
  constructor(
    readonly orderId: string,
    readonly page: z.output<typeof pageQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

/**
 * Whether the goods of an order may still leave: until that is decided, cancelling is the way to give money back. The
 * question is ours, the answer is given by whoever leads orders through fulfilment.
 */
export class IsInFulfilment extends Query<boolean> {
  constructor(readonly orderId: string) {
    super();
  }
}

/** Which of these payments are captured and only set aside, so that SettlePayment has to take them. */
export class FindUnsettled extends Query<readonly string[]> {
  constructor(readonly paymentIds: readonly string[]) {
    super();
  }
}

/** Why a method cannot pay for a customer in a currency, in a sentence for them; undefined if it can. */
export class WhyNotAccepted extends Query<string | undefined> {
  constructor(
    readonly customerId: string,
    readonly currency: string,
    readonly method: PaymentMethod,
  ) {
    super();
  }
}

export const problems = {
  'payment.not-found': {
    status: 404,
    title: 'No such payment',
    fix: 'Check the id, and that the payment is yours. GET /v1/orders/{id}/payments lists the payments of an order.',
  },
  'payment.not-captured': {
    status: 409,
    title: 'Nothing was charged',
    fix: 'Only a captured payment can be refunded. A payment that is still open is voided by cancelling the order.',
  },
  'payment.order-in-fulfilment': {
    status: 409,
    title: 'The goods may still leave',
    fix: 'Cancel the order, which gives everything back: POST /v1/orders/{id}/cancel. Once it is shipped, refund.',
  },
  'payment.refund-exceeds-captured': {
    status: 422,
    title: 'More than what is left of the payment',
    fix: 'Refund at most `refundableMinor`: what was captured less the refunds made and under way.',
  },
  'payment.refund-not-found': {
    status: 404,
    title: 'The payment has no such refund',
    fix: 'GET /v1/payments/{id} lists under `refunds` what was to go back.',
  },
  'payment.refund-not-refused': {
    status: 409,
    title: 'The gateway may still give it back',
    fix: 'Only what the gateway refused is paid out by hand. Wait until the state of the refund is `refused`.',
  },
  'payment.not-recordable': {
    status: 409,
    title: 'The outcome of this payment comes from the gateway',
    fix: 'Only bank transfers are recorded by hand.',
  },
  'payment.already-settled': {
    status: 409,
    title: 'Another outcome is already recorded',
    fix: 'A settled payment does not change again. Money that must go back is refunded.',
  },
  'payment.nothing-to-pay': {
    status: 409,
    title: 'Nothing was to be paid',
    fix: 'There is nothing to book the money against: send it back at the bank.',
  },
  'payment.provider-not-found': {
    status: 404,
    title: 'No such payment provider',
    fix: 'Check the address that the provider was given, and that its webhook secret is set here.',
  },
  'payment.message-not-signed': {
    status: 400,
    title: 'The message is not signed, or no longer',
    fix: 'Only the provider can send it: signed with the secret that is set here, at most five minutes ago by both clocks.',
  },
  'payment.surplus-not-found': {
    status: 404,
    title: 'The payment has no such surplus',
    fix: 'GET /v1/payments/{id} lists under `surplus` what came on top of what was due.',
  },
  'payment.surplus-not-refused': {
    status: 409,
    title: 'Waybill gives this surplus back itself',
    fix: 'Only what the gateway refused to give back is given back by hand. Wait until its state is `refused`.',
  },
} as const;
export type PaymentProblem = keyof typeof problems;
