import { Module } from '@nestjs/common';
import { aggregate } from '../platform/cqrs/aggregate.js';
import { registersProblems } from '../platform/problems.js';
import { subscribes } from '../platform/subscriptions/subscription.js';
import { problems } from './contract.js';
import { CompleteErasure } from './customer.commands.js';
import { completeErasure, customer } from './customer.decider.js';
import { CustomersController } from './customers.controller.js';
import { EraseCustomerHandler } from './erase-customer.handler.js';
import { Erasure } from './erasure.js';
import { PersonalDataOf } from './personal-data-of.js';

@Module({
  controllers: [CustomersController],
  providers: [
    ...aggregate(customer, { commands: [[CompleteErasure, completeErasure]] }),
    EraseCustomerHandler,
    PersonalDataOf,
    Erasure,
    subscribes({ inject: [Erasure], useFactory: (erasure: Erasure) => erasure }),
    registersProblems(problems),
  ],
})
export class CustomersModule {}
