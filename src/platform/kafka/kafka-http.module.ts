import { Module } from '@nestjs/common';
import { approvable } from '../approvals/approval.js';
import { toldToMany } from '../bulk/bulk-verbs.js';
import { actorName } from '../core/actor.js';
import { registersProblems } from '../problems.js';
import { needsAttention } from '../ops/attention.js';
import { Database } from '../event-store/database.js';
import { OperatorLog } from '../ops/operator-log.js';
import { bulkVerbs } from './bulk-verbs.js';
import { KafkaState } from './client-state.js';
import { ContractsController } from './contracts.controller.js';
import { DeadLetterDesk } from './dead-letter-desk.js';
import { DISCARD, DeadLettersController, deadLetterProblems, discarded } from './dead-letters.controller.js';
import { KafkaStatus } from './kafka-status.js';
import { KafkaStatusController } from './kafka-status.controller.js';
import { kafkaTroubles } from './kafka-troubles.js';

/** What of Kafka shows over HTTP: the contracts, and the operator's view of dead letters. Needs KafkaModule. */
@Module({
  controllers: [ContractsController, DeadLettersController, KafkaStatusController],
  providers: [
    KafkaStatus,
    approvable(DISCARD, {
      inject: [DeadLetterDesk],
      useFactory:
        (desk: DeadLetterDesk) =>
        (data, { actor, reason }) =>
          desk.discard(discarded.parse(data).id, { by: actorName(actor), reason: reason! }),
    }),
    toldToMany({ inject: [Database, DeadLetterDesk, OperatorLog], useFactory: bulkVerbs }),
    registersProblems(deadLetterProblems),
    needsAttention({ inject: [KafkaState], useFactory: kafkaTroubles }),
  ],
})
export class KafkaHttpModule {}
