import { Controller, Get, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { z } from 'zod';
import { Allow } from '../http/access.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { pageQuery } from '../core/schemas.js';
import type { Follower } from '../http/live-view.js';
import { Following, LiveEvents } from '../http/sse.js';
import { Attention, attentionKey } from './attention.js';
import { AttentionWatch } from './attention-watch.js';
import { attentionCursor, attentionPage } from './contract.js';

@ApiTags('Operations')
@Controller('v1/ops/attention')
@Allow('operator')
export class AttentionController {
  constructor(
    private readonly attention: Attention,
    private readonly watch: AttentionWatch,
    private readonly live: LiveEvents,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAttention',
    summary: 'Whatever will not get better by itself, and what can be done about it; newest first',
  })
  @ApiOkResponse({ standardSchema: attentionPage })
  async list(@Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>) {
    const after = cursor ? decodeCursor(cursor, attentionCursor) : undefined;
    const items = await this.attention.list({ limit: limit + 1, after });
    return paginate(items, limit, (item) => ({ since: item.since, key: attentionKey(item) }));
  }

  @Sse('live')
  @ApiOperation({
    operationId: 'followAttention',
    summary:
      'How many things wait, whenever that or one of them changes, or the log has moved on (server-sent events)',
    description:
      'At most one a second. `digest` is another one when the list is; `progress` when the log has grown or a subscription has moved, which is when lists that are made of events are worth reading again.',
  })
  @ApiOkResponse({
    content: { 'text/event-stream': {} },
    description: '`attention` with `count`, `more`, `digest`, `progress`',
  })
  follow(@Following() follower: Follower): Observable<MessageEvent> {
    return this.live.watch(this.watch, follower);
  }
}
