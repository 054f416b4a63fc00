import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { money, uuid } from '../platform/core/schemas.js';
import { evidence, paymentMethod } from './vocabulary.js';

// The names in here are the storage format.

const payment = z.strictObject({ paymentId: uuid, orderId: uuid });
const said = { detail: z.string() };
const received = { amount: money, reference: z.string() };

/** The intent; recorded before the gateway hears of it. */
export class PaymentRequested extends event(
  'PaymentRequested',
  payment.extend({ customerId: uuid, amount: money, method: paymentMethod, gatewayKey: uuid }),
) {}
/**
 * The order costs less than what was, or would have been, asked for. What is not charged yet is charged less; what may be
 * charged already goes back.
 */
export class PaymentLowered extends event('PaymentLowered', payment.extend({ due: money })) {}
/** Of two who pay, what an account of ours has set aside; the card is charged the rest. */
export class PaymentPartHeld extends event('PaymentPartHeld', payment.extend({ amount: money })) {}
export class PaymentCaptured extends event('PaymentCaptured', payment.extend({ ...received, evidence })) {}
/** What was set aside on an account of ours when it was captured has been taken, because the goods have left. */
export class PaymentSettled extends event('PaymentSettled', payment) {}
export class PaymentDeclined extends event(
  'PaymentDeclined',
  payment.extend({ code: z.string(), ...said, evidence }),
) {}
export class PaymentOutcomeUnknown extends event('PaymentOutcomeUnknown', payment.extend(said)) {}
/** The intent to make sure that nothing is charged under the key, now or later. */
export class PaymentVoidRequested extends event('PaymentVoidRequested', payment) {}
/** Nothing was charged and nothing ever will be. Also the tombstone of a payment that never began. */
export class PaymentVoided extends event(
  'PaymentVoided',
  payment.extend({ evidence: evidence.optional() }),
) {}

const refund = payment.extend({ refundId: uuid });
/** The intent to give money back; its id is the key at the gateway. */
export class RefundRequested extends event(
  'RefundRequested',
  refund.extend({
    amount: money,
    reason: z.string(),
    /** To whom, where two have paid. */
    tender: z.enum(['card', 'wallet']).optional(),
    wayBack: z.boolean().meta({
      description: 'whether it is meant to return all that remains, because the order is taken back',
    }),
  }),
) {}
const refunded = refund.extend({ ...received, refundedTotal: money });
export class PaymentPartiallyRefunded extends event('PaymentPartiallyRefunded', refunded) {}
/** Nothing of the payment remains with us: the end that a saga on its way back waits for. */
export class PaymentRefunded extends event('PaymentRefunded', refunded) {}
export class RefundRefused extends event('RefundRefused', refund.extend(said)) {}

/** Its id is the key under which it is given back at the gateway. */
const surplus = payment.extend({ surplusId: uuid });
/** Money arrived for a payment that is captured already: it is owed to whoever sent it. */
export class SurplusReceived extends event('SurplusReceived', surplus.extend(received)) {}
export class SurplusReturned extends event(
  'SurplusReturned',
  surplus.extend({ ...received, evidence: z.enum(['reply', 'record']) }),
) {}
export class SurplusReturnRefused extends event('SurplusReturnRefused', surplus.extend(said)) {}
