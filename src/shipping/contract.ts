import { Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { command } from '../platform/cqrs/command.js';
import type { Reads } from '../platform/event-store/aggregate-store.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import { sku, text, timestamp, uuid, type PointInTime } from '../platform/core/schemas.js';
import type { ShipmentState } from './shipment.decider.js';
import { address, attempt, shippedLine } from './vocabulary.js';

export * from './shipment.events.js';

const lines = z.array(shippedLine).min(1);

/**
 * Hands a parcel to the carrier once, however often it is sent. Ends in ShipmentDispatched or ShipmentRefused.
 *
 * @throws NotYet while the outcome is open; send the same command again
 */
export class DispatchShipment extends command(
  z.strictObject({ shipmentId: uuid, orderId: uuid, customerId: uuid, address, lines, attempt }),
)<ShipmentState>() {}

/**
 * The way back of DispatchShipment: makes sure that no parcel goes out. Ends in ShipmentCancelled, or in
 * ShipmentCancelRefused for a parcel that is gone for good; may be sent at any time, also when DispatchShipment never
 * was.
 *
 * @throws NotYet while the carrier has not answered; send the same command again
 */
export class CancelShipment extends command(
  z.strictObject({ shipmentId: uuid, orderId: uuid, attempt }),
)<ShipmentState>() {}

const trackingStatus = z.enum(['in_transit', 'delivered', 'lost']);
export const trackingBody = z
  .strictObject({
    status: trackingStatus,
    at: z.iso.datetime({ offset: true }).meta({ description: 'when it happened, by the carrier' }),
    detail: text(500).optional(),
  })
  .meta({ id: 'TrackShipment' });
/** What the carrier tells about a parcel; in any order, any number of times. */
export class TrackShipment extends command(
  trackingBody.extend({ shipmentId: uuid, at: timestamp }),
)<ShipmentState>() {}

/**
 * One shipment as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `shipment.not-found`
 */
export class GetShipment extends Query<Loaded<ShipmentState>> {
  constructor(
    readonly shipmentId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

/**
 * Whether the carrier has the parcel and nobody is calling it back.
 *
 * @param reads of the command that depends on the answer: it must still hold when the command is stored
 */
export class HasParcel extends Query<boolean> {
  constructor(
    readonly shipmentId: string,
    readonly reads: Reads,
  ) {
    super();
  }
}

export const shipmentSchema = z
  .object({
    id: uuid,
    orderId: uuid,
    customerId: uuid,
    state: z.enum([
      'requested',
      'unknown',
      'refused',
      'cancelled',
      'dispatched',
      'in_transit',
      'delivered',
      'lost',
    ]),
    carrier: z.string().optional(),
    trackingNumber: z.string().optional(),
    address,
    lines: z.array(z.object({ sku, quantity: z.int() })),
    tracking: z.array(z.object({ status: trackingStatus, at: timestamp, detail: z.string().optional() })),
    detail: z.string().optional(),
    createdAt: timestamp,
    dispatchedAt: timestamp.optional(),
    version: z.int(),
  })
  .meta({ id: 'Shipment' });
export type ShipmentView = z.output<typeof shipmentSchema>;

export const problems = {
  'shipment.not-found': {
    status: 404,
    title: 'No such shipment',
    fix: 'Check the id, and that the shipment is yours. An order names its shipment as `shipmentId`.',
  },
  'shipment.not-dispatched': {
    status: 409,
    title: 'The carrier has no such parcel',
    fix: 'Only a parcel that was handed over can be tracked. Look at the state of the shipment first.',
    retryable: true,
  },
  'shipment.tracked-in-future': {
    status: 422,
    title: 'This has not happened yet',
    fix: 'Send `at` as the time when it happened. Clocks may differ by five minutes, not by more.',
  },
} as const;
export type ShippingProblem = keyof typeof problems;
