import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { GetOrder } from '../orders/contract.js';
import { ListOrderPayments, paymentPage } from '../payments/contract.js';
import type { Actor } from '../platform/core/actor.js';
import { Allow } from '../platform/http/access.js';
import { AwaitsModel } from '../platform/http/awaits-model.js';
import { Caller } from '../platform/http/caller.js';
import { etagOf } from '../platform/http/etags.js';
import { AlsoAnswers } from '../platform/http/openapi/also-answers.js';
import { pageQuery, pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import { fulfilmentView, GetFulfilment, GetOrderTimeline, timelinePage } from './contract.js';

@ApiTags('Orders')
@Controller('v1/orders/:id')
@Allow('customer', 'operator', 'service')
export class FulfilmentController {
  constructor(private readonly queries: QueryBus) {}

  @Get('fulfilment')
  @AlsoAnswers('order.not-found')
  @AwaitsModel({ name: 'fulfilment.saga' })
  @ApiOperation({ operationId: 'getFulfilment', summary: 'How far an order has come, step by step' })
  @ApiOkResponse({ standardSchema: fulfilmentView })
  async fulfilment(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.queries.execute(new GetFulfilment(id, caller, point));
    // Never 304: how often a step was tried is told too, and is no event.
    reply.header('ETag', etagOf(view.version));
    return view;
  }

  @Get('payments')
  @AlsoAnswers('order.not-found')
  @ApiOperation({ operationId: 'listOrderPayments', summary: 'The payments of an order, newest first' })
  @ApiOkResponse({ standardSchema: paymentPage })
  async payments(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pageQuery }) page: z.output<typeof pageQuery>,
    @Caller() caller: Actor,
  ) {
    await this.queries.execute(new GetOrder(id, caller));
    return this.queries.execute(new ListOrderPayments(id, page, caller));
  }

  @Get('timeline')
  @AlsoAnswers('order.not-found')
  @ApiOperation({
    operationId: 'getOrderTimeline',
    summary: 'Everything that happened to an order, in every room',
  })
  @ApiOkResponse({ standardSchema: timelinePage })
  timeline(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: pageQuery }) page: z.output<typeof pageQuery>,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetOrderTimeline(id, caller, page));
  }
}
