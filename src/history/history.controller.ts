import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { uuid } from '../platform/core/schemas.js';
import { Allow } from '../platform/http/access.js';
import { Caller } from '../platform/http/caller.js';
import { AlsoAnswers } from '../platform/http/openapi/also-answers.js';
import { asOfQuery, diffQuery, GetOrderAsOf, GetOrderDiff, orderAsOf, orderDiff } from './contract.js';

@ApiTags('Orders')
@Controller('v1/orders/:id')
@Allow('customer', 'operator', 'service')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get('as-of')
  @AlsoAnswers('order.not-found')
  @ApiOperation({
    operationId: 'getOrderAsOf',
    summary: 'An order in every room, as it stood at a time or at a position of the log',
  })
  @ApiOkResponse({ standardSchema: orderAsOf })
  asOf(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: asOfQuery }) { at }: z.output<typeof asOfQuery>,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetOrderAsOf(id, caller, at));
  }

  @Get('diff')
  @AlsoAnswers('order.not-found')
  @ApiOperation({
    operationId: 'getOrderDiff',
    summary: 'What changed about an order in every room, and by which event; oldest first',
  })
  @ApiOkResponse({ standardSchema: orderDiff })
  diff(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: diffQuery }) between: z.output<typeof diffQuery>,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetOrderDiff(id, caller, between));
  }
}
