import { z } from 'zod';
import { uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { TransferState } from './transfer.state.js';
import { description, movedMinor } from './vocabulary.js';

/** What can be asked of transfers, and the body of the route. */

export const transferBody = z
  .strictObject({
    transferId: uuid
      .optional()
      .meta({ description: 'your own id of the transfer: sent again, it answers what it did' }),
    fromAccountId: uuid,
    toAccountId: uuid,
    amountMinor: movedMinor,
    description: description.optional(),
  })
  .meta({ id: 'Transfer' });

export class TransferFunds extends command(transferBody.required({ transferId: true }))<TransferState>() {}
