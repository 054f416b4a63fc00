import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Payload } from '@nestjs/microservices';
import { z } from 'zod';
import { timestamp, uuid } from '../platform/core/schemas.js';
import { Asking } from '../platform/kafka/asking.js';
import { Consumes, type Message } from '../platform/kafka/consumes.js';
import { publishes } from '../platform/kafka/publication.js';
import { trackingBody, TrackShipment } from './shipment.commands.js';
import {
  ShipmentCancelled,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentInTransit,
  ShipmentLost,
  ShipmentRefused,
} from './shipment.events.js';

const topic = 'waybill.shipping.v1';
const shipment = { shipmentId: uuid, orderId: uuid };
const tracked = z.object({ ...shipment, at: timestamp, detail: z.string().optional() });
type Tracked = ShipmentInTransit['data'];
const publicTrack = ({ shipmentId, orderId, at, detail }: Tracked): z.output<typeof tracked> => ({
  shipmentId,
  orderId,
  at,
  detail,
});

/** What shipping tells the outside. Key: the shipment. */
export const shippingPublications = [
  publishes(ShipmentDispatched, {
    topic,
    type: 'waybill.shipment.dispatched',
    about: 'The carrier has taken the parcel.',
    schema: z.object({ ...shipment, carrier: z.string(), trackingNumber: z.string() }),
    map: ({ event: { data } }) => ({
      shipmentId: data.shipmentId,
      orderId: data.orderId,
      carrier: data.carrier,
      trackingNumber: data.trackingNumber,
    }),
  }),
  publishes(ShipmentRefused, {
    topic,
    type: 'waybill.shipment.refused',
    about: 'The carrier will not take it.',
    schema: z.object({ ...shipment, detail: z.string() }),
    map: ({ event: { data } }) => ({
      shipmentId: data.shipmentId,
      orderId: data.orderId,
      detail: data.detail,
    }),
  }),
  publishes(ShipmentInTransit, {
    topic,
    type: 'waybill.shipment.in-transit',
    about: 'On its way, by the carrier’s word.',
    schema: tracked,
    map: ({ event: { data } }) => publicTrack(data),
  }),
  publishes(ShipmentDelivered, {
    topic,
    type: 'waybill.shipment.delivered',
    about: 'Handed over.',
    schema: tracked,
    map: ({ event: { data } }) => publicTrack(data),
  }),
  publishes(ShipmentLost, {
    topic,
    type: 'waybill.shipment.lost',
    about: 'The carrier cannot find it.',
    schema: tracked,
    map: ({ event: { data } }) => publicTrack(data),
  }),
  publishes(ShipmentCancelled, {
    topic,
    type: 'waybill.shipment.cancelled',
    about: 'No parcel goes out.',
    schema: z.object(shipment),
    map: ({ event: { data } }) => ({ shipmentId: data.shipmentId, orderId: data.orderId }),
  }),
];

const told = trackingBody.extend({ shipmentId: uuid }).meta({ id: 'ParcelTracked' });

const answer = z
  .looseObject({
    key: uuid,
    outcome: z.enum(['accepted', 'refused', 'cancelled', 'pending', 'not-found', 'too-late']),
    carrier: z.string().optional(),
    trackingNumber: z.string().optional(),
  })
  .meta({ id: 'CarrierAnswer' });

/** What carriers tell, and what they answer. */
@Controller()
export class ShippingConsumer {
  constructor(
    private readonly bus: CommandBus,
    private readonly asking: Asking,
  ) {}

  @Consumes({
    topic: 'waybill.carrier.answers.v1',
    type: 'waybill.carrier.answered',
    about: 'The answer to one question, named in ce_causationid, of waybill.carrier.requests.v1.',
    schema: answer,
  })
  answered(@Payload() { data, envelope }: Message<z.output<typeof answer>>) {
    return this.asking.answered(envelope, data);
  }

  /** A carrier may be faster than our own note that it has the parcel. */
  @Consumes({
    topic: 'waybill.tracking.v1',
    type: 'waybill.parcel.tracked',
    about: 'What became of a parcel; in any order, any number of times.',
    schema: told,
    againOn: ['shipment.not-dispatched', 'shipment.not-found'],
  })
  track(@Payload() { data, by }: Message<z.output<typeof told>>) {
    return this.bus.execute(new TrackShipment(data, by));
  }
}
