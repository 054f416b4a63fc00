import { z } from 'zod';
import { currency, reason, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { AccountState } from './account.state.js';
import { description, movedMinor } from './vocabulary.js';

/** What can be asked of an account, and the bodies of its routes. */

export const openAccountBody = z
  .strictObject({
    ownerId: uuid,
    currency,
    initialDepositMinor: z
      .int()
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .optional()
      .meta({ description: 'the first deposit; by operators and machines, who have seen the money' }),
    description: description.optional(),
  })
  .meta({ id: 'OpenAccount' });
export const movementBody = z
  .strictObject({ amountMinor: movedMinor, description: description.optional() })
  .meta({ id: 'AccountMovement' });
export const accountReasonBody = z.strictObject({ reason }).meta({ id: 'AccountReason' });

const accountId = { accountId: uuid };

/** `accountId` is the caller's choice, new for each account. */
export class OpenAccount extends command(openAccountBody.extend(accountId))<AccountState>() {}
export class DepositFunds extends command(movementBody.extend(accountId))<AccountState>() {}
export class WithdrawFunds extends command(movementBody.extend(accountId))<AccountState>() {}
export class FreezeAccount extends command(accountReasonBody.extend(accountId))<AccountState>() {}
export class UnfreezeAccount extends command(accountReasonBody.extend(accountId))<AccountState>() {}
export class CloseAccount extends command(accountReasonBody.extend(accountId))<AccountState>() {}
