import { Global, Module } from '@nestjs/common';
import { LogCheck } from './log-check.js';
import { ModelCheck } from './model-check.js';
import { StreamCheck } from './stream-check.js';

/** Whether everything that is kept is what the log says. */
@Global()
@Module({
  providers: [LogCheck, ModelCheck, StreamCheck],
  exports: [LogCheck, ModelCheck, StreamCheck],
})
export class VerificationModule {}
