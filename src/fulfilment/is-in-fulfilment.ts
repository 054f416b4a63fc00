import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IsInFulfilment } from '../payments/contract.js';
import { backOf } from '../platform/core/saga-state.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { SagaRegistry } from '../platform/sagas/saga-registry.js';

/** Until the saga has ended the goods may still leave, unless the money is on its way back already. Never yes again. */
@QueryHandler(IsInFulfilment)
export class IsInFulfilmentHandler implements IQueryHandler<IsInFulfilment> {
  constructor(
    private readonly store: AggregateStore,
    private readonly sagas: SagaRegistry,
  ) {}

  async execute({ orderId }: IsInFulfilment): Promise<boolean> {
    const { state } = await this.store.load(this.sagas.get('fulfilment').decider, orderId);
    return state.status !== 'none' && state.ended === undefined && !backOf(state, 'pay');
  }
}
