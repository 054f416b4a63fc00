import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { decides } from '../platform/cqrs/decides.js';
import { registersProblems } from '../platform/http/problems.js';
import { projects } from '../platform/read-models/read-model.js';
import {
  CancelOrder,
  ChoosePaymentMethod,
  DeliverOrder,
  EndOrderCancelled,
  MarkOrderPaid,
  MarkOrderShipped,
  problems,
  RemoveItem,
} from './contract.js';
import { ChangeShippingAddressHandler } from './change-shipping-address.handler.js';
import { ListOrdersHandler, orderList, OrderListRow } from './order-list.js';
import { OrderQueriesController } from './order-queries.controller.js';
import {
  cancelOrder,
  choosePaymentMethod,
  deliverOrder,
  endOrderCancelled,
  markOrderPaid,
  markOrderShipped,
  order,
  removeItem,
} from './order.decider.js';
import {
  AddItemHandler,
  ConfirmOrderHandler,
  CreateOrderHandler,
  RepriceOrderHandler,
} from './order.handlers.js';
import { GetOrderHandler, ListOrderEventsHandler } from './order.queries.js';
import { OrdersController } from './orders.controller.js';
import { OrdersLive } from './orders.live.js';
import { UnpaidOrders } from './unpaid-orders.js';

@Module({
  imports: [TypeOrmModule.forFeature([OrderListRow])],
  controllers: [OrdersController, OrderQueriesController],
  providers: [
    UnpaidOrders,
    CreateOrderHandler,
    AddItemHandler,
    RepriceOrderHandler,
    ConfirmOrderHandler,
    decides(RemoveItem, order, removeItem),
    ChangeShippingAddressHandler,
    decides(ChoosePaymentMethod, order, choosePaymentMethod),
    decides(CancelOrder, order, cancelOrder),
    decides(DeliverOrder, order, deliverOrder),
    decides(MarkOrderPaid, order, markOrderPaid),
    decides(MarkOrderShipped, order, markOrderShipped),
    decides(EndOrderCancelled, order, endOrderCancelled),
    GetOrderHandler,
    ListOrderEventsHandler,
    projects(orderList),
    ListOrdersHandler,
    OrdersLive,
    registersProblems(problems),
  ],
})
export class OrdersModule {}
