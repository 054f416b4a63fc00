import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AggregateStore } from '../platform/event-store/aggregate-store.js';
import { EventLog } from '../platform/event-store/event-log.js';
import { streamOf, type Recorded } from '../platform/event-store/recorded.js';
import type { Actor } from '../platform/core/actor.js';
import { authorFor, dataFor } from '../platform/http/for-customers.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import {
  FindUnsentOrders,
  GetOrder,
  ListOrderEvents,
  type OrderEventPage,
  type OrderView,
} from './contract.js';
import { order } from './order.decider.js';
import { viewOf } from './order.view.js';

@QueryHandler(GetOrder)
export class GetOrderHandler implements IQueryHandler<GetOrder> {
  constructor(private readonly store: AggregateStore) {}

  async execute({ orderId, actor, point }: GetOrder): Promise<OrderView> {
    return viewOf(await this.store.read(order, orderId, actor, point));
  }
}

@QueryHandler(FindUnsentOrders)
export class FindUnsentOrdersHandler implements IQueryHandler<FindUnsentOrders> {
  /** Erasures are rare, and an index on a status would cost every order. */
  async execute({ customerId, on }: FindUnsentOrders): Promise<readonly string[]> {
    const rows = await on.query<{ id: string }>(
      `select order_id as id from orders.order_heads
       where customer_id = $1 and status in ('confirmed', 'paid') order by order_id limit 100`,
      [customerId],
    );
    return rows.map(({ id }) => id);
  }
}

const after = z.object({ version: z.int() });

@QueryHandler(ListOrderEvents)
export class ListOrderEventsHandler implements IQueryHandler<ListOrderEvents> {
  constructor(
    private readonly store: AggregateStore,
    private readonly log: EventLog,
  ) {}

  async execute({ orderId, page, actor }: ListOrderEvents): Promise<OrderEventPage> {
    await this.store.read(order, orderId, actor);
    const seen = page.cursor ? decodeCursor(page.cursor, after, { orderId }).version : 0;
    const stretch = { from: seen + 1, limit: page.limit + 1 };
    const recorded = await this.log.readStream(streamOf(order.category, orderId), stretch);
    const { items, nextCursor } = paginate(recorded, page.limit, ({ version }) => ({ version }), { orderId });
    return { items: items.map((one) => entry(one, actor)), nextCursor };
  }
}

const entry = (
  { position, version, event, metadata, occurredAt, recordedAt }: Recorded,
  viewer: Actor,
): OrderEventPage['items'][number] => ({
  position,
  version,
  type: event.type,
  data: dataFor(viewer, event.data, ['detail']),
  ...authorFor(viewer, metadata.actor, metadata.reason),
  occurredAt,
  recordedAt,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
});
