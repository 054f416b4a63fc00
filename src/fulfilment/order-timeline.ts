import { QueryHandler, type IQueryHandler, QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { GetOrder } from '../orders/contract.js';
import type { Actor } from '../platform/core/actor.js';
import { Deciders } from '../platform/event-store/deciders.js';
import { EventLog } from '../platform/event-store/event-log.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import { decodeCursor, encodeCursor, PAGE_BYTES } from '../platform/cqrs/cursor.js';
import { authorFor, dataFor } from '../platform/http/for-customers.js';
import { GetOrderTimeline, type TimelinePage } from './contract.js';
import { streamsOf } from './order-streams.js';

/** The last version shown of each stream: a page begins there, however long the streams are. */
const cursor = z.strictObject({ shown: z.array(z.int().min(0)) });

/** Read from the log: a copy of every event would cost each order, and nearly nobody asks. */
@QueryHandler(GetOrderTimeline)
export class OrderTimelineQuery implements IQueryHandler<GetOrderTimeline> {
  constructor(
    private readonly log: EventLog,
    private readonly deciders: Deciders,
    private readonly queries: QueryBus,
  ) {}

  async execute({ orderId, actor, page }: GetOrderTimeline): Promise<TimelinePage> {
    await this.queries.execute(new GetOrder(orderId, actor));
    const before = page.cursor ? decodeCursor(page.cursor, cursor, { orderId }).shown : [];
    const shown = new Map(streamsOf(orderId).map((stream, at) => [stream, before[at] ?? 0]));
    const { events, isMore } = await this.log.readStreams(shown, { limit: page.limit, bytes: PAGE_BYTES });
    for (const { stream, version } of events) shown.set(stream, version);
    return {
      items: events.map((event) => toEntry(event, this.deciders.roomOf(event.stream)!, actor)),
      nextCursor: isMore ? encodeCursor({ shown: [...shown.values()] }, { orderId }) : null,
    };
  }
}

const toEntry = (
  { position, stream, version, event, metadata, occurredAt }: Recorded,
  room: string,
  viewer: Actor,
): TimelinePage['items'][number] => ({
  position,
  ...authorFor(viewer, metadata.actor, metadata.reason),
  stream,
  room,
  version,
  type: event.type,
  data: dataFor(viewer, event.data, spokenIn(stream)),
  occurredAt,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
});

/** The detail of a cancellation is a sentence for the customer; in other rooms it is what a partner or a machine said. */
export const spokenIn = (stream: string): readonly string[] =>
  stream.startsWith('order-') ? ['detail'] : [];
