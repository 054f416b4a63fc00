import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { newId } from '../platform/core/ids.js';
import { pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ReadReply, WriteReply } from '../platform/http/replies.js';
import { AlsoAnswers } from '../platform/http/openapi/also-answers.js';
import { GetReturn, ListReturns, returnFilter, returnPage, returnSchema } from './contract.js';
import {
  ApproveReturn,
  CancelReturn,
  decisionBody,
  ReceiveReturn,
  receiveReturnBody,
  RejectReturn,
  RequestReturn,
  requestReturnBody,
  RetryReturnRefund,
  SettleReturnByHand,
} from './return.commands.js';
import { returnView } from './return.view.js';

type Decision = z.output<typeof decisionBody>;

@ApiTags('Returns')
@Controller('v1')
export class ReturnsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('orders/:id/returns')
  @AlsoAnswers('order.not-found')
  @Allow('customer', 'operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'requestReturn',
    summary: 'Ask to send units of a delivered order back',
    description: 'Never more than was delivered and not yet returned. The shop approves or rejects it.',
  })
  @ApiCreatedResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 201, view: returnView, location: ({ id }) => `/v1/returns/${id}` })
  request(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: requestReturnBody }) body: z.output<typeof requestReturnBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RequestReturn({ returnId: newId(), orderId, ...body }, by));
  }

  @Get('returns')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({
    operationId: 'listReturns',
    summary: 'Returns, newest first; a customer sees only their own',
  })
  @ApiOkResponse({ standardSchema: returnPage })
  list(@Query({ schema: returnFilter }) filter: z.output<typeof returnFilter>, @Caller() caller: Actor) {
    return this.queries.execute(new ListReturns(filter, caller));
  }

  @Get('returns/:id')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getReturn', summary: 'A return, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: returnSchema })
  @ReadReply()
  get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetReturn(id, caller, point));
  }

  @Post('returns/:id/approve')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({ operationId: 'approveReturn', summary: 'The customer may send the goods' })
  @ApiOkResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 200, view: returnView })
  approve(
    @Param('id', { schema: uuid }) returnId: string,
    @Body({ schema: decisionBody }) { reason }: Decision,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ApproveReturn({ returnId, reason }, { ...by, reason }));
  }

  @Post('returns/:id/reject')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({ operationId: 'rejectReturn', summary: 'The goods are not taken back' })
  @ApiOkResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 200, view: returnView })
  reject(
    @Param('id', { schema: uuid }) returnId: string,
    @Body({ schema: decisionBody }) { reason }: Decision,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RejectReturn({ returnId, reason }, { ...by, reason }));
  }

  @Post('returns/:id/cancel')
  @Allow('customer', 'operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'cancelReturn',
    summary: 'The goods stay where they are; before they have arrived',
  })
  @ApiOkResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 200, view: returnView })
  cancel(
    @Param('id', { schema: uuid }) returnId: string,
    @Body({ schema: decisionBody }) { reason }: Decision,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new CancelReturn({ returnId, reason }, { ...by, reason }));
  }

  @Post('returns/:id/receive')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'receiveReturn',
    summary: 'The goods have arrived and were looked at',
    description:
      'Sellable units go back on the shelf, damaged ones are written off, and the money of both goes back to the method that paid. Units of the return that are not named are given up.',
  })
  @ApiOkResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 200, view: returnView })
  receive(
    @Param('id', { schema: uuid }) returnId: string,
    @Body({ schema: receiveReturnBody }) body: z.output<typeof receiveReturnBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ReceiveReturn({ returnId, ...body }, by));
  }

  @Post('returns/:id/retry-refund')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({
    operationId: 'retryReturnRefund',
    summary: 'Give the money back once more, after it was refused',
  })
  @ApiOkResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 200, view: returnView })
  retryRefund(
    @Param('id', { schema: uuid }) returnId: string,
    @Body({ schema: decisionBody }) { reason }: Decision,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RetryReturnRefund({ returnId, reason }, { ...by, reason }));
  }

  @Post('returns/:id/settle')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({
    operationId: 'recordReturnRefund',
    summary: 'Record that refused money was given back in another way',
    description:
      'By a transfer, say, or a refund of the payment. Nothing is paid by this; it ends the return.',
  })
  @ApiOkResponse({ standardSchema: returnSchema })
  @WriteReply({ status: 200, view: returnView })
  settle(
    @Param('id', { schema: uuid }) returnId: string,
    @Body({ schema: decisionBody }) { reason }: Decision,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new SettleReturnByHand({ returnId, reason }, { ...by, reason }));
  }
}
