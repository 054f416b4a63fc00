import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { shownDirection, type Meant, type OperatorVerb } from '../platform/core/saga-signals.js';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By } from '../platform/http/caller.js';
import { decodeCursor, paginate } from '../platform/cqrs/cursor.js';
import { WriteReply, type Shown } from '../platform/http/replies.js';
import { uuid } from '../platform/core/schemas.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import { SagaAdmin, type AfterVerb } from '../platform/sagas/saga-admin.js';
import {
  compensateBody,
  sagaCursor,
  sagaFilter,
  sagaPage,
  toldView,
  verbBody,
  verbQuery,
} from './contract.js';

type Verb = z.output<typeof verbBody>;
type Asked = z.output<typeof verbQuery>;

/** What was done, or with `dryRun` what would be. */
const reply = {
  status: ({ state }: Shown<AfterVerb>) => (state.preview ? 200 : 202),
  view: ({ id, state }: Shown<AfterVerb>): z.output<typeof toldView> => ({
    orderId: id,
    state: state.status as z.output<typeof toldView>['state'],
    ...(state.preview && {
      dryRun: {
        records: state.preview.records.map(({ type, data }) => ({ type, data: { ...data } })),
        sends: state.preview.sends.map((send) => ({ ...send, direction: shownDirection(send.direction) })),
      },
    }),
  }),
};
const directions = { forward: 'do', compensate: 'undo', tell: 'tell' } as const;

/**
 * What an operator can do about an order that is stuck. A verb acts on one thing; `dryRun` shows first what would
 * follow. Every verb is recorded in the saga's stream, with its reason.
 */
@ApiTags('Operations')
@Controller('v1/ops/sagas')
@Allow('operator')
export class SagasController {
  constructor(
    private readonly admin: SagaAdmin,
    private readonly operators: OperatorLog,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSagas', summary: 'Sagas, those that changed last first' })
  @ApiOkResponse({ standardSchema: sagaPage })
  async list(@Query({ schema: sagaFilter }) { limit, cursor, state }: z.output<typeof sagaFilter>) {
    const after = cursor ? decodeCursor(cursor, sagaCursor, { state }) : undefined;
    const rows = await this.admin.list({ saga: 'fulfilment', state, after, limit: limit + 1 });
    const page = paginate(rows, limit, ({ updatedAt, sagaId }) => ({ updatedAt, sagaId }), { state });
    return {
      items: page.items.map(({ sagaId, ...row }) => ({ orderId: sagaId, ...row })),
      nextCursor: page.nextCursor,
    };
  }

  @Post(':orderId/retry')
  @ApiOperation({
    operationId: 'retrySaga',
    summary: 'Send the command again, now',
    description:
      'Of what needs attention; otherwise of the step that is under way. The command keeps its id.',
  })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @ApiOkResponse({ standardSchema: toldView, description: 'only shown, for `dryRun`' })
  @WriteReply(reply)
  retry(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: verbBody }) body: Verb,
    @Query({ schema: verbQuery }) asked: Asked,
    @By() by: CommandContext,
  ) {
    return this.tell(id, { kind: 'operator', verb: 'retry', ...meantBy(body) }, asked, by);
  }

  @Post(':orderId/compensate')
  @ApiOperation({ operationId: 'compensateSaga', summary: 'Give up and take back what was done' })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @ApiOkResponse({ standardSchema: toldView, description: 'only shown, for `dryRun`' })
  @WriteReply(reply)
  compensate(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: compensateBody }) { reason }: z.output<typeof compensateBody>,
    @Query({ schema: verbQuery }) asked: Asked,
    @By() by: CommandContext,
  ) {
    return this.tell(id, { kind: 'operator', verb: 'compensate', reason }, asked, by);
  }

  @Post(':orderId/resolve')
  @ApiOperation({
    operationId: 'resolveSaga',
    summary: 'It was done by hand: go on without it',
    description: 'A compensation, or something that somebody should have been told. Closes that one thing.',
  })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @ApiOkResponse({ standardSchema: toldView, description: 'only shown, for `dryRun`' })
  @WriteReply(reply)
  resolve(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: verbBody }) body: Verb,
    @Query({ schema: verbQuery }) asked: Asked,
    @By() by: CommandContext,
  ) {
    return this.tell(id, { kind: 'operator', verb: 'resolve', ...meantBy(body) }, asked, by);
  }

  private tell(
    orderId: string,
    verb: OperatorVerb,
    { dryRun }: Asked,
    by: CommandContext,
  ): Promise<Written<AfterVerb>> {
    const why = { ...by, reason: verb.reason };
    if (dryRun) return this.admin.preview('fulfilment', orderId, verb, why);
    const { kind: _, verb: name, reason, ...details } = verb;
    const action = { action: `saga.${name}`, object: orderId, reason, details };
    return this.operators.around(by.actor, action, () => this.admin.tell('fulfilment', orderId, verb, why));
  }
}

const meantBy = ({ reason, step, direction, command }: Verb): Meant & { reason: string } => ({
  reason,
  ...(step !== undefined && { step }),
  ...(direction !== undefined && { direction: directions[direction] }),
  ...(command !== undefined && { command }),
});
