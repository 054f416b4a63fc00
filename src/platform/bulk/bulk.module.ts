import { Global, Module } from '@nestjs/common';
import { ParkedAdmin } from '../ops/parked-admin.js';
import { registersProblems } from '../problems.js';
import { CUTOFF, removal, retains } from '../retention/retention.js';
import { BulkVerbs, toldToMany, type BulkVerb } from './bulk-verbs.js';
import { problems, type ThingFilter } from './contract.js';
import { OperationStore } from './operation-store.js';
import { OperationsController } from './operations.controller.js';
import { Operations } from './operations.js';

/** Verbs told to many things. Any module can add one of its own with `toldToMany(...)`. */
@Global()
@Module({
  controllers: [OperationsController],
  providers: [
    BulkVerbs,
    Operations,
    OperationStore,
    registersProblems(problems),
    toldToMany({ inject: [ParkedAdmin], useFactory: ofParked }),
    retains({
      name: 'platform.operations',
      days: (config) => config.RETENTION_REBUILDS_DAYS,
      remove: removal('platform.operations', `r.finished_at < ${CUTOFF}`),
      oldest: 'select min(requested_at) as oldest from platform.operations',
    }),
  ],
  exports: [BulkVerbs],
})
export class BulkModule {}

function ofParked(admin: ParkedAdmin): readonly BulkVerb[] {
  return (['retry', 'discard'] as const).map((verb) => ({
    verb: `parked.${verb}`,
    isFinal: verb === 'discard',
    things: (filter: ThingFilter, limit: number) => admin.waiting(filter, limit),
    look: async (id) => void (await admin.prospect(verb, id)),
    tell: (id, { actor, reason }) => admin[verb](id, { actor, reason }),
  }));
}
