import { Controller, Get, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { z } from 'zod';
import { ArchivedData } from '../archive/archived-data.js';
import { Database } from '../event-store/database.js';
import { EventRegistry, type EventRow } from '../event-store/event-registry.js';
import { isoTime } from '../event-store/iso-time.js';
import type { Recorded } from '../event-store/recorded.js';
import { Allow } from '../http/access.js';
import type { Follower } from '../http/live-view.js';
import { Following, LiveEvents } from '../http/sse.js';
import { decodeCursor, encodeCursor } from '../cqrs/cursor.js';
import { searchFor } from './event-search.js';
import { eventCursor, eventFilter, eventPage, eventView, liveFilter } from './contract.js';

/** The log as it is stored: every event in the version it was written with. */
@ApiTags('Operations')
@Controller('v1/ops/events')
@Allow('operator')
export class EventsController {
  constructor(
    private readonly database: Database,
    private readonly archive: ArchivedData,
    private readonly live: LiveEvents,
    private readonly registry: EventRegistry,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listEvents',
    summary: 'The event log, newest first',
    description:
      '`from` and `to` go by the time of recording. With both `stream` and `type` a page may be short, and even empty, while there is more: go on as long as there is a nextCursor.',
  })
  @ApiOkResponse({ standardSchema: eventPage })
  async list(@Query({ schema: eventFilter }) given: z.output<typeof eventFilter>) {
    const { cursor, limit, ...filter } = given;
    const before = cursor ? decodeCursor(cursor, eventCursor, filter) : undefined;
    const { sql, params, matches } = searchFor(filter, before, limit + 1);
    const rows = await this.archive.fill(await this.database.query<EventRow>(sql, params));
    const found = rows.filter(matches);
    const items = found.slice(0, limit);
    // Looked at, and perhaps not shown: the next page begins after it.
    const last = found.length > limit ? items.at(-1) : rows.length > limit ? rows.at(-1) : undefined;
    const nextCursor = last ? encodeCursor({ position: last.position, version: last.version }, filter) : null;
    return { items: items.map(view), nextCursor };
  }

  @Sse('live')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'resume after this global position' })
  @ApiOperation({
    operationId: 'followEvents',
    summary: 'The event log as it grows (server-sent events); without an id from now on',
    description:
      'Each is of the type of its event and has its position as id, its data in the newest version; the first one, `following`, says where that begins.',
  })
  @ApiOkResponse({ content: { 'text/event-stream': {} }, description: 'one event for each fact' })
  follow(
    @Query({ schema: liveFilter }) { stream, type }: z.output<typeof liveFilter>,
    @Following() follower: Follower,
  ): Observable<MessageEvent> {
    const show = (recorded: Recorded) =>
      type === undefined || recorded.event.type === type
        ? recordedView({ ...recorded, schemaVersion: this.registry.newest(recorded.event.type)! })
        : undefined;
    const streams = stream === undefined ? [] : [stream];
    return this.live.follow({ streams, ...(type && { type }), show, isFromNow: true }, follower);
  }
}

const recordedView = (recorded: Recorded): z.output<typeof eventView> => {
  const { position, stream, version, id, schemaVersion, event, metadata, occurredAt, recordedAt } = recorded;
  return {
    ...{ position, stream, version, id, type: event.type, schemaVersion, data: event.data },
    actor: metadata.actor,
    ...(metadata.reason !== undefined && { reason: metadata.reason }),
    ...{ occurredAt, recordedAt, commandId: recorded.commandId },
    correlationId: metadata.correlationId,
    causationId: metadata.causationId,
  };
};

const view = ({ metadata, ...row }: EventRow): z.output<typeof eventView> => ({
  position: row.position,
  stream: row.stream_id,
  version: row.version,
  id: row.event_id,
  type: row.type,
  schemaVersion: row.schema_version,
  data: row.data,
  actor: metadata.actor,
  ...(metadata.reason !== undefined && { reason: metadata.reason }),
  occurredAt: isoTime(row.occurred_at),
  recordedAt: isoTime(row.recorded_at),
  commandId: row.command_id,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
});
