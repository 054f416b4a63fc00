import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { GetProduct, GetProducts, type CurrentProduct, type ProductView } from './contract.js';
import { viewOf } from './product.view.js';
import { product } from './product.decider.js';

@QueryHandler(GetProduct)
export class GetProductHandler implements IQueryHandler<GetProduct> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ sku, actor, point }: GetProduct): Promise<ProductView> {
    return viewOf(await this.store.read(product, sku, actor, point));
  }
}

/** So many streams come by one statement: an order of 1,000 lines must not take every connection of the pool. */
const AT_ONCE = 64;

@QueryHandler(GetProducts)
export class GetProductsHandler implements IQueryHandler<GetProducts> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ skus }: GetProducts): Promise<ReadonlyMap<string, CurrentProduct>> {
    const wanted = [...new Set(skus)];
    const found = new Map<string, CurrentProduct>();
    for (let i = 0; i < wanted.length; i += AT_ONCE) {
      const loaded = await Promise.all(
        wanted.slice(i, i + AT_ONCE).map((sku) => this.store.load(product, sku)),
      );
      for (const { id: sku, state } of loaded) {
        if (state.status === 'none') continue;
        found.set(sku, { sku, name: state.name, price: state.price, archived: state.status === 'archived' });
      }
    }
    return found;
  }
}
