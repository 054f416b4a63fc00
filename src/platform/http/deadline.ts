import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { throwError, timeout, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config.js';
import { Rejection } from '../core/rejection.js';
import { isLive } from './sse.js';

/** Nobody waits longer than REQUEST_TIMEOUT_MS for an answer. The work itself goes on: its outcome is unknown, not failed. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || isLive(context.getHandler())) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const late = () => {
      reply.header('Connection', 'close');
      return throwError(
        () => new Rejection('deadline-exceeded', 'no answer in time; the outcome is not known'),
      );
    };
    return next.handle().pipe(timeout({ first: this.config.REQUEST_TIMEOUT_MS, with: late }));
  }
}
