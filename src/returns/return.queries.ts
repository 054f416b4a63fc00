import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { uuid } from '../platform/core/schemas.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { Database } from '../platform/event-store/database.js';
import { GetReturn, ListReturns, type ReturnPage, type ReturnView } from './contract.js';
import { orderReturn } from './return.decider.js';
import { returnFor } from './return.view.js';

@QueryHandler(GetReturn)
export class GetReturnHandler implements IQueryHandler<GetReturn> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ returnId, actor, point }: GetReturn): Promise<ReturnView> {
    return returnFor(actor, await this.store.read(orderReturn, returnId, actor, point));
  }
}

const after = z.object({ returnId: uuid });

/** The row that commits with the events says which; the events say what. So the list is never behind. */
@QueryHandler(ListReturns)
export class ListReturnsHandler implements IQueryHandler<ListReturns> {
  constructor(
    private readonly store: AggregateStore,
    private readonly database: Database,
  ) {}

  async execute({ filter: { limit, cursor, ...filter }, actor }: ListReturns): Promise<ReturnPage> {
    const last = cursor ? decodeCursor(cursor, after, filter).returnId : null;
    const own = actor.role === 'customer' ? actor.id : null;
    const rows = await this.database.query<{ id: string }>(
      `select return_id as id from returns.returns
       where ($1::uuid is null or order_id = $1) and ($2::text is null or status = $2)
         and ($3::uuid is null or customer_id = $3) and ($4::uuid is null or return_id < $4)
       order by return_id desc limit $5`,
      [filter.orderId ?? null, filter.status ?? null, own, last, limit + 1],
    );
    const page = paginate(rows, limit, ({ id }) => ({ returnId: id }), filter);
    const returns = await Promise.all(page.items.map(({ id }) => this.store.read(orderReturn, id, actor)));
    return { items: returns.map((shown) => returnFor(actor, shown)), nextCursor: page.nextCursor };
  }
}
