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
import { verbQuery, type VerbQuery } from '../platform/previews/preview.js';
import { Previews, type Issued, type Wish } from '../platform/previews/previews.js';
import { SagaAdmin, type AfterVerb } from '../platform/sagas/saga-admin.js';
import { compensateBody, sagaCursor, sagaFilter, sagaPage, toldView, verbBody } from './contract.js';

type Verb = z.output<typeof verbBody>;
interface Given {
  readonly body: Wish['body'];
  readonly asked: VerbQuery;
  readonly by: CommandContext;
}
type Told = AfterVerb & { readonly issued?: Issued };

/** What was done, or with `dryRun` what would be. */
const reply = {
  status: ({ state }: Shown<Told>) => (state.preview ? 200 : 202),
  view: ({ id, state }: Shown<Told>): z.output<typeof toldView> => ({
    orderId: id,
    state: state.status as z.output<typeof toldView>['state'],
    ...(state.preview && {
      dryRun: {
        records: state.preview.records.map(({ type, data }) => ({ type, data: { ...data } })),
        sends: state.preview.sends.map((send) => ({ ...send, direction: shownDirection(send.direction) })),
      },
    }),
    ...state.issued,
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
    private readonly previews: Previews,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSagas', summary: 'Sagas, those that changed last first' })
  @ApiOkResponse({ standardSchema: sagaPage })
  async list(@Query({ schema: sagaFilter }) { limit, cursor, ...filter }: z.output<typeof sagaFilter>) {
    const after = cursor ? decodeCursor(cursor, sagaCursor, filter) : undefined;
    const rows = await this.admin.list({ saga: 'fulfilment', ...filter, after, limit: limit + 1 });
    const page = paginate(rows, limit, ({ updatedAt, sagaId }) => ({ updatedAt, sagaId }), filter);
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
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @By() by: CommandContext,
  ) {
    return this.tell(id, { kind: 'operator', verb: 'retry', ...meantBy(body) }, { body, asked, by });
  }

  @Post(':orderId/compensate')
  @ApiOperation({ operationId: 'compensateSaga', summary: 'Give up and take back what was done' })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @ApiOkResponse({ standardSchema: toldView, description: 'only shown, for `dryRun`' })
  @WriteReply(reply)
  compensate(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: compensateBody }) body: z.output<typeof compensateBody>,
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @By() by: CommandContext,
  ) {
    return this.tell(id, { kind: 'operator', verb: 'compensate', reason: body.reason }, { body, asked, by });
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
    @Query({ schema: verbQuery }) asked: VerbQuery,
    @By() by: CommandContext,
  ) {
    return this.tell(id, { kind: 'operator', verb: 'resolve', ...meantBy(body) }, { body, asked, by });
  }

  private async tell(
    orderId: string,
    verb: OperatorVerb,
    { body, asked: { dryRun }, by }: Given,
  ): Promise<Written<Told>> {
    const { kind: _, verb: name, reason, ...details } = verb;
    const action = { action: `saga.${name}`, object: orderId, reason, details };
    const wish = { verb: action.action, object: orderId, actor: by.actor, body };
    const why = { ...by, reason };
    if (dryRun) {
      const shown = await this.admin.preview('fulfilment', orderId, verb, why);
      const issued = this.previews.issue(wish, { version: shown.version });
      return { ...shown, state: { ...shown.state, issued } };
    }
    const then = body.previewToken === undefined ? why : await this.asSeen(wish, why);
    return this.operators.around(by.actor, action, () => this.admin.tell('fulfilment', orderId, verb, then));
  }

  /** The verb for the very version that was previewed. */
  private async asSeen(wish: Wish, by: CommandContext): Promise<CommandContext> {
    this.previews.admit(wish);
    const version = await this.admin.versionOf('fulfilment', wish.object);
    if (!this.previews.holds(wish, { version })) {
      const eventsSince = await this.admin.since('fulfilment', wish.object, this.previews.seen(wish));
      this.previews.demand(wish, { version }, { currentVersion: version, eventsSince });
    }
    return { ...by, append: { ...by.append, expectedVersion: by.append?.expectedVersion ?? version } };
  }
}

const meantBy = ({ reason, step, direction, command }: Verb): Meant & { reason: string } => ({
  reason,
  ...(step !== undefined && { step }),
  ...(direction !== undefined && { direction: directions[direction] }),
  ...(command !== undefined && { command }),
});
