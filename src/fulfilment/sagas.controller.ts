import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { SagaState } from '../platform/core/saga-state.js';
import type { CommandContext, Written } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By } from '../platform/http/caller.js';
import { decodeCursor, paginate } from '../platform/http/cursor.js';
import { WriteReply, type Shown } from '../platform/http/replies.js';
import { uuid } from '../platform/http/schemas.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import { SagaAdmin } from '../platform/sagas/saga-admin.js';
import { sagaCursor, sagaFilter, sagaPage, toldView, verbBody } from './contract.js';

type Verb = z.output<typeof verbBody>;

const view = ({ id, state }: Shown<SagaState>) => ({ orderId: id, state: state.status });

/** What an operator can do about an order that is stuck. Every verb is recorded in the saga's stream, with its reason. */
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
  @ApiOperation({ operationId: 'retrySaga', summary: 'Try the stuck command again, now' })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @WriteReply({ status: 202, view })
  retry(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: verbBody }) { reason }: Verb,
    @By() by: CommandContext,
  ) {
    return this.tell(id, 'retry', reason, by);
  }

  @Post(':orderId/compensate')
  @ApiOperation({ operationId: 'compensateSaga', summary: 'Give up and take back what was done' })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @WriteReply({ status: 202, view })
  compensate(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: verbBody }) { reason }: Verb,
    @By() by: CommandContext,
  ) {
    return this.tell(id, 'compensate', reason, by);
  }

  @Post(':orderId/resolve')
  @ApiOperation({ operationId: 'resolveSaga', summary: 'A compensation was done by hand: go on without it' })
  @ApiAcceptedResponse({ standardSchema: toldView })
  @WriteReply({ status: 202, view })
  resolve(
    @Param('orderId', { schema: uuid }) id: string,
    @Body({ schema: verbBody }) { reason }: Verb,
    @By() by: CommandContext,
  ) {
    return this.tell(id, 'resolve', reason, by);
  }

  private tell(
    orderId: string,
    verb: 'retry' | 'compensate' | 'resolve',
    reason: string,
    by: CommandContext,
  ): Promise<Written<SagaState>> {
    const action = { action: `saga.${verb}`, object: orderId, reason };
    return this.operators.around(by.actor, action, () =>
      this.admin.tell('fulfilment', orderId, { kind: 'operator', verb, reason }, { ...by, reason }),
    );
  }
}
