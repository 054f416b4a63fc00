import { Body, Controller, Delete, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { z } from 'zod';
import { newId } from '../platform/core/ids.js';
import type { CommandContext } from '../platform/cqrs/command.js';
import { Allow } from '../platform/http/access.js';
import { By } from '../platform/http/caller.js';
import { Idempotent } from '../platform/http/idempotency.js';
import { MaxBody } from '../platform/http/edge-config.js';
import { WriteReply, type Shown } from '../platform/http/replies.js';
import { noBody, sku, uuid } from '../platform/core/schemas.js';
import { orderView, paymentMethod, shippingAddress } from './contract.js';
import {
  AddItem,
  addItemBody,
  CancelOrder,
  cancelOrderBody,
  ChangeShippingAddress,
  ChoosePaymentMethod,
  ConfirmOrder,
  CreateOrder,
  createOrderBody,
  DeliverOrder,
  RemoveItem,
  removeItemQuery,
  RepriceOrder,
} from './order.commands.js';
import type { OrderState } from './order.state.js';
import { viewOf } from './order.view.js';

const location = ({ id }: Shown<OrderState>) => `/v1/orders/${id}`;
const createdOrAccepted = ({ state }: Shown<OrderState>) => (state.status === 'draft' ? 201 : 202);
/** 1,000 lines with the longest of SKUs. */
const ORDER_BYTES = 256 * 1024;

@ApiTags('Orders')
@Controller('v1/orders')
@Allow('customer', 'operator', 'service')
export class OrdersController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Idempotent()
  @MaxBody(ORDER_BYTES)
  @ApiOperation({
    operationId: 'createOrder',
    summary: 'Make a draft, or with "confirm" an order that is fulfilled',
  })
  @ApiCreatedResponse({ standardSchema: orderView, description: 'A draft' })
  @ApiAcceptedResponse({ standardSchema: orderView, description: 'Confirmed: fulfilment has begun' })
  @WriteReply({ status: createdOrAccepted, view: viewOf, location })
  create(
    @Body({ schema: createOrderBody }) body: z.output<typeof createOrderBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new CreateOrder({ orderId: newId(), ...body }, by));
  }

  @Post(':id/items')
  @Idempotent()
  @ApiOperation({ operationId: 'addOrderItem', summary: "Add units of a SKU to a draft, at today's price" })
  @ApiCreatedResponse({ standardSchema: orderView })
  @WriteReply({ status: 201, view: viewOf })
  addItem(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: addItemBody }) body: z.output<typeof addItemBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new AddItem({ orderId, ...body }, by));
  }

  @Delete(':id/items/:sku')
  @ApiOperation({
    operationId: 'removeOrderItem',
    summary: 'Take units, or without "quantity" a line, out of a draft',
  })
  @ApiOkResponse({ standardSchema: orderView })
  @WriteReply({ status: 200, view: viewOf })
  removeItem(
    @Param('id', { schema: uuid }) orderId: string,
    @Param('sku', { schema: sku }) sku: string,
    @Query({ schema: removeItemQuery }) query: z.output<typeof removeItemQuery>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RemoveItem({ orderId, sku, ...query }, by));
  }

  @Put(':id/shipping-address')
  @ApiOperation({
    operationId: 'changeShippingAddress',
    summary: 'Say where it goes; possible until it is shipped',
  })
  @ApiOkResponse({ standardSchema: orderView })
  @WriteReply({ status: 200, view: viewOf })
  changeAddress(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: shippingAddress }) body: z.output<typeof shippingAddress>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ChangeShippingAddress({ orderId, shippingAddress: body }, by));
  }

  @Put(':id/payment-method')
  @ApiOperation({ operationId: 'choosePaymentMethod', summary: 'Say how a draft will be paid' })
  @ApiOkResponse({ standardSchema: orderView })
  @WriteReply({ status: 200, view: viewOf })
  choosePayment(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: paymentMethod }) body: z.output<typeof paymentMethod>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ChoosePaymentMethod({ orderId, paymentMethod: body }, by));
  }

  @Post(':id/reprice')
  @Idempotent()
  @ApiOperation({
    operationId: 'repriceOrder',
    summary: "Give the lines of a draft today's names and prices",
    description: 'How a customer agrees to prices that have changed since the draft was made.',
  })
  @ApiOkResponse({ standardSchema: orderView })
  @WriteReply({ status: 200, view: viewOf })
  reprice(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: noBody }) _body: unknown,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new RepriceOrder({ orderId }, by));
  }

  @Post(':id/confirm')
  @Idempotent()
  @ApiOperation({
    operationId: 'confirmOrder',
    summary: 'Start fulfilment: reserve, pay, ship, or undo it all',
  })
  @ApiAcceptedResponse({ standardSchema: orderView })
  @WriteReply({ status: 202, view: viewOf })
  confirm(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: noBody }) _body: unknown,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new ConfirmOrder({ orderId }, by));
  }

  @Post(':id/cancel')
  @Idempotent()
  @ApiOperation({
    operationId: 'cancelOrder',
    summary:
      'Cancel an order, or with "items" a part of it: a draft ends at once, an order in fulfilment when what was done is undone, unless the parcel is faster',
    description:
      'With `items` only these units go, at once: their stock is released, their money is not taken or goes back, and the rest is sent. All units by name are the whole order. Once the carrier has the parcel: 409.',
  })
  @ApiAcceptedResponse({ standardSchema: orderView })
  @WriteReply({ status: 202, view: viewOf })
  cancel(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: cancelOrderBody }) body: z.output<typeof cancelOrderBody>,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new CancelOrder({ orderId, ...body }, { ...by, reason: body.reason }));
  }

  @Post(':id/deliver')
  @Allow('operator', 'service')
  @Idempotent()
  @ApiOperation({ operationId: 'deliverOrder', summary: 'Record that a shipped order has arrived' })
  @ApiOkResponse({ standardSchema: orderView })
  @WriteReply({ status: 200, view: viewOf })
  deliver(
    @Param('id', { schema: uuid }) orderId: string,
    @Body({ schema: noBody }) _body: unknown,
    @By() by: CommandContext,
  ) {
    return this.commands.execute(new DeliverOrder({ orderId }, by));
  }
}
