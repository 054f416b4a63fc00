import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '../platform/core/actor.js';
import { Rejection } from '../platform/core/rejection.js';
import { PAGE_BYTES } from '../platform/cqrs/cursor.js';
import { EventLog } from '../platform/event-store/event-log.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import { authorFor } from '../platform/http/for-customers.js';
import { GetOrderAsOf, GetOrderDiff, type OrderAsOf, type OrderDiff } from './contract.js';
import { differences } from './differences.js';
import { Moments } from './moments.js';
import { OrderParts, type Part } from './order-parts.js';

@QueryHandler(GetOrderAsOf)
export class GetOrderAsOfHandler implements IQueryHandler<GetOrderAsOf> {
  constructor(
    private readonly parts: OrderParts,
    private readonly moments: Moments,
  ) {}

  async execute({ orderId, actor, at: given }: GetOrderAsOf): Promise<OrderAsOf> {
    const parts = await this.parts.of(orderId, actor);
    const streams = parts.map(({ stream }) => stream);
    const at = await this.moments.find(given, streams);
    const versions = await this.moments.versionsAt(streams, at.position);
    const shown = new Map<Part, object | null>();
    for (const part of parts) shown.set(part, await this.parts.show(part, versions.get(part.stream) ?? 0));
    const all = (name: Part['name']) =>
      parts.filter((part) => part.name === name).map((part) => shown.get(part));
    const one = (name: Part['name']) => all(name)[0] ?? null;
    if (!one('order')) throw new Rejection('order.not-found', `there was no order ${orderId} yet`);
    return {
      ...{ order: one('order'), fulfilment: one('fulfilment'), payment: one('payment') },
      ...{ shipment: one('shipment'), reservation: one('reservation') },
      ...{ returns: all('return').filter((view) => view), at },
    } as OrderAsOf;
  }
}

const MOST_EVENTS = 200;

@QueryHandler(GetOrderDiff)
export class GetOrderDiffHandler implements IQueryHandler<GetOrderDiff> {
  constructor(
    private readonly parts: OrderParts,
    private readonly moments: Moments,
    private readonly log: EventLog,
  ) {}

  async execute({ orderId, actor, between }: GetOrderDiff): Promise<OrderDiff> {
    const parts = new Map((await this.parts.of(orderId, actor)).map((part) => [part.stream, part]));
    const streams = [...parts.keys()];
    const find = async (given: string) => (await this.moments.find(given, streams)).position;
    const from = between.from === undefined ? 0 : await find(between.from);
    const to = between.to === undefined ? Infinity : await find(between.to);
    if (to < from) throw new Rejection('invalid-request', 'to must not be before from');
    const known = await this.moments.versionsAt(streams, from);
    const after = new Map(streams.map((stream) => [stream, known.get(stream) ?? 0]));
    const { events, isMore } = await this.log.readStreams(after, { limit: MOST_EVENTS, bytes: PAGE_BYTES });
    const within = events.filter(({ position }) => position <= to);
    const changes = await this.changesOf(within, parts, actor);
    const isCut = isMore && within.length === events.length;
    return { changes, nextFrom: isCut ? within.at(-1)!.position : null };
  }

  private async changesOf(events: readonly Recorded[], parts: ReadonlyMap<string, Part>, actor: Actor) {
    const stood = new Map<string, object | null>();
    const changes: OrderDiff['changes'] = [];
    for (const { stream, version, id, position, event, recordedAt, metadata } of events) {
      const part = parts.get(stream)!;
      const before = stood.get(stream) ?? (await this.parts.show(part, version - 1));
      const after = await this.parts.show(part, version);
      stood.set(stream, after);
      const told = { eventId: id, type: event.type, position, at: recordedAt };
      const { actor: author } = authorFor(actor, metadata.actor);
      for (const difference of differences(before, after)) {
        changes.push({ room: part.room, ...difference, ...told, actor: author });
      }
    }
    return changes;
  }
}
