import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import { DeliverOrder, GetOrder, OrderShipped } from '../orders/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { OutcomePending } from '../platform/core/outcome-pending.js';
import { Rejection } from '../platform/core/rejection.js';
import { systemContext, type CommandContext } from '../platform/cqrs/command.js';
import { causedBy } from '../platform/event-store/recorded.js';
import { reactTo } from '../platform/subscriptions/react-to.js';
import type { Subscription } from '../platform/subscriptions/subscription.js';
import { ShipmentDelivered } from '../shipping/contract.js';

/**
 * The carrier's word that a parcel has arrived delivers its order. Choreographed: the saga ended with the hand-over.
 * The command is named after the event, so hearing it again does nothing. A parcel may be faster than the order's own
 * note that it was shipped: then it waits for that.
 */
export const deliveries = (commands: CommandBus, queries: QueryBus): Subscription => ({
  name: 'fulfilment.deliveries',
  events: [ShipmentDelivered],
  handle: (batch) =>
    reactTo(batch, async (recorded) => {
      const { orderId } = (recorded.event as ShipmentDelivered).data;
      const by = systemContext('fulfilment', {
        commandId: derivedId(recorded.id, 'deliver'),
        ...causedBy(recorded),
      });
      await commands.execute(new DeliverOrder({ orderId }, by)).catch(async (error: unknown) => {
        throw (await isEarly(queries, orderId, error, by)) ? early(orderId) : error;
      });
    }),
});

async function isEarly(
  queries: QueryBus,
  orderId: string,
  error: unknown,
  { actor }: CommandContext,
): Promise<boolean> {
  if (!(error instanceof Rejection && error.code === 'order.not-shipped')) return false;
  const { status } = await queries.execute(new GetOrder(orderId, actor));
  return status === 'confirmed' || status === 'paid';
}

const early = (orderId: string): OutcomePending =>
  new OutcomePending('the order is not shipped yet', {
    until: { stream: `order-${orderId}`, type: OrderShipped.type },
  });
