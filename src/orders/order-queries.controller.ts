import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import { Rejection } from '../platform/core/rejection.js';
import { pageQuery, pointInTime, uuid, type PointInTime } from '../platform/core/schemas.js';
import { Allow } from '../platform/http/access.js';
import { AwaitsModel } from '../platform/http/awaits-model.js';
import { Caller } from '../platform/http/caller.js';
import { ReadReply } from '../platform/http/replies.js';
import {
  customerOrderFilter,
  GetOrder,
  ListOrderEvents,
  ListOrders,
  orderEventPage,
  orderFilter,
  orderPage,
  orderView,
} from './contract.js';
import { orderList } from './order-list.js';

@ApiTags('Orders')
@Controller('v1')
@Allow('customer', 'operator', 'service')
export class OrderQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('orders/:id')
  @ApiOperation({ operationId: 'getOrder', summary: 'An order, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: orderView })
  @ReadReply()
  get(
    @Param('id', { schema: uuid }) orderId: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetOrder(orderId, caller, point));
  }

  @Get('orders/:id/events')
  @ApiOperation({ operationId: 'listOrderEvents', summary: 'The audit trail of an order, oldest first' })
  @ApiOkResponse({ standardSchema: orderEventPage })
  events(
    @Param('id', { schema: uuid }) orderId: string,
    @Query({ schema: pageQuery }) page: z.output<typeof pageQuery>,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new ListOrderEvents(orderId, page, caller));
  }

  @Get('orders')
  @AwaitsModel(orderList)
  @ApiOperation({
    operationId: 'listOrders',
    summary: 'Orders, newest first; a customer sees only their own',
    description: 'A page of large orders is shorter than `limit`; `nextCursor` tells whether there is more.',
  })
  @ApiOkResponse({ standardSchema: orderPage })
  list(@Query({ schema: orderFilter }) filter: z.output<typeof orderFilter>, @Caller() caller: Actor) {
    return this.queries.execute(new ListOrders(filter, caller));
  }

  @Get('customers/:customerId/orders')
  @AwaitsModel(orderList)
  @ApiOperation({ operationId: 'listCustomerOrders', summary: 'The orders of a customer, newest first' })
  @ApiOkResponse({ standardSchema: orderPage })
  ofCustomer(
    @Param('customerId', { schema: uuid }) customerId: string,
    @Query({ schema: customerOrderFilter }) filter: z.output<typeof customerOrderFilter>,
    @Caller() caller: Actor,
  ) {
    if (caller.role === 'customer' && caller.id !== customerId) {
      throw new Rejection('order.customer-not-found', `there is no customer ${customerId}, or it is not you`);
    }
    return this.queries.execute(new ListOrders({ ...filter, customerId }, caller));
  }
}
