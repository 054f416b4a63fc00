import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { pageQuery, uuid } from '../core/schemas.js';
import { decodeCursor, paginate } from '../cqrs/cursor.js';
import { Allow } from '../http/access.js';
import { Caller } from '../http/caller.js';
import { reasonBody, type ReasonBody } from '../ops/contract.js';
import { Begun, Previewed, Shown, verbQuery, type VerbQuery } from '../previews/preview.js';
import { Previews } from '../previews/previews.js';
import {
  itemCursor,
  itemFilter,
  itemPage,
  operationBody,
  operationCursor,
  operationPage,
  operationPreview,
  operationView,
  type OperationView,
  type OperationWish,
} from './contract.js';
import { OperationStore, type Item, type Progress } from './operation-store.js';
import { Operations } from './operations.js';

/** One verb told to many things, at a pace, with a resource to follow and to stop. */
@ApiTags('Operations')
@Controller('v1/ops/operations')
@Allow('operator')
export class OperationsController {
  constructor(
    private readonly operations: Operations,
    private readonly store: OperationStore,
    private readonly previews: Previews,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listOperations', summary: 'Verbs told to many things, newest first' })
  @ApiOkResponse({ standardSchema: operationPage })
  async list(@Query({ schema: pageQuery }) { limit, cursor }: z.output<typeof pageQuery>) {
    const after = cursor ? decodeCursor(cursor, operationCursor) : undefined;
    const rows = (await this.store.list(limit + 1, after)).map(view);
    return paginate(rows, limit, ({ requestedAt, id }) => ({ at: requestedAt, id }));
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    operationId: 'beginOperation',
    summary: 'Tell a verb to all that match now, one after the other',
    description:
      'saga.retry, saga.compensate, parked.retry, parked.discard, dead-letter.replay, dead-letter.discard. The set is frozen; each thing is told and recorded as if alone.',
  })
  @ApiAcceptedResponse({ standardSchema: operationView })
  @Previewed(operationPreview)
  async begin(
    @Body({ schema: operationBody }) body: OperationWish,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    const outlook = { count: 0, skipped: 0 };
    const reply = await this.previews.first(
      { verb: 'operation.begin', object: body.verb, actor, body },
      asked,
      async () => {
        const found = await this.operations.outlook(body, actor);
        Object.assign(outlook, { count: found.count, skipped: found.skipped });
        return found;
      },
      async () => {
        const begun = view(await this.operations.begin(body, actor));
        return new Begun(begun, `/v1/ops/operations/${begun.id}`);
      },
    );
    return reply instanceof Shown ? new Shown({ ...reply.view, ...outlook }) : reply;
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getOperation', summary: 'How far it is' })
  @ApiOkResponse({ standardSchema: operationView })
  async get(@Param('id', { schema: uuid }) id: string) {
    return view(await this.operations.get(id));
  }

  @Get(':id/items')
  @ApiOperation({ operationId: 'listOperationItems', summary: 'What became of each thing' })
  @ApiOkResponse({ standardSchema: itemPage })
  async items(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: itemFilter }) { limit, cursor, state }: z.output<typeof itemFilter>,
  ) {
    await this.operations.get(id);
    const after = cursor ? decodeCursor(cursor, itemCursor, { state }).ordinal : 0;
    const rows = await this.store.items(id, state, after, limit + 1);
    const page = paginate(rows, limit, ({ ordinal }) => ({ ordinal }), { state });
    return { items: page.items.map(itemOf), nextCursor: page.nextCursor };
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({ operationId: 'stopOperation', summary: 'Stop after the thing under way' })
  @Previewed(operationView)
  stop(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @Caller() actor: Actor,
  ) {
    return this.previews.first(
      { verb: 'operation.stop', object: id, actor, body },
      asked,
      () => this.operations.haltProspect(id),
      async () => view(await this.operations.halt(id, actor, body.reason)),
    );
  }
}

const view = (operation: Progress): OperationView => ({
  id: operation.id,
  verb: operation.verb,
  filter: { ...operation.filter },
  pace: operation.pace ?? 'all',
  state: operation.state,
  total: operation.total,
  done: operation.done,
  refused: operation.refused,
  pending: operation.total - operation.done - operation.refused,
  requestedBy: operation.requestedBy,
  reason: operation.reason,
  requestedAt: operation.requestedAt.toISOString(),
  startedAt: operation.startedAt?.toISOString() ?? null,
  finishedAt: operation.finishedAt?.toISOString() ?? null,
});

const itemOf = ({ object, state, detail, at }: Item) => ({
  object,
  state,
  detail,
  at: at?.toISOString() ?? null,
});
