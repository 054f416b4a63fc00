import { Module } from '@nestjs/common';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { Database } from '../platform/event-store/database.js';
import { registersProblems } from '../platform/problems.js';
import { findable } from '../platform/ops/search.js';
import { poisonable } from '../platform/outside/poison.js';
import { readModel } from '../platform/read-models/read-models.js';
import { customersWithOrders } from './customers-with-orders.js';
import { CancelOrderHandler } from './cancel-order.handler.js';
import { problems } from './problems.js';
import {
  ChoosePaymentMethod,
  DeliverOrder,
  EndOrderCancelled,
  MarkOrderPaid,
  MarkOrderReturned,
  MarkOrderShipped,
  RemoveItem,
} from './order.commands.js';
import {
  AddItemHandler,
  ChangeShippingAddressHandler,
  ConfirmOrderHandler,
  CreateOrderHandler,
  RepriceOrderHandler,
} from './order.handlers.js';
import { ListOrdersHandler, orderList } from './order-list.js';
import { FindUnsentOrdersHandler, GetOrderHandler, ListOrderEventsHandler } from './order.queries.js';
import { OrderQueriesController } from './order-queries.controller.js';
import { OrdersController } from './orders.controller.js';
import { choosePaymentMethod, deliverOrder, order, removeItem } from './order.decider.js';
import { endOrderCancelled, markOrderPaid, markOrderReturned, markOrderShipped } from './order.reports.js';
import { OrdersLive } from './orders.live.js';
import { ForgetOrderAddressesHandler, SealedAddresses } from './sealed-addresses.js';
import { UnpaidOrders } from './unpaid-orders.js';

@Module({
  imports: [readModel(orderList)],
  controllers: [OrdersController, OrderQueriesController],
  providers: [
    ...aggregate(order, {
      commands: [
        [RemoveItem, removeItem],
        [ChoosePaymentMethod, choosePaymentMethod],
        [DeliverOrder, deliverOrder],
        [MarkOrderPaid, markOrderPaid],
        [MarkOrderShipped, markOrderShipped],
        [MarkOrderReturned, markOrderReturned],
        [EndOrderCancelled, endOrderCancelled],
      ],
    }),
    findable({ inject: [Database], useFactory: customersWithOrders }),
    poisonable(orderList.name),
    UnpaidOrders,
    SealedAddresses,
    ForgetOrderAddressesHandler,
    CreateOrderHandler,
    AddItemHandler,
    RepriceOrderHandler,
    ConfirmOrderHandler,
    ChangeShippingAddressHandler,
    CancelOrderHandler,
    FindUnsentOrdersHandler,
    GetOrderHandler,
    ListOrderEventsHandler,
    ListOrdersHandler,
    OrdersLive,
    registersProblems(problems),
  ],
})
export class OrdersModule {}
