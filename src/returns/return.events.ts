import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { money, sku, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const of = z.strictObject({ returnId: uuid, orderId: uuid, customerId: uuid });
const explained = of.extend({ reason: z.string() });

/** Units of a delivered order, at the price that was paid for them. */
export class ReturnRequested extends event(
  'ReturnRequested',
  explained.extend({
    paymentId: uuid,
    items: z.array(z.strictObject({ sku, quantity: z.int(), unitPrice: money })),
  }),
) {}
/** The customer may send them. */
export class ReturnApproved extends event('ReturnApproved', explained) {}
export class ReturnRejected extends event('ReturnRejected', explained) {}
export class ReturnCancelled extends event('ReturnCancelled', explained) {}
/** What arrived was looked at; `refundTotal` is owed from now on. Units that did not arrive are given up. */
export class ReturnReceived extends event(
  'ReturnReceived',
  of.extend({
    paymentId: uuid,
    items: z.array(z.strictObject({ sku, sellable: z.int(), damaged: z.int(), refund: money })),
    refundTotal: money,
  }),
) {}
const settled = of.extend({ attempt: z.int() });
/** The money went back to the method that paid. */
export class ReturnRefunded extends event('ReturnRefunded', settled) {}
/** A person has given the money back in another way, or has found that it is not owed. */
export class ReturnSettledByHand extends event('ReturnSettledByHand', explained) {}
/** It was refused: a person has to look. */
export class ReturnRefundRefused extends event(
  'ReturnRefundRefused',
  settled.extend({ detail: z.string() }),
) {}
/** A person wants it tried once more, under a key of its own. */
export class ReturnRefundRetried extends event(
  'ReturnRefundRetried',
  settled.extend({ paymentId: uuid, refundTotal: money }),
) {}
