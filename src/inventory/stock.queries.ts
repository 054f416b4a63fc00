import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import type { Loaded } from '../platform/event-store/stream-loader.js';
import { GetStock } from './contract.js';
import { stockItem, type StockItemState } from './stock-item.decider.js';

@QueryHandler(GetStock)
export class GetStockHandler implements IQueryHandler<GetStock> {
  constructor(private readonly store: AggregateStore) {}

  execute({ sku, actor, point }: GetStock): Promise<Loaded<StockItemState>> {
    return this.store.read(stockItem, sku, actor, point);
  }
}
