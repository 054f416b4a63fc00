import { CommandHandler, QueryBus, QueryHandlerNotFoundException, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { UnitOfWork } from '../platform/event-store/unit-of-work.js';
import { LetUnitsGo } from './contract.js';
import { cancelOrder } from './order.cancellation.js';
import { CancelOrder } from './order.commands.js';
import { order } from './order.decider.js';
import { OrderUnitsCancelled } from './order.events.js';
import type { OrderState } from './order.state.js';
import { UnpaidOrders } from './unpaid-orders.js';

/**
 * Units leave an order in the one append in which its parcel, its stock and its payment are told of it, so nobody can
 * send, reserve or charge them at the same moment, and there is no time at which some know and others do not.
 */
@CommandHandler(CancelOrder)
export class CancelOrderHandler implements ICommandHandler<CancelOrder> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
    private readonly unpaid: UnpaidOrders,
  ) {}

  execute(command: CancelOrder): Promise<Written<OrderState>> {
    const { orderId } = command.data;
    return this.store.execute(order, orderId, command.by, async (state, unit) => {
      const events = cancelOrder(command)(state);
      const gone = events.find((event) => event instanceof OrderUnitsCancelled);
      if (!gone) return events;
      const { state: now } = unit.append(order, orderId, events, [this.unpaid.lower(gone)]);
      await this.letGo(now, gone, command, unit);
      return [];
    });
  }

  private async letGo(
    now: OrderState,
    { data: { orderId, total } }: OrderUnitsCancelled,
    { by }: CancelOrder,
    unit: UnitOfWork,
  ): Promise<void> {
    const items = now.status === 'none' ? [] : now.items;
    const left = items.map(({ sku, quantity }) => ({ sku, quantity }));
    await this.queries.execute(new LetUnitsGo({ orderId, left, total }, unit, by)).catch((error: unknown) => {
      // Nobody leads orders through fulfilment here, so nothing was reserved, charged or sent.
      if (!(error instanceof QueryHandlerNotFoundException)) throw error;
    });
  }
}
