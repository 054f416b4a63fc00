import { Logger } from '@nestjs/common';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { OrderCancelled } from './order.events.js';

/** Tells whoever watches the log which orders end early. Best effort: the event itself is what counts. */
@EventsHandler(OrderCancelled)
export class OrdersLive implements IEventHandler<OrderCancelled> {
  private readonly logger = new Logger('Orders');

  handle({ data: { orderId, code } }: OrderCancelled): void {
    this.logger.log(`order ${orderId} is cancelled: ${code}`);
  }
}
