import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Database } from '../event-store/database.js';
import { EVENT_COLUMNS, type EventRow } from '../event-store/event-registry.js';
import { Allow } from '../http/access.js';
import { decodeCursor, paginate } from '../http/cursor.js';
import { eventCursor, eventFilter, eventPage, eventView } from './contract.js';

const SEARCH = `
  select ${EVENT_COLUMNS} from platform.events
  where ($1::bigint is null or position < $1) and ($2::text is null or stream_id = $2)
    and ($3::text is null or type = $3) and ($4::timestamptz is null or occurred_at >= $4)
    and ($5::timestamptz is null or occurred_at < $5)
  order by position desc limit $6`;

/** The log as it is stored: every event in the version it was written with. */
@ApiTags('Operations')
@Controller('v1/ops/events')
@Allow('operator')
export class EventsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({ operationId: 'listEvents', summary: 'The event log, newest first' })
  @ApiOkResponse({ standardSchema: eventPage })
  async list(@Query({ schema: eventFilter }) filter: z.output<typeof eventFilter>) {
    const { cursor, stream, type, from, to, limit } = filter;
    const before = cursor ? decodeCursor(cursor, eventCursor, filter).position : null;
    const rows = await this.database.query<EventRow>(SEARCH, [
      ...[before, stream ?? null, type ?? null, from ?? null, to ?? null],
      limit + 1,
    ]);
    const page = paginate(rows, limit, ({ position }) => ({ position }), filter);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  }
}

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
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  commandId: row.command_id,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
});
