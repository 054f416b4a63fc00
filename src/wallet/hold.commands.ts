import { z } from 'zod';
import { currency, timestamp, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { HoldState } from './hold.state.js';
import { description, movedMinor } from './vocabulary.js';

/** What whoever sells can ask of the money of an account. `holdId` is the caller's choice, new for each hold. */

const holdId = { holdId: uuid };
const amount = z.strictObject({ amountMinor: movedMinor, currency });

/** Sets money aside, once. Ends in HoldPlaced or HoldDeclined, or decides nothing where it was released before. */
export class PlaceHold extends command(
  z.strictObject({
    ...holdId,
    accountId: uuid,
    /** Whose the account must be. */
    ownerId: uuid,
    amount,
    /** Whether what can be spent is enough, where that is less. */
    orLess: z.boolean().optional(),
    orderId: uuid.optional(),
    description,
    expiresAt: timestamp.optional(),
  }),
)<HoldState>() {}
/** Takes the money, or a part of it; the rest is released. */
export class CaptureHold extends command(
  z.strictObject({ ...holdId, amountMinor: movedMinor.optional() }),
)<HoldState>() {}
/** Lets go of it; may be sent at any time, also before, and so instead of, its PlaceHold. */
export class ReleaseHold extends command(z.strictObject(holdId))<HoldState>() {}
/** Its time has come, says the timer. */
export class ExpireHold extends command(z.strictObject(holdId))<HoldState>() {}
/** Gives back a part, or all: of what is held, or of what was captured. Once for each `refundId`. */
export class RefundHold extends command(z.strictObject({ ...holdId, refundId: uuid, amount }))<HoldState>() {}
