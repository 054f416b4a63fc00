import { Controller, Param, Sse, UseGuards, type MessageEvent } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { OrderCancelled, OrderDelivered, OrderShipped } from '../orders/contract.js';
import type { Actor } from '../platform/core/actor.js';
import type { Recorded } from '../platform/event-store/recorded.js';
import { Allow } from '../platform/http/access.js';
import { Caller } from '../platform/http/caller.js';
import { dataFor } from '../platform/http/for-customers.js';
import { uuid } from '../platform/core/schemas.js';
import type { Follower } from '../platform/http/live-view.js';
import { AlsoAnswers } from '../platform/http/openapi/also-answers.js';
import { Following, LiveEvents } from '../platform/http/sse.js';
import { streamsOf } from './order-streams.js';
import { spokenIn } from './order-timeline.js';
import { OwnOrderGuard } from './own-order.guard.js';

/** After these the order rests; a reader that comes back with its last id waits for what may still follow. */
const resting: readonly string[] = [OrderShipped.type, OrderDelivered.type, OrderCancelled.type];

const showTo =
  (viewer: Actor) =>
  ({ position, stream, version, event, occurredAt }: Recorded) => ({
    position,
    stream,
    version,
    type: event.type,
    occurredAt,
    data: dataFor(viewer, event.data, spokenIn(stream)),
  });

@ApiTags('Orders')
@Controller('v1/orders/:id')
@Allow('customer', 'operator', 'service')
export class OrderLiveController {
  constructor(private readonly live: LiveEvents) {}

  @Sse('live')
  @UseGuards(OwnOrderGuard)
  @AlsoAnswers('order.not-found')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'resume after this global position' })
  @ApiOperation({
    operationId: 'followOrder',
    summary: 'Everything that happens to an order, as it happens (server-sent events); ends when it rests',
  })
  @ApiOkResponse({ content: { 'text/event-stream': {} }, description: 'one event for each fact' })
  follow(
    @Param('id', { schema: uuid }) id: string,
    @Following() follower: Follower,
    @Caller() caller: Actor,
  ): Observable<MessageEvent> {
    return this.live.follow(
      { streams: streamsOf(id), show: showTo(caller), isLast: ({ event }) => resting.includes(event.type) },
      follower,
    );
  }
}
