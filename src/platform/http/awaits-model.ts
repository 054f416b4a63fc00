import {
  applyDecorators,
  Inject,
  Injectable,
  mixin,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Rejection } from '../core/rejection.js';
import { ModelProgress } from '../subscriptions/model-progress.js';

const DEFAULT_WAIT_S = 2;
const MAX_WAIT_S = 10;

/**
 * Read your own writes on a list: with `Min-Event-Position: N` the read waits until the model has reached N, at most
 * `Prefer: wait=<s>` (2 s unless said, never more than 10), else 503 `projection-behind`.
 */
export const AwaitsModel = (model: { readonly name: string }) =>
  applyDecorators(
    UseInterceptors(waitingFor(model.name)),
    ApiHeader({
      name: 'Min-Event-Position',
      required: false,
      description: 'Event-Position of the write that must be visible in this list',
    }),
    ApiHeader({ name: 'Prefer', required: false, description: 'wait=<seconds>, 0 to 10' }),
  );

function waitingFor(name: string) {
  @Injectable()
  class AwaitModelInterceptor implements NestInterceptor {
    constructor(@Inject(ModelProgress) private readonly progress: ModelProgress) {}

    async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
      const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
      const position = positionOf(headers['min-event-position']);
      const wait = waitOf(headers['prefer']);
      if (position !== undefined && !(await this.progress.waitFor(name, position, wait * 1000))) {
        throw new Rejection('projection-behind', `${name} has not reached position ${position} yet`, {
          retryAfter: 1,
        });
      }
      if (wait !== DEFAULT_WAIT_S) {
        context.switchToHttp().getResponse<FastifyReply>().header('Preference-Applied', `wait=${wait}`);
      }
      return next.handle();
    }
  }
  return mixin(AwaitModelInterceptor);
}

function positionOf(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  const position = Number(header);
  if (/^\d{1,16}$/.test(String(header)) && Number.isSafeInteger(position)) return position;
  throw new Rejection('invalid-request', 'Min-Event-Position must be a number that a write has answered', {
    errors: [{ pointer: '/min-event-position', detail: 'must be a whole number, 0 or more', in: 'header' }],
  });
}

function waitOf(header: string | string[] | undefined): number {
  const seconds = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})/i.exec(String(header ?? ''))?.[1];
  return seconds === undefined ? DEFAULT_WAIT_S : Math.min(Number(seconds), MAX_WAIT_S);
}
