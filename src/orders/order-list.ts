import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, PrimaryColumn, Repository, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { decodeCursor, fitting, paginate } from '../platform/cqrs/cursor.js';
import { timestamp } from '../platform/core/schemas.js';
import { defineReadModel } from '../platform/read-models/read-model.js';
import { ListOrders, type OrderPage } from './contract.js';
import { viewOf } from './order.view.js';
import { order } from './order.decider.js';
import type { OrderEvent } from './order.state.js';
import { totalOf } from './order.lines.js';
import type { OrderState } from './order.state.js';

@Entity({ schema: 'orders', name: 'order_list' })
export class OrderListRow {
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId: string;
  @Column('uuid', { name: 'customer_id' }) customerId: string;
  @Column('text') status: string;
  @Column('text') currency: string;
  @Column('bigint', { name: 'total_minor' }) totalMinor: number;
  @Column('jsonb') skus: readonly string[];
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('bigint', { name: 'created_position' }) createdPosition: number;
  @Column('int') version: number;
  /** The whole order, so that a list shows what a single read shows. */
  @Column('json') state: OrderState;
}

export const orderList = defineReadModel<OrderListRow>({
  name: 'orders.order-list',
  lingerMs: 20,
  entity: OrderListRow,
  shape: 2,
  events: order.events,
  keys: ({ event }) => [(event as OrderEvent).data.orderId],
  project(row, { event, version, occurredAt, position }, orderId) {
    const state = order.evolve(row?.state ?? order.initial, event as OrderEvent, occurredAt);
    if (state.status === 'none') return undefined;
    return {
      orderId,
      customerId: state.customerId,
      status: state.status,
      currency: state.currency,
      totalMinor: totalOf(state.items, state.currency).amountMinor,
      skus: state.items.map(({ sku }) => sku),
      createdAt: new Date(state.createdAt),
      createdPosition: row?.createdPosition ?? position,
      version,
      state,
    };
  },
});

const after = z.object({ position: z.int(), at: timestamp.optional() });

@QueryHandler(ListOrders)
export class ListOrdersHandler implements IQueryHandler<ListOrders> {
  constructor(@InjectRepository(OrderListRow) private readonly rows: Repository<OrderListRow>) {}

  async execute({ filter, actor }: ListOrders): Promise<OrderPage> {
    const found = matching(this.rows.createQueryBuilder('o'), filter);
    if (actor.role === 'customer') found.andWhere('o.customerId = :own', { own: actor.id });
    const { limit, cursor } = filter;
    const last = cursor ? decodeCursor(cursor, after, filter) : undefined;
    // Of a time long ago, the newest orders of all are no way to begin.
    const isByTime = filter.from !== undefined || filter.to !== undefined;
    if (isByTime) found.orderBy('o.createdAt', 'DESC');
    if (last?.at) found.andWhere('(o.createdAt, o.createdPosition) < (:at, :position)', last);
    else if (last) found.andWhere('o.createdPosition < :position', last);
    const heads = await found
      .select([
        'o.order_id as id',
        'o.created_position as position',
        'o.created_at as at',
        'o.bytes as bytes',
      ])
      .addOrderBy('o.createdPosition', 'DESC')
      .limit(limit + 1)
      .getRawMany<Head>();
    const keyOf = ({ position, at }: Head) => ({ position, ...(isByTime && { at: at.toISOString() }) });
    const page = paginate(heads, fitting(heads, limit), keyOf, filter);
    const shown = await this.rows.query<Shown[]>(SHOWN, [page.items.map(({ id }) => id)]);
    return { items: shown.map(viewOf), nextCursor: page.nextCursor };
  }
}

/** Plain, because making entities of whole rows took a tenth of the time of a list. */
const SHOWN = `
  select order_id as id, version, state from orders.order_list where order_id = any ($1)
  order by array_position($1, order_id)`;

type Shown = Parameters<typeof viewOf>[0];

/** Where an order stands in the list, and how large it is; the order itself is read only if it is shown. */
interface Head {
  readonly id: string;
  readonly position: number;
  readonly at: Date;
  readonly bytes: number;
}

function matching(found: SelectQueryBuilder<OrderListRow>, filter: ListOrders['filter']) {
  if (filter.customerId !== undefined) found.andWhere('o.customerId = :customerId', filter);
  if (filter.status !== undefined) found.andWhere('o.status = :status', filter);
  if (filter.sku !== undefined) found.andWhere('o.skus @> to_jsonb(cast(:sku as text))', filter);
  if (filter.from !== undefined) found.andWhere('o.createdAt >= :from', filter);
  if (filter.to !== undefined) found.andWhere('o.createdAt < :to', filter);
  return found;
}
