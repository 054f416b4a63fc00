import type { CommandBus } from '@nestjs/cqrs';
import { DeliverOrder } from '../orders/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { systemContext } from '../platform/cqrs/command.js';
import type { Subscription } from '../platform/subscriptions/subscription.js';
import { ShipmentDelivered } from '../shipping/contract.js';

/**
 * The carrier's word that a parcel has arrived delivers its order. Choreographed: the saga ended with the hand-over.
 * The command is named after the event, so hearing it again does nothing.
 *
 * @param commands an order whose dispatch is not recorded yet is refused, and the event is then tried again
 */
export const deliveries = (commands: CommandBus): Subscription => ({
  name: 'fulfilment.deliveries',
  events: [ShipmentDelivered],
  async handle(batch) {
    for (const { id, event, metadata } of batch) {
      const { orderId } = (event as ShipmentDelivered).data;
      const by = systemContext('fulfilment', {
        commandId: derivedId(id, 'deliver'),
        correlationId: metadata.correlationId,
        causationId: id,
      });
      await commands.execute(new DeliverOrder({ orderId }, by));
    }
  },
});
