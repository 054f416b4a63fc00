import { z } from 'zod';
import { reason, sku, text, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { ReturnState } from './return.state.js';

/** What can be asked of a return, and the bodies of its routes. */

const quantity = z.int().min(1).max(10_000);
const lines = z.array(z.strictObject({ sku, quantity })).min(1).max(1_000);

export const requestReturnBody = z.strictObject({ items: lines, reason }).meta({
  id: 'RequestReturn',
  examples: [{ items: [{ sku: 'MUG-BLUE', quantity: 1 }], reason: 'the handle is broken' }],
});
export const decisionBody = z.strictObject({ reason }).meta({ id: 'DecideReturn' });
export const receiveReturnBody = z
  .strictObject({
    items: z
      .array(z.strictObject({ sku, quantity, condition: z.enum(['sellable', 'damaged']) }))
      .min(1)
      .max(2_000),
  })
  .meta({
    id: 'ReceiveReturn',
    examples: [{ items: [{ sku: 'MUG-BLUE', quantity: 1, condition: 'damaged' }] }],
  });

const one = z.strictObject({ returnId: uuid });

/** Units of a delivered order are to come back; `returnId` is the caller's choice, new for each return. */
export class RequestReturn extends command(
  requestReturnBody.extend({ returnId: uuid, orderId: uuid }),
)<ReturnState>() {}
export class ApproveReturn extends command(one.extend({ reason }))<ReturnState>() {}
export class RejectReturn extends command(one.extend({ reason }))<ReturnState>() {}
/** Before the goods have arrived. */
export class CancelReturn extends command(one.extend({ reason }))<ReturnState>() {}
/** The goods have arrived and were looked at; whatever of the return is not among them is given up. */
export class ReceiveReturn extends command(receiveReturnBody.extend({ returnId: uuid }))<ReturnState>() {}
/** What became of a refund, by what payments tells. */
export class SettleReturn extends command(
  one.extend({ refundId: uuid, outcome: z.enum(['refunded', 'refused']), detail: text(500).optional() }),
)<ReturnState>() {}
/** A person has given back, in another way, what could not go back: the return is done. */
export class SettleReturnByHand extends command(one.extend({ reason }))<ReturnState>() {}
/** Gives the money of a return back once more, after it was refused. */
export class RetryReturnRefund extends command(one.extend({ reason }))<ReturnState>() {}
