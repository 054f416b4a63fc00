import { Module } from '@nestjs/common';
import { registersProblems } from '../http/problems.js';
import { ContractsController } from './contracts.controller.js';
import { DeadLettersController, deadLetterProblems } from './dead-letters.controller.js';

/** What of Kafka shows over HTTP: the contracts, and the operator's view of dead letters. Needs KafkaModule. */
@Module({
  controllers: [ContractsController, DeadLettersController],
  providers: [registersProblems(deadLetterProblems)],
})
export class KafkaHttpModule {}
