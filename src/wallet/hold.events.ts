import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { money, timestamp, uuid } from '../platform/core/schemas.js';
import { declineCode } from './vocabulary.js';

// The names in here are the storage format.

const hold = z.strictObject({ holdId: uuid });
const asked = hold.extend({
  accountId: uuid,
  amount: money,
  orderId: uuid.optional(),
  description: z.string(),
});

/** The money is set aside, in the same append as FundsHeld of the account. */
export class HoldPlaced extends event('HoldPlaced', asked.extend({ expiresAt: timestamp.optional() })) {}
export class HoldDeclined extends event(
  'HoldDeclined',
  asked.extend({ code: declineCode, detail: z.string() }),
) {}

// A hold ends once: in one of these three.

/** So much has become ours; the rest, if any, was released. */
export class HoldCaptured extends event('HoldCaptured', hold.extend({ amount: money })) {}
/** So much can be spent again. Without an amount: the tombstone of a hold that never was. */
export class HoldReleased extends event('HoldReleased', hold.extend({ amount: money.optional() })) {}
export class HoldExpired extends event('HoldExpired', hold.extend({ amount: money })) {}

const part = hold.extend({ refundId: uuid, amount: money });
/** A part is given back before anything was taken; the rest stays held, or HoldReleased follows. */
export class HoldReduced extends event('HoldReduced', part) {}
/** So much of what was captured is back on the account. */
export class HoldRefunded extends event('HoldRefunded', part) {}
