import { Command, Query } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { Reads } from '../platform/event-store/aggregate-store.js';
import { pageOf, pageQuery, sku, timestamp, uuid, type PointInTime } from '../platform/core/schemas.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { address, lossOutcome, trackingStatus, type ShippedLine } from './vocabulary.js';

export * from './shipment.commands.js';
export * from './shipment.events.js';
export { lossView, settledLoss } from './loss-view.js';

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

/** Nothing is kept of where parcels of a customer went. */
export class ForgetParcels extends Command<void> {
  constructor(readonly customerId: string) {
    super();
  }
}

/**
 * The goods of a lost parcel are to be sent again: whoever keeps stock sets them aside under the id of the new shipment,
 * in the append of whoever decides it.
 *
 * @throws Rejection `shipment.cannot-send-again`
 */
export class ReserveAgain extends Query<void> {
  constructor(
    readonly again: { readonly shipmentId: string; readonly lines: readonly ShippedLine[] },
    readonly unit: UnitOfWork,
    readonly by: CommandContext,
  ) {
    super();
  }
}

const shipmentState = z.enum([
  'requested',
  'unknown',
  'refused',
  'cancelled',
  'dispatched',
  'in_transit',
  'delivered',
  'lost',
]);

export const shipmentSchema = z
  .object({
    id: uuid,
    orderId: uuid,
    customerId: uuid,
    state: shipmentState,
    carrier: z.string().optional(),
    trackingNumber: z.string().optional(),
    address,
    lines: z.array(z.object({ sku, quantity: z.int() })),
    tracking: z.array(z.object({ status: trackingStatus, at: timestamp, detail: z.string().optional() })),
    detail: z.string().optional(),
    loss: z
      .object({ outcome: lossOutcome, replacementId: uuid.optional() })
      .optional()
      .meta({ description: 'what was decided about a lost parcel; sent again it is another shipment' }),
    createdAt: timestamp,
    dispatchedAt: timestamp.optional(),
    version: z.int(),
  })
  .meta({ id: 'Shipment' });
export type ShipmentView = z.output<typeof shipmentSchema>;

/**
 * One shipment as it stands, or as it stood at a version or an instant.
 *
 * @throws Rejection `shipment.not-found`
 */
export class GetShipment extends Query<ShipmentView> {
  constructor(
    readonly shipmentId: string,
    readonly actor: Actor,
    readonly point: PointInTime = {},
  ) {
    super();
  }
}

export const shipmentFilter = pageQuery.extend({ state: shipmentState.optional(), orderId: uuid.optional() });
export const shipmentPage = pageOf(shipmentSchema).meta({ id: 'ShipmentPage' });
export type ShipmentPage = z.output<typeof shipmentPage>;

/** Shipments, those of the newest orders first; a customer sees only their own. */
export class ListShipments extends Query<ShipmentPage> {
  constructor(
    readonly filter: z.output<typeof shipmentFilter>,
    readonly actor: Actor,
  ) {
    super();
  }
}

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
  'shipment.asked-for': {
    status: 409,
    title: 'The carrier was asked to take the parcel and has not answered yet',
    fix: 'Try again in a moment: then it has taken the parcel, or will not.',
  },
  'shipment.already-dispatched': {
    status: 409,
    title: 'The parcel has left',
    fix: 'What is in it can be returned after delivery.',
  },
  'shipment.not-by-hand': {
    status: 409,
    title: 'The carrier says what became of its parcels',
    fix: 'Only parcels that people move (CARRIER=manual) are handed over or refused by hand.',
  },
  'shipment.not-awaited': {
    status: 409,
    title: 'Nobody waits for this any more',
    fix: 'Look at the shipment: it is decided already, or it is being called back because the order is cancelled.',
  },
  'shipment.not-lost': {
    status: 409,
    title: 'The carrier has not lost the parcel',
    fix: 'Wait for the carrier: POST /v1/shipments/{id}/tracking with `lost` records that it is.',
  },
  'shipment.loss-settled': {
    status: 409,
    title: 'Somebody has decided otherwise about the lost parcel',
    fix: 'Read `loss` of the shipment: it was sent again, or its money goes back.',
  },
  'shipment.cannot-send-again': {
    status: 409,
    title: 'There are not enough goods to send again',
    fix: 'Receive stock and try again, or refund: POST /v1/shipments/{id}/refund.',
  },
  'shipment.tracked-in-future': {
    status: 422,
    title: 'This has not happened yet',
    fix: 'Send `at` as the time when it happened. Clocks may differ by five minutes, not by more.',
  },
} as const;
export type ShippingProblem = keyof typeof problems;
