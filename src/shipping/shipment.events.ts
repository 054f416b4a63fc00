import { z } from 'zod';
import { event } from '../platform/core/event.js';
import { timestamp, uuid } from '../platform/core/schemas.js';
import { address, attempt, evidence, lossOutcome, shippedLine } from './vocabulary.js';

// The names in here are the storage format.

const shipment = z.strictObject({ shipmentId: uuid, orderId: uuid });
const said = { detail: z.string() };
const parcel = { carrier: z.string(), trackingNumber: z.string() };

/** The intent; recorded before the carrier hears of it. */
export class ShipmentRequested extends event(
  'ShipmentRequested',
  shipment.extend({
    customerId: uuid,
    address,
    lines: z.array(shippedLine),
    carrierKey: uuid,
    attempt,
  }),
) {}
/** Only `lines` still go; also before anything was asked for, and then for whatever is. */
export class ShipmentReduced extends event(
  'ShipmentReduced',
  shipment.extend({ lines: z.array(shippedLine) }),
) {}
/** The carrier has the parcel: nothing is taken back by itself after this. */
export class ShipmentDispatched extends event(
  'ShipmentDispatched',
  shipment.extend({
    ...parcel,
    evidence,
    address: address.optional().meta({ description: 'where it goes, if not where it was last asked to go' }),
  }),
) {}
export class ShipmentRefused extends event('ShipmentRefused', shipment.extend({ ...said, evidence })) {}
export class ShipmentOutcomeUnknown extends event('ShipmentOutcomeUnknown', shipment.extend(said)) {}
/** The intent to make sure that no parcel goes out under the key, now or later. */
export class ShipmentCancelRequested extends event('ShipmentCancelRequested', shipment) {}
/** No parcel goes out, up to this attempt. Also the tombstone of a shipment that never began. */
export class ShipmentCancelled extends event('ShipmentCancelled', shipment.extend({ attempt })) {}
/** It was to be called back and is gone for good: with all that is known of the parcel. */
export class ShipmentCancelRefused extends event(
  'ShipmentCancelRefused',
  shipment.extend({ ...parcel, address, ...said }),
) {}

/** `at` is when the carrier says it happened; the event's own time is when we were told. */
const tracked = shipment.extend({ at: timestamp, detail: z.string().optional() });
export class ShipmentInTransit extends event('ShipmentInTransit', tracked) {}
export class ShipmentDelivered extends event('ShipmentDelivered', tracked) {}
export class ShipmentLost extends event('ShipmentLost', tracked) {}

/** What was done about a lost parcel, decided once: the same goods go again as another shipment, or the money goes back. */
export class LossSettled extends event(
  'LossSettled',
  shipment.extend({ outcome: lossOutcome, replacementId: uuid.optional(), reason: z.string() }),
) {}
/** The other shipment cannot be sent: it has to be decided again. */
export class LossReopened extends event('LossReopened', shipment.extend(said)) {}
