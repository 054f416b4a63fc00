import { Inject } from '@nestjs/common';
import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { GetOrder } from '../orders/contract.js';
import { CONFIG, type Config } from '../platform/config.js';
import { derivedId } from '../platform/core/ids.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { RequestReturn } from './return.commands.js';
import { orderReturn, requestReturn } from './return.decider.js';
import type { ReturnState } from './return.state.js';
import { claimUnits, returnable } from './returnable.decider.js';

const DAY_MS = 86_400_000;

/** Asks what was delivered, which never changes again, and claims the units for the return in one append. */
@CommandHandler(RequestReturn)
export class RequestReturnHandler implements ICommandHandler<RequestReturn> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
    @Inject(CONFIG) private readonly config: Pick<Config, 'RETURN_WINDOW_DAYS'>,
  ) {}

  async execute(command: RequestReturn): Promise<Written<ReturnState>> {
    const { data, by } = command;
    const { returnId, orderId } = data;
    const order = await this.queries.execute(new GetOrder(orderId, by.actor));
    const delivered = { ...order, orderId, paymentId: order.paymentId ?? derivedId(orderId, 'payment') };
    const days = this.config.RETURN_WINDOW_DAYS;
    const request = requestReturn(command, delivered, days === 0 ? undefined : days * DAY_MS);
    const deliveredOf = new Map(order.items.map(({ sku, quantity }) => [sku, quantity]));
    const claim = claimUnits(orderId, returnId, data.items, deliveredOf);
    return this.store.change(orderReturn, returnId, by, async (unit) => {
      const { state } = await unit.begin(orderReturn, returnId);
      const requested = request(state);
      const units = await unit.load(returnable, orderId);
      unit.append(returnable, orderId, claim(units.state));
      return unit.append(orderReturn, returnId, requested);
    });
  }
}
