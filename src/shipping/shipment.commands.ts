import { z } from 'zod';
import { instantInUtc, reason, text, uuid } from '../platform/core/schemas.js';
import { command } from '../platform/cqrs/command.js';
import type { ShipmentState } from './shipment.state.js';
import { address, attempt, lossOutcome, shippedLine, trackingStatus } from './vocabulary.js';

/** What can be asked of a shipment, and the bodies of its routes. */

const lines = z.array(shippedLine).min(1);

/**
 * Hands a parcel to the carrier once, however often it is sent. Ends in ShipmentDispatched or ShipmentRefused.
 *
 * @throws OutcomePending while the outcome is open; send the same command again
 */
export class DispatchShipment extends command(
  z.strictObject({ shipmentId: uuid, orderId: uuid, customerId: uuid, address, lines, attempt }),
)<ShipmentState>() {}

/**
 * Only these lines still go; possible as long as no carrier was asked for the parcel. Decided in the append of whoever
 * leads to it.
 */
export class ReduceShipment extends command(
  z.strictObject({ shipmentId: uuid, orderId: uuid, lines }),
)<ShipmentState>() {}

/**
 * The way back of DispatchShipment: makes sure that no parcel goes out. Ends in ShipmentCancelled, or in
 * ShipmentCancelRefused for a parcel that is gone for good; may be sent at any time, also when DispatchShipment never
 * was.
 *
 * @throws OutcomePending while the carrier has not answered; send the same command again
 */
export class CancelShipment extends command(
  z.strictObject({ shipmentId: uuid, orderId: uuid, attempt }),
)<ShipmentState>() {}

export const handOverBody = z
  .strictObject({ carrier: text(100), trackingNumber: text(100) })
  .meta({ id: 'HandOverShipment', examples: [{ carrier: 'DHL', trackingNumber: '00340434161094000000' }] });
/** A person says that they have handed the parcel over. Ends in ShipmentDispatched. */
export class HandOverShipment extends command(handOverBody.extend({ shipmentId: uuid }))<ShipmentState>() {}

export const refuseBody = z.strictObject({ reason }).meta({ id: 'RefuseShipment' });
/** A person says that the parcel cannot be sent. Ends in ShipmentRefused, and the order is taken back. */
export class RefuseShipment extends command(refuseBody.extend({ shipmentId: uuid }))<ShipmentState>() {}

export const lossBody = z.strictObject({ reason }).meta({ id: 'SettleLoss' });
/** What is to be done about a lost parcel. */
export class SettleLoss extends command(
  lossBody.extend({ shipmentId: uuid, outcome: lossOutcome }),
)<ShipmentState>() {}
/** From fulfilment: the other shipment cannot be sent. */
export class ReopenLoss extends command(
  z.strictObject({ shipmentId: uuid, replacementId: uuid, detail: z.string() }),
)<ShipmentState>() {}

export const trackingBody = z
  .strictObject({
    status: trackingStatus,
    at: instantInUtc.meta({ description: 'when it happened, by the carrier' }),
    detail: text(500).optional(),
  })
  .meta({ id: 'TrackShipment' });
/** What the carrier tells about a parcel; in any order, any number of times. */
export class TrackShipment extends command(trackingBody.extend({ shipmentId: uuid }))<ShipmentState>() {}
