import { CommandHandler, QueryBus, QueryHandlerNotFoundException, type ICommandHandler } from '@nestjs/cqrs';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore, type Reads } from '../platform/event-store/aggregate-store.js';
import { HasLeft } from './contract.js';
import { ChangeShippingAddress } from './order.commands.js';
import { changeShippingAddress, order } from './order.decider.js';
import type { OrderState } from './order.state.js';

/**
 * An address may change until the carrier has the parcel. What says so is read together with the order, so that a
 * parcel which leaves at this moment is a lost race, and the rule is asked again.
 */
@CommandHandler(ChangeShippingAddress)
export class ChangeShippingAddressHandler implements ICommandHandler<ChangeShippingAddress> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
  ) {}

  execute(command: ChangeShippingAddress): Promise<Written<OrderState>> {
    const { data, by } = command;
    return this.store.execute(order, data.orderId, by, async (state, reads) => {
      const isOnItsWay = state.status === 'confirmed' || state.status === 'paid';
      const hasLeft = isOnItsWay && (await this.hasLeft(data.orderId, reads));
      return changeShippingAddress(command, hasLeft)(state);
    });
  }

  private hasLeft(orderId: string, reads: Reads): Promise<boolean> {
    return this.queries.execute(new HasLeft(orderId, reads)).catch((error: unknown) => {
      // Nobody leads orders through fulfilment here, so nothing leaves.
      if (error instanceof QueryHandlerNotFoundException) return false;
      throw error;
    });
  }
}
