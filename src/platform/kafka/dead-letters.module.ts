import { Module } from '@nestjs/common';
import { registersProblems } from '../http/problems.js';
import { DeadLettersController, deadLetterProblems } from './dead-letters.controller.js';

/** The operator's view of what Kafka brought and nobody could handle. Needs KafkaModule and the HTTP edge. */
@Module({ controllers: [DeadLettersController], providers: [registersProblems(deadLetterProblems)] })
export class DeadLettersModule {}
