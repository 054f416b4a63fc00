import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { approvalSchema, unlessAwaited } from '../platform/approvals/approval.js';
import type { Actor } from '../platform/core/actor.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ReadReply, WriteReply, type Shown } from '../platform/http/replies.js';
import { pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import { GetPayment, paymentSchema } from './contract.js';
import { MoneyByHand } from './money-by-hand.js';
import { recordBody, recordPayoutBody, refundBody, returnSurplusBody } from './payment.commands.js';
import type { PaymentState } from './payment.state.js';
import { paymentView } from './payment-view.js';

const location = ({ id }: Shown<PaymentState>) => `/v1/payments/${id}`;

@ApiTags('Payments')
@Controller('v1/payments')
export class PaymentsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly byHand: MoneyByHand,
  ) {}

  @Get(':id')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getPayment', summary: 'A payment, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: paymentSchema })
  @ReadReply()
  get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetPayment(id, caller, point));
  }

  @Post(':id/refunds')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({
    operationId: 'refundPayment',
    summary: 'Give money back: a part, or all that is left',
    description: 'A refund the gateway has not answered yet shows as `requested` and is finished by Waybill.',
  })
  @ApiCreatedResponse({ standardSchema: paymentSchema })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 201, view: paymentView, location }))
  refund(
    @Param('id', { schema: uuid }) paymentId: string,
    @Body({ schema: refundBody }) body: z.output<typeof refundBody>,
    @By() by: CommandContext,
  ) {
    return this.byHand.refund({ paymentId, ...body }, by);
  }

  @Post(':id/record')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'recordPayment',
    summary: 'Record what became of a bank transfer',
    description:
      'Money that comes after the payment was declined or given up, and a second transfer (another reference), is booked and given back.',
  })
  @ApiOkResponse({ standardSchema: paymentSchema })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 200, view: paymentView, location }))
  record(
    @Param('id', { schema: uuid }) paymentId: string,
    @Body({ schema: recordBody }) body: z.output<typeof recordBody>,
    @By() by: CommandContext,
  ) {
    return this.byHand.record({ paymentId, ...body }, by);
  }

  @Post(':id/refunds/:refundId/record')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({
    operationId: 'recordPayout',
    summary: 'Record that a refund of a bank transfer was paid out by hand, as the gateway refused it',
    description: 'An order that waits for the money to go back goes on.',
  })
  @ApiOkResponse({ standardSchema: paymentSchema })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 200, view: paymentView, location }))
  payout(
    @Param('id', { schema: uuid }) paymentId: string,
    @Param('refundId', { schema: uuid }) refundId: string,
    @Body({ schema: recordPayoutBody }) body: z.output<typeof recordPayoutBody>,
    @By() by: CommandContext,
  ) {
    return this.byHand.payout({ paymentId, refundId, ...body }, by);
  }

  @Post(':id/surplus/:surplusId/return')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({
    operationId: 'returnSurplus',
    summary: 'Record that a surplus the gateway refuses to give back was given back by hand',
  })
  @ApiOkResponse({ standardSchema: paymentSchema })
  @ApiAcceptedResponse({ standardSchema: approvalSchema, description: 'Waits for a second person' })
  @WriteReply(unlessAwaited({ status: 200, view: paymentView, location }))
  returnSurplus(
    @Param('id', { schema: uuid }) paymentId: string,
    @Param('surplusId', { schema: uuid }) surplusId: string,
    @Body({ schema: returnSurplusBody }) body: z.output<typeof returnSurplusBody>,
    @By() by: CommandContext,
  ) {
    return this.byHand.returnSurplus({ paymentId, surplusId, ...body }, by);
  }
}
