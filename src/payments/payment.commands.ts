import { z } from 'zod';
import { derivedId } from '../platform/core/ids.js';
import { currency, reason, text, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { PaymentState } from './payment.state.js';
import { paymentMethod } from './vocabulary.js';

/** What can be asked of a payment, and the bodies of its routes. */

const amount = z.strictObject({ amountMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER), currency });

/**
 * Charges an order once, however often it is sent. Ends in PaymentCaptured or PaymentDeclined.
 *
 * @throws OutcomePending while the outcome is open; send the same command again
 */
export class TakePayment extends command(
  z.strictObject({ paymentId: uuid, orderId: uuid, customerId: uuid, amount, method: paymentMethod }),
)<PaymentState>() {}

/**
 * The way back of TakePayment: makes sure that the order is not charged, whatever became of the charge. Ends in
 * PaymentRefunded or PaymentVoided; may be sent at any time, also when TakePayment never was.
 *
 * @throws OutcomePending while the gateway has not answered; send the same command again
 */
export class RefundPayment extends command(
  z.strictObject({ paymentId: uuid, orderId: uuid }),
)<PaymentState>() {}

/**
 * The order costs no more than `due` from now on; may be sent before TakePayment. Decided in the append of whoever leads to
 * it: what was charged beyond it goes back.
 */
export class LowerPayment extends command(
  z.strictObject({ paymentId: uuid, orderId: uuid, due: amount }),
)<PaymentState>() {}

/** The goods have left: takes what was only set aside. */
export class SettlePayment extends command(z.strictObject({ paymentId: uuid }))<PaymentState>() {}

export const refundBody = z
  .strictObject({ amountMinor: z.int().min(1).max(Number.MAX_SAFE_INTEGER), reason })
  .meta({ id: 'IssueRefund' });
/** The refund that a command to give money back makes, for whoever wants to recognise it. */
export const refundIdOf = (commandId: string): string => derivedId(commandId, 'refund');
/**
 * An operator gives money back: a part, or all that is left. What refunds `insteadOf` which it is asked for have given
 * back, where one of two who paid took its part and the other did not, is not given back again.
 */
export class IssueRefund extends command(
  refundBody.extend({ paymentId: uuid, insteadOf: z.array(uuid).optional() }),
)<PaymentState>() {}

export const recordBody = z
  .strictObject({ outcome: z.enum(['captured', 'declined']), reference: text(200) })
  .meta({ id: 'RecordPayment' });
/** What became of a bank transfer, by somebody who can see the account. */
export class RecordPayment extends command(recordBody.extend({ paymentId: uuid }))<PaymentState>() {}

export const recordPayoutBody = z
  .strictObject({ reference: text(200), reason })
  .meta({ id: 'RecordPayout', examples: [{ reference: 'SEPA-4711', reason: 'paid out at the bank' }] });
/** An operator has paid out at the bank what the gateway refused to give back of a bank transfer. */
export class RecordPayout extends command(
  recordPayoutBody.extend({ paymentId: uuid, refundId: uuid }),
)<PaymentState>() {}

export const returnSurplusBody = z
  .strictObject({ reference: text(200), reason })
  .meta({ id: 'ReturnSurplus' });
/** An operator has given back by hand what the gateway refused to give back. */
export class ReturnSurplus extends command(
  returnSurplusBody.extend({ paymentId: uuid, surplusId: uuid }),
)<PaymentState>() {}
