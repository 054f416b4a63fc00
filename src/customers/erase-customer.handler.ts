import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { FindUnsentOrders } from '../orders/contract.js';
import { rejecting } from '../platform/core/rejection.js';
import type { Written } from '../platform/cqrs/command.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { PersonalKeys } from '../platform/personal-data/personal-keys.js';
import type { CustomersProblem } from './contract.js';
import { EraseCustomer } from './customer.commands.js';
import { customer, eraseCustomer } from './customer.decider.js';
import type { CustomerState } from './customer.state.js';
import { PersonalDataOf } from './personal-data-of.js';

const reject = rejecting<CustomersProblem>();

/**
 * Retires the keys of the customer, unless an order still needs its address: looked at while nobody can seal anything
 * with them, so that no order slips through. What comes in afterwards gets a new key.
 */
@CommandHandler(EraseCustomer)
export class EraseCustomerHandler implements ICommandHandler<EraseCustomer> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
    private readonly queries: QueryBus,
    private readonly keys: PersonalKeys,
    private readonly held: PersonalDataOf,
  ) {}

  async execute(command: EraseCustomer): Promise<Written<CustomerState>> {
    const { customerId } = command.data;
    await this.held.demandKnown(customerId);
    // Whoever may not do it, or knows another version, is refused while every key is still in use.
    await this.store.execute(customer, customerId, command.by, () => []);
    const hasReturned = await this.held.isHeld(customerId);
    await this.database.transaction(async (tx) => {
      await this.keys.retire(tx, customerId);
      const orders = await this.queries.execute(new FindUnsentOrders(customerId, tx));
      if (orders.length > 0) {
        reject('customer.orders-under-way', `still to be sent: ${orders.join(', ')}`, { orders });
      }
    });
    return this.store.execute(customer, customerId, command.by, eraseCustomer(command, hasReturned));
  }
}
