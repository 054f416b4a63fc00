import { Global, Module } from '@nestjs/common';
import { Database } from '../event-store/database.js';
import { registersProblems } from '../problems.js';
import { needsAttention } from '../ops/attention.js';
import { Outages, outages, unwatchedSagas } from './outages.js';
import { OutagesController, problems } from './outages.controller.js';
import { SagaAdmin } from './saga-admin.js';
import { SagaCheck } from './saga-check.js';
import { SagaRegistry } from './saga-registry.js';
import { SagaReads } from './saga-subscription.js';
import { TaskPatience } from './task-patience.js';
import { TaskRunner } from './task-runner.js';
import { TaskSlots } from './task-slots.js';
import { TaskStore } from './task-store.js';
import { TaskWork } from './task-work.js';

/** Durable sagas for every room: `orchestrates(...)` in a room's module adds one. */
@Global()
@Module({
  controllers: [OutagesController],
  providers: [
    Outages,
    SagaAdmin,
    SagaCheck,
    SagaReads,
    SagaRegistry,
    TaskPatience,
    TaskRunner,
    TaskSlots,
    TaskStore,
    TaskWork,
    registersProblems(problems),
    ...[outages, unwatchedSagas].map((source) => needsAttention({ inject: [Database], useFactory: source })),
  ],
  exports: [SagaAdmin, SagaCheck, SagaReads, SagaRegistry],
})
export class SagasModule {}
