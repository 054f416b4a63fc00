import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../platform/core/actor.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By, Caller } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { ReadReply, WriteReply, type Shown } from '../platform/http/replies.js';
import { pointInTime, sku, type PointInTime } from '../platform/core/schemas.js';
import { GetStock, ListStock, stockFilter, stockItemView, stockPage } from './contract.js';
import { AdjustStock, adjustmentBody, receiptBody, ReceiveStock } from './stock.commands.js';
import type { StockItemState } from './stock-item.state.js';
import { viewOf } from './stock.view.js';

const location = ({ id }: Shown<StockItemState>) => `/v1/stock/${id}`;

@ApiTags('Inventory')
@Controller('v1/stock')
export class StockController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post(':sku/receipts')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({ operationId: 'receiveStock', summary: 'Receive units into stock' })
  @ApiCreatedResponse({ standardSchema: stockItemView })
  @WriteReply({ status: 201, view: viewOf, location })
  receive(
    @Param('sku', { schema: sku }) sku: string,
    @Body({ schema: receiptBody }) body: z.output<typeof receiptBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ReceiveStock({ sku, ...body }, by));
  }

  @Post(':sku/adjustments')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({
    operationId: 'adjustStock',
    summary: 'Correct the books after a count: units found or missing',
  })
  @ApiCreatedResponse({ standardSchema: stockItemView })
  @WriteReply({ status: 201, view: viewOf, location })
  adjust(
    @Param('sku', { schema: sku }) sku: string,
    @Body({ schema: adjustmentBody }) body: z.output<typeof adjustmentBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new AdjustStock({ sku, ...body }, { ...by, reason: body.reason }));
  }

  @Get(':sku')
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'getStock', summary: 'Stock of one SKU, now, at a version or at an instant' })
  @ApiOkResponse({ standardSchema: stockItemView })
  @ReadReply()
  get(
    @Param('sku', { schema: sku }) sku: string,
    @Query({ schema: pointInTime }) point: PointInTime,
    @Caller() caller: Actor,
  ) {
    return this.queries.execute(new GetStock(sku, caller, point));
  }

  @Get()
  @Allow('customer', 'operator', 'service')
  @ApiOperation({ operationId: 'listStock', summary: 'Stock of every SKU, newest SKU first' })
  @ApiOkResponse({ standardSchema: stockPage })
  list(@Query({ schema: stockFilter }) filter: z.output<typeof stockFilter>) {
    return this.queries.execute(new ListStock(filter));
  }
}
