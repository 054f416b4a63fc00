import { Logger } from '@nestjs/common';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { ShipmentLost, ShipmentOutcomeUnknown } from './shipment.events.js';

/** Tells whoever watches the log where a parcel is missing. Best effort: the event itself is what counts. */
@EventsHandler(ShipmentOutcomeUnknown, ShipmentLost)
export class ShipmentsLive implements IEventHandler<ShipmentOutcomeUnknown | ShipmentLost> {
  private readonly logger = new Logger('Shipping');

  handle({ type, data: { shipmentId, orderId, detail } }: ShipmentOutcomeUnknown | ShipmentLost): void {
    const what = type === 'ShipmentLost' ? 'the parcel is lost' : 'the outcome is unknown';
    this.logger.warn(`shipment ${shipmentId} of order ${orderId}: ${what}${detail ? `: ${detail}` : ''}`);
  }
}
