import { Module } from '@nestjs/common';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { Database } from '../platform/event-store/database.js';
import { needsAttention } from '../platform/ops/attention.js';
import { registersProblems } from '../platform/problems.js';
import { subscribes } from '../platform/subscriptions/subscription.js';
import { ReturnChoreography } from './choreography.js';
import { problems } from './contract.js';
import { refusedRefunds } from './refused-refunds.js';
import { RequestReturnHandler } from './request-return.handler.js';
import {
  ApproveReturn,
  CancelReturn,
  ReceiveReturn,
  RejectReturn,
  RetryReturnRefund,
  SettleReturn,
  SettleReturnByHand,
} from './return.commands.js';
import {
  approveReturn,
  orderReturn,
  retryReturnRefund,
  settleReturn,
  settleReturnByHand,
} from './return.decider.js';
import { GetReturnHandler, ListReturnsHandler } from './return.queries.js';
import { callOff, takeIn, turnDown } from './return.units.js';
import { returnable } from './returnable.decider.js';
import { ReturnsController } from './returns.controller.js';

@Module({
  controllers: [ReturnsController],
  providers: [
    ...aggregate(orderReturn, {
      commands: [
        [ApproveReturn, approveReturn],
        [SettleReturn, settleReturn],
        [RetryReturnRefund, retryReturnRefund],
        [SettleReturnByHand, settleReturnByHand],
      ],
      units: [
        [RejectReturn, turnDown],
        [CancelReturn, callOff],
        [ReceiveReturn, takeIn],
      ],
    }),
    ...aggregate(returnable),
    RequestReturnHandler,
    GetReturnHandler,
    ListReturnsHandler,
    ReturnChoreography,
    subscribes({
      inject: [ReturnChoreography],
      useFactory: (choreography: ReturnChoreography) => choreography,
    }),
    needsAttention({ inject: [Database], useFactory: refusedRefunds }),
    registersProblems(problems),
  ],
})
export class ReturnsModule {}
