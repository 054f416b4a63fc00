import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access.js';
import { Authenticator } from './authenticator.js';
import { ModelWait } from './awaits-model.js';
import { DocsController } from './docs.controller.js';
import { RequestPipeline } from './request-pipeline.js';
import { HealthController } from './health.controller.js';
import { IdempotentExecutor } from './idempotency.js';
import { IdempotencyRecords } from './idempotency-records.js';
import { Identification } from './identification.js';
import { Lifecycle } from './lifecycle.js';
import { Pages } from './pages.js';
import { Pressure } from './pressure.js';
import { platformProblems } from './platform-problems.js';
import { ProblemFilter, ProblemWriter } from './problem-writer.js';
import { ProblemsController } from './problems.controller.js';
import { ProblemCatalogue, registersProblems } from '../problems.js';
import { RateLimit } from './rate-limit.js';
import { Deadline, ReplyInterceptor } from './replies.js';
import { RouteTable } from './route-table.js';
import { LiveEvents } from './sse.js';
import { StartController } from './start.controller.js';
import { Traffic } from './traffic.js';
import { UnreadQueryGuard } from './unread-query.js';
import { ValidationPipe } from './validation.js';

/** Everything between the socket and a controller. */
@Global()
@Module({
  controllers: [StartController, DocsController, HealthController, ProblemsController],
  providers: [
    Authenticator,
    Deadline,
    RequestPipeline,
    IdempotencyRecords,
    Identification,
    Lifecycle,
    LiveEvents,
    ModelWait,
    IdempotentExecutor,
    Pages,
    Pressure,
    ProblemCatalogue,
    ProblemWriter,
    RateLimit,
    RouteTable,
    Traffic,
    registersProblems(platformProblems),
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: UnreadQueryGuard },
    // One for everything: each interceptor of Nest costs a request about as much as checking its body.
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_PIPE, useClass: ValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [
    Identification,
    RequestPipeline,
    Lifecycle,
    LiveEvents,
    Pressure,
    ProblemCatalogue,
    RouteTable,
    Traffic,
  ],
})
export class HttpModule {}
