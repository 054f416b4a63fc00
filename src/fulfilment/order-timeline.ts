import { QueryHandler, type IQueryHandler, QueryBus } from '@nestjs/cqrs';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, In, PrimaryColumn, type Repository } from 'typeorm';
import { z } from 'zod';
import * as inventory from '../inventory/contract.js';
import * as orders from '../orders/contract.js';
import * as payments from '../payments/contract.js';
import { sagaEvents } from '../platform/core/saga-events.js';
import type { EventClass } from '../platform/core/event.js';
import { idOf, type Recorded } from '../platform/event-store/recorded.js';
import type { Actor } from '../platform/core/actor.js';
import { authorFor, dataFor } from '../platform/http/for-customers.js';
import { decodeCursor, fitting, paginate } from '../platform/http/cursor.js';
import { readModel } from '../platform/read-models/read-model.js';
import * as shipping from '../shipping/contract.js';
import { GetOrderTimeline, type TimelinePage } from './contract.js';

@Entity({ schema: 'fulfilment', name: 'order_timeline' })
export class OrderTimelineRow {
  @PrimaryColumn({ name: 'event_id', type: 'text' }) eventId: string;
  @Column({ name: 'order_id', type: 'uuid' }) orderId: string;
  @Column({ name: 'position', type: 'bigint' }) position: number;
  @Column({ name: 'stream', type: 'text' }) stream: string;
  @Column({ name: 'version', type: 'int' }) version: number;
  @Column({ name: 'type', type: 'text' }) type: string;
  @Column({ name: 'data', type: 'json' }) data: object;
  @Column({ name: 'actor', type: 'text' }) actor: string;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason: string | null;
  @Column({ name: 'occurred_at', type: 'timestamptz' }) occurredAt: Date | string;
  @Column({ name: 'correlation_id', type: 'text' }) correlationId: string;
  @Column({ name: 'causation_id', type: 'text', nullable: true }) causationId: string | null;
}

/** Every published event of the doors that names an order, and the saga's own. */
const doors: readonly object[] = [orders, inventory, payments, shipping];
const published = doors.flatMap((door) => Object.values(door).filter(isEventClass));
const events: readonly EventClass[] = [
  ...published.filter(({ type }) => !/^(Stock(Received|Adjusted))$/.test(type)),
  ...sagaEvents,
];

function isEventClass(value: unknown): value is EventClass {
  return typeof value === 'function' && 'upcasters' in value;
}

const orderOf = ({ stream, event }: Recorded): string =>
  'orderId' in event.data ? String(event.data.orderId) : idOf(stream);

/** One row for each event about an order: what happened and why, across all rooms. */
export const orderTimeline = readModel<OrderTimelineRow>({
  name: 'fulfilment.order-timeline',
  entity: OrderTimelineRow,
  shape: 2,
  events,
  keys: ({ id }) => [id],
  project: (_row, recorded) => ({
    eventId: recorded.id,
    orderId: orderOf(recorded),
    position: recorded.position,
    stream: recorded.stream,
    version: recorded.version,
    type: recorded.event.type,
    data: recorded.event.data,
    actor: recorded.metadata.actor,
    reason: recorded.metadata.reason ?? null,
    occurredAt: recorded.occurredAt,
    correlationId: recorded.metadata.correlationId,
    causationId: recorded.metadata.causationId,
  }),
});

const cursor = z.strictObject({ position: z.int() });

@QueryHandler(GetOrderTimeline)
export class OrderTimelineQuery implements IQueryHandler<GetOrderTimeline> {
  constructor(
    @InjectRepository(OrderTimelineRow) private readonly rows: Repository<OrderTimelineRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ orderId, actor, page }: GetOrderTimeline): Promise<TimelinePage> {
    await this.queries.execute(new orders.GetOrder(orderId, actor));
    const after = page.cursor ? decodeCursor(page.cursor, cursor).position : 0;
    const heads = await this.rows
      .createQueryBuilder('t')
      .select(['t.event_id as id', 't.position as position', 't.bytes as bytes'])
      .where('t.orderId = :orderId and t.position > :after', { orderId, after })
      .orderBy('t.position')
      .limit(page.limit + 1)
      .getRawMany<{ id: string; position: number; bytes: number }>();
    const { items, nextCursor } = paginate(heads, fitting(heads, page.limit), ({ position }) => ({
      position,
    }));
    const rows = await this.rows.find({
      where: { eventId: In(items.map(({ id }) => id)) },
      order: { position: 'asc' },
    });
    return { items: rows.map((row) => toEntry(row, actor)), nextCursor };
  }
}

const toEntry = (
  { eventId: _, orderId: __, actor, reason, occurredAt, stream, ...row }: OrderTimelineRow,
  viewer: Actor,
) => ({
  ...row,
  ...authorFor(viewer, actor, reason),
  stream,
  room: roomOf[stream.split('-')[0]!] ?? 'fulfilment',
  data: dataFor(viewer, row.data, spokenIn(stream)),
  occurredAt: new Date(occurredAt).toISOString(),
});

const roomOf: Readonly<Record<string, string>> = {
  order: 'orders',
  reservation: 'inventory',
  payment: 'payments',
  shipment: 'shipping',
  fulfilment: 'fulfilment',
};

/** The detail of a cancellation is a sentence for the customer; in other rooms it is what a partner or a machine said. */
export const spokenIn = (stream: string): readonly string[] =>
  stream.startsWith('order-') ? ['detail'] : [];
