import { Logger } from '@nestjs/common';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { StockReservationRejected } from './reservation.events.js';

/** Tells whoever watches the log which SKUs run dry. Best effort: the event itself is what counts. */
@EventsHandler(StockReservationRejected)
export class StockLive implements IEventHandler<StockReservationRejected> {
  private readonly logger = new Logger('Inventory');

  handle({ data: { orderId, shortages } }: StockReservationRejected): void {
    const short = shortages.map(
      ({ sku, requested, available }) => `${sku} (${requested} asked, ${available} left)`,
    );
    this.logger.warn(`order ${orderId} could not be reserved: ${short.join(', ')}`);
  }
}
