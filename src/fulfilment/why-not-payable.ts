import { QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { WhyNotPayable } from '../orders/contract.js';
import { WhyNotAccepted } from '../payments/contract.js';

/** Orders ask, payments know; neither knows the other. */
@QueryHandler(WhyNotPayable)
export class WhyNotPayableHandler implements IQueryHandler<WhyNotPayable> {
  constructor(private readonly queries: QueryBus) {}

  execute({ customerId, currency, method }: WhyNotPayable): Promise<string | undefined> {
    return this.queries.execute(new WhyNotAccepted(customerId, currency, method));
  }
}
