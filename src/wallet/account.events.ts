import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { currencyCode, money, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

const account = z.strictObject({ accountId: uuid });

export class AccountOpened extends event(
  'AccountOpened',
  account.extend({ ownerId: uuid, currency: currencyCode, description: z.string().optional() }),
) {}

/** `transferId` is the number of the booking: all its entries have it. */
const booked = account.extend({ transferId: uuid, amount: money, description: z.string() });
export class FundsDeposited extends event('FundsDeposited', booked) {}
export class FundsWithdrawn extends event('FundsWithdrawn', booked) {}
export class TransferSent extends event('TransferSent', booked.extend({ toAccountId: uuid })) {}
export class TransferReceived extends event('TransferReceived', booked.extend({ fromAccountId: uuid })) {}

const held = account.extend({ holdId: uuid, amount: money });
/** Still theirs, and nobody can spend it but the hold. */
export class FundsHeld extends event('FundsHeld', held) {}
export class HeldFundsReleased extends event('HeldFundsReleased', held) {}
const settled = booked.extend({ holdId: uuid, orderId: uuid.optional() });
/** The money of a hold has become ours. */
export class HeldFundsTaken extends event('HeldFundsTaken', settled) {}
/** What was taken comes back, all or a part. */
export class FundsRefunded extends event('FundsRefunded', settled) {}

const told = account.extend({ reason: z.string() });
/** Money still comes in, and none goes out but what was held before. */
export class AccountFrozen extends event('AccountFrozen', told) {}
export class AccountUnfrozen extends event('AccountUnfrozen', told) {}
export class AccountClosed extends event('AccountClosed', told) {}
