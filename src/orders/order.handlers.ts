import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { GetProducts } from '../catalog/contract.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { AddItem, CreateOrder } from './contract.js';
import { addItem, createOrder, order } from './order.decider.js';

// Ask the catalogue, then decide: a price is the one of the moment before the order was written.

@CommandHandler(CreateOrder)
export class CreateOrderHandler implements ICommandHandler<CreateOrder> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
  ) {}

  async execute(command: CreateOrder) {
    const { orderId, items } = command.data;
    const products = await this.queries.execute(new GetProducts(items.map(({ sku }) => sku)));
    return this.store.execute(order, orderId, command.by, createOrder(command, products));
  }
}

@CommandHandler(AddItem)
export class AddItemHandler implements ICommandHandler<AddItem> {
  constructor(
    private readonly store: AggregateStore,
    private readonly queries: QueryBus,
  ) {}

  async execute(command: AddItem) {
    const { orderId, sku } = command.data;
    const products = await this.queries.execute(new GetProducts([sku]));
    return this.store.execute(order, orderId, command.by, addItem(command, products));
  }
}
