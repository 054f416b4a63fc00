import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { approvalSchema, unlessAwaited } from '../platform/approvals/approval.js';
import { Approvals } from '../platform/approvals/approvals.js';
import type { Actor } from '../platform/core/actor.js';
import { demandVersion } from '../platform/cqrs/expected-version.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ReadReply, WriteReply } from '../platform/http/replies.js';
import { pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import { GetPayment, paymentSchema } from './contract.js';
import {
  IssueRefund,
  RecordPayment,
  recordBody,
  refundBody,
  ReturnSurplus,
  returnSurplusBody,
} from './payment.commands.js';
import { paymentView } from './payment-view.js';

/** What waits for a second person above a limit. */
export const REFUND = 'payment.refund';

@ApiTags('Payments')
@Controller('v1/payments')
export class PaymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly approvals: Approvals,
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
  @WriteReply(unlessAwaited({ status: 201, view: paymentView, location: ({ id }) => `/v1/payments/${id}` }))
  async refund(
    @Param('id', { schema: uuid }) paymentId: string,
    @Body({ schema: refundBody }) body: z.output<typeof refundBody>,
    @By() by: CommandContext,
  ) {
    const data = { paymentId, ...body };
    const { amountMinor, reason } = body;
    // Nobody is asked to agree to what is not there, or has changed since.
    const { captured, version } = await this.queries.execute(new GetPayment(paymentId, by.actor));
    demandVersion(by.append?.expectedVersion, version);
    const { currency } = captured;
    const wish = { action: REFUND, object: paymentId, amountMinor, currency, data, reason };
    return (
      (await this.approvals.awaited(wish, by)) ??
      this.commands.execute(new IssueRefund(data, { ...by, reason }))
    );
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
  @WriteReply({ status: 200, view: paymentView })
  record(
    @Param('id', { schema: uuid }) paymentId: string,
    @Body({ schema: recordBody }) body: z.output<typeof recordBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RecordPayment({ paymentId, ...body }, by));
  }

  @Post(':id/surplus/:surplusId/return')
  @Allow('operator')
  @Idempotent()
  @ApiOperation({
    operationId: 'returnSurplus',
    summary: 'Record that a surplus the gateway refuses to give back was given back by hand',
  })
  @ApiOkResponse({ standardSchema: paymentSchema })
  @WriteReply({ status: 200, view: paymentView })
  returnSurplus(
    @Param('id', { schema: uuid }) paymentId: string,
    @Param('surplusId', { schema: uuid }) surplusId: string,
    @Body({ schema: returnSurplusBody }) body: z.output<typeof returnSurplusBody>,
    @By() by: CommandContext,
  ) {
    const { reason } = body;
    return this.commands.execute(new ReturnSurplus({ paymentId, surplusId, ...body }, { ...by, reason }));
  }
}
