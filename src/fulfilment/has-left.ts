import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { HasLeft } from '../orders/contract.js';
import { derivedId } from '../platform/core/ids.js';
import { HasParcel } from '../shipping/contract.js';

@QueryHandler(HasLeft)
export class HasLeftHandler implements IQueryHandler<HasLeft> {
  constructor(private readonly queries: QueryBus) {}

  execute({ orderId, reads }: HasLeft): Promise<boolean> {
    return this.queries.execute(new HasParcel(derivedId(orderId, 'shipment'), reads));
  }
}
