import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { GetStock, type StockItemView } from './contract.js';
import { viewOf } from './stock.view.js';
import { stockItem } from './stock-item.decider.js';

@QueryHandler(GetStock)
export class GetStockHandler implements IQueryHandler<GetStock> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ sku, actor, point }: GetStock): Promise<StockItemView> {
    return viewOf(await this.store.read(stockItem, sku, actor, point));
  }
}
