import { ordersAndPayments, ordersAndStock } from './books.js';
import { reconciles } from '../platform/reconciliation/comparison.js';
import { Module } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { toldToMany } from '../platform/bulk/bulk-verbs.js';
import { approvableCommand } from '../platform/approvals/approval.js';
import { SettleLoss } from '../shipping/contract.js';
import { Database } from '../platform/event-store/database.js';
import { OperatorLog } from '../platform/ops/operator-log.js';
import { SagaAdmin } from '../platform/sagas/saga-admin.js';
import { registersProblems } from '../platform/problems.js';
import { needsAttention } from '../platform/ops/attention.js';
import { orchestrates } from '../platform/sagas/orchestrates.js';
import { subscribes } from '../platform/subscriptions/subscription.js';
import { bulkVerbs } from './bulk-verbs.js';
import { problems } from './contract.js';
import { deliveries } from './deliveries.js';
import { FindEndedOrdersHandler } from './ended-orders.js';
import { FulfilmentController } from './fulfilment.controller.js';
import { fulfilment } from './fulfilment.saga.js';
import { GetFulfilmentHandler } from './fulfilment-view.js';
import { HasLeftHandler } from './has-left.js';
import { IsInFulfilmentHandler } from './is-in-fulfilment.js';
import { LetUnitsGoHandler } from './let-units-go.js';
import { LOSS_REFUND, LostParcelsController } from './lost-parcels.controller.js';
import { lostParcels } from './lost-parcels.js';
import { replacements, ReserveAgainHandler } from './replacements.js';
import { OrderLiveController } from './order-live.controller.js';
import { OrderTimelineQuery } from './order-timeline.js';
import { SagasController } from './sagas.controller.js';
import { settlements } from './settlements.js';
import { WhyNotPayableHandler } from './why-not-payable.js';
import { ForgetAddressesHandler } from './forget-addresses.handler.js';

@Module({
  controllers: [FulfilmentController, OrderLiveController, SagasController, LostParcelsController],
  providers: [
    reconciles({ inject: [Database], useFactory: ordersAndPayments }),
    reconciles({ inject: [Database], useFactory: ordersAndStock }),
    FindEndedOrdersHandler,
    ForgetAddressesHandler,
    orchestrates(fulfilment),
    subscribes({ inject: [CommandBus, QueryBus], useFactory: deliveries }),
    subscribes({ inject: [CommandBus, QueryBus], useFactory: settlements }),
    subscribes({ inject: [CommandBus, QueryBus], useFactory: replacements }),
    ReserveAgainHandler,
    approvableCommand(LOSS_REFUND, SettleLoss),
    OrderTimelineQuery,
    GetFulfilmentHandler,
    IsInFulfilmentHandler,
    HasLeftHandler,
    LetUnitsGoHandler,
    WhyNotPayableHandler,
    needsAttention({ inject: [Database], useFactory: lostParcels }),
    toldToMany({ inject: [SagaAdmin, OperatorLog], useFactory: bulkVerbs }),
    registersProblems(problems),
  ],
})
export class FulfilmentModule {}
