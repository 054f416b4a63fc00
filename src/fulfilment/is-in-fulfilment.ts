import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { GetOrder } from '../orders/contract.js';
import { IsInFulfilment } from '../payments/contract.js';
import { backOf } from '../platform/core/saga-state.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { SagaRegistry } from '../platform/sagas/saga-registry.js';

const fulfilment = { role: 'system', id: 'fulfilment' } as const;

/**
 * From the beginning of its saga until the order is at its end the goods may still leave, unless the money is on its
 * way back already. Never yes again after a no.
 */
@QueryHandler(IsInFulfilment)
export class IsInFulfilmentHandler implements IQueryHandler<IsInFulfilment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly sagas: SagaRegistry,
    private readonly queries: QueryBus,
  ) {}

  async execute({ orderId }: IsInFulfilment): Promise<boolean> {
    const { state } = await this.store.load(this.sagas.get('fulfilment').decider, orderId);
    if (state.status === 'none' || backOf(state, 'pay')) return false;
    const { status } = await this.queries.execute(new GetOrder(orderId, fulfilment));
    return status === 'confirmed' || status === 'paid';
  }
}
