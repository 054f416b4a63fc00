import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { money, uuid } from '../platform/core/schemas.js';

// The names in here are the storage format.

/** Stored together with TransferSent and TransferReceived of the two accounts. */
export class TransferMade extends event(
  'TransferMade',
  z.strictObject({
    transferId: uuid,
    fromAccountId: uuid,
    fromOwnerId: uuid,
    toAccountId: uuid,
    toOwnerId: uuid,
    amount: money,
    description: z.string(),
  }),
) {}
