import { Global, Module } from '@nestjs/common';
import { ReadModels } from './read-models.js';
import { RebuildStore } from './rebuild-store.js';
import { Rebuilder } from './rebuilder.js';
import { ModelSteps } from './steps.js';

/** Read models for every room: `projects(model)` in a room's module adds one. */
@Global()
@Module({
  providers: [ReadModels, RebuildStore, Rebuilder, ModelSteps],
  exports: [ReadModels, RebuildStore, Rebuilder, ModelSteps],
})
export class ReadModelsModule {}
