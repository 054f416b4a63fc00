import { QueryHandler, type IQueryHandler, QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { OrderNotifications, type TimelineNotification } from '../notifications/contract.js';
import { GetOrder } from '../orders/contract.js';
import type { Actor } from '../platform/core/actor.js';
import { Deciders } from '../platform/event-store/deciders.js';
import { EventLog } from '../platform/event-store/event-log.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import { decodeCursor, encodeCursor, PAGE_BYTES } from '../platform/cqrs/cursor.js';
import { authorFor, dataFor } from '../platform/http/for-customers.js';
import { GetOrderTimeline, type TimelinePage } from './contract.js';
import { streamsOf } from './order-streams.js';

/** The last version shown of each stream, and the last mail: a page begins there, however long the streams are. */
const cursor = z.strictObject({ shown: z.array(z.int().min(0)), notified: z.int().min(0).default(0) });

type Entry = TimelinePage['items'][number];

/** Read from the log: a copy of every event would cost each order, and nearly nobody asks. */
@QueryHandler(GetOrderTimeline)
export class OrderTimelineQuery implements IQueryHandler<GetOrderTimeline> {
  constructor(
    private readonly log: EventLog,
    private readonly deciders: Deciders,
    private readonly queries: QueryBus,
  ) {}

  async execute({ orderId, actor, page }: GetOrderTimeline): Promise<TimelinePage> {
    const before = page.cursor ? decodeCursor(page.cursor, cursor, { orderId }) : { shown: [], notified: 0 };
    const shown = new Map(streamsOf(orderId).map((stream, at) => [stream, before.shown[at] ?? 0]));
    const [{ events, isMore }, mails] = await Promise.all([
      this.log.readStreams(shown, { limit: page.limit, bytes: PAGE_BYTES }),
      this.queries.execute(new OrderNotifications(orderId, before.notified, page.limit + 1)),
      // Whoever must not see the order is told nothing of what was read beside.
      this.queries.execute(new GetOrder(orderId, actor)),
    ]);
    const story = together(events, mails, isMore);
    let { notified } = before;
    const items = story.slice(0, page.limit).map((part): Entry => {
      if ('template' in part) {
        notified = part.number;
        return mailEntry(part);
      }
      shown.set(part.stream, part.version);
      return toEntry(part, this.deciders.roomOf(part.stream)!, actor);
    });
    const hasMore = isMore || story.length > page.limit;
    const next = { shown: [...shown.values()], notified };
    return { items, nextCursor: hasMore ? encodeCursor(next, { orderId }) : null };
  }
}

type Part = Recorded | TimelineNotification;

/**
 * Mails stand behind what they are about.
 *
 * @param isMore whether events follow: a mail about one of those has to wait for it
 */
function together(
  events: readonly Recorded[],
  mails: readonly TimelineNotification[],
  isMore: boolean,
): Part[] {
  const story: Part[] = [];
  let at = 0;
  for (const event of events) {
    for (; at < mails.length && mails[at]!.position < event.position; at++) story.push(mails[at]!);
    story.push(event);
  }
  const last = events.at(-1)?.position ?? 0;
  const rest = mails.slice(at);
  return [...story, ...rest.filter(({ position }) => !isMore || position <= last)];
}

/** No event of the log: what became of it so far. */
const mailEntry = (mail: TimelineNotification): Entry => ({
  position: mail.position,
  actor: 'system:notifications',
  stream: `notification-${mail.id}`,
  room: 'notifications',
  version: 1,
  type: happened[mail.state],
  data: { notificationId: mail.id, template: mail.template, ...(mail.reason && { reason: mail.reason }) },
  occurredAt: mail.at,
  correlationId: mail.correlationId,
  causationId: mail.eventId,
});

const happened = {
  queued: 'NotificationQueued',
  sent: 'NotificationSent',
  failed: 'NotificationFailed',
  suppressed: 'NotificationSuppressed',
} as const;

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
