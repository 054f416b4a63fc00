import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { uuid } from '../core/schemas.js';
import { Previewed, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import {
  decided,
  parkedCursor,
  parkedFilter,
  parkedPage,
  parkedView,
  reasonBody,
  type ReasonBody,
} from './contract.js';
import { ParkedAdmin, type ParkedEvent, type ParkedVerb } from './parked-admin.js';

type Decided = z.output<typeof decided>;
interface Given {
  readonly id: string;
  readonly body: ReasonBody;
  readonly asked: VerbQuery;
  readonly actor: Actor;
}

/** Events that a subscription could not handle. While one waits, the later ones of its sequence wait behind it. */
@ApiTags('Operations')
@Controller('v1/ops/parked')
@Allow('operator')
export class ParkedController {
  constructor(
    private readonly admin: ParkedAdmin,
    private readonly previews: Previews,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listParked',
    summary: 'The event that holds up each waiting sequence, newest first',
  })
  @ApiOkResponse({ standardSchema: parkedPage })
  async list(@Query({ schema: parkedFilter }) filter: z.output<typeof parkedFilter>) {
    const after = filter.cursor ? decodeCursor(filter.cursor, parkedCursor, filter).id : undefined;
    const rows = await this.admin.list({ ...filter, after, limit: filter.limit + 1 });
    const page = paginate(rows, filter.limit, ({ id }) => ({ id }), filter);
    return { items: page.items.map(view), nextCursor: page.nextCursor };
  }

  @Post(':id/retry')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'retryParked',
    summary: 'Try it again now; on success the rest follows in order',
  })
  @ApiAcceptedResponse({ standardSchema: decided })
  @Previewed()
  retry(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.decide('retry', { id, body, asked, actor });
  }

  @Post(':id/discard')
  @HttpCode(200)
  @ApiOperation({ operationId: 'discardParked', summary: 'Give it up for good; the rest follows in order' })
  @Previewed(decided)
  discard(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.decide('discard', { id, body, asked, actor });
  }

  private decide(verb: ParkedVerb, { id, body, asked, actor }: Given) {
    return this.previews.first(
      { verb: `parked.${verb}`, object: id, actor, body },
      asked,
      () => this.admin.prospect(verb, id),
      async (): Promise<Decided> => {
        await this.admin[verb](id, { actor, reason: body.reason });
        return { id, state: verb === 'retry' ? 'retrying' : 'discarded' };
      },
    );
  }
}

const view = (parked: ParkedEvent): z.output<typeof parkedView> => ({
  ...parked,
  parkedAt: parked.parkedAt.toISOString(),
  nextAttemptAt: parked.nextAttemptAt?.toISOString() ?? null,
});
