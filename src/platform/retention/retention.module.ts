import { Global, Module } from '@nestjs/common';
import { platformPolicies } from './policies.js';
import { RetentionController } from './retention.controller.js';
import { RetentionRuns } from './retention-runs.js';
import { Retention, retains } from './retention.js';

/** Keeps tables as large as what is open plus what is young: `retains(policy)` in any module adds a table. */
@Global()
@Module({
  controllers: [RetentionController],
  providers: [Retention, RetentionRuns, ...platformPolicies.map(retains)],
  exports: [Retention],
})
export class RetentionModule {}
