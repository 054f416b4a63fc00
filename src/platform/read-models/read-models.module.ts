import { Global, Module } from '@nestjs/common';
import { ReadModels } from './read-models.js';
import { RebuildStore } from './rebuild-store.js';
import { Rebuilder } from './rebuilder.js';

/** Read models for every room: `projects(model)` in a room's module adds one. */
@Global()
@Module({
  providers: [ReadModels, RebuildStore, Rebuilder],
  exports: [ReadModels, RebuildStore, Rebuilder],
})
export class ReadModelsModule {}
