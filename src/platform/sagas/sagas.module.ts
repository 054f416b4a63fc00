import { Global, Module } from '@nestjs/common';
import { SagaAdmin } from './saga-admin.js';
import { SagaRegistry } from './saga-registry.js';
import { Parties } from '../outside/parties.js';
import { TaskPatience } from './task-patience.js';
import { TaskRunner } from './task-runner.js';
import { TaskSlots } from './task-slots.js';
import { TaskStore } from './task-store.js';
import { TaskWork } from './task-work.js';

/** Durable sagas for every room: `orchestrates(...)` in a room's module adds one. */
@Global()
@Module({
  providers: [Parties, SagaAdmin, SagaRegistry, TaskPatience, TaskRunner, TaskSlots, TaskStore, TaskWork],
  exports: [Parties, SagaAdmin, SagaRegistry],
})
export class SagasModule {}
