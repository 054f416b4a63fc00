import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Observable } from 'rxjs';
import { Rejection } from '../core/rejection.js';
import { EventLog } from '../event-store/event-log.js';
import { ModelProgress } from '../subscriptions/model-progress.js';

const AWAITS = 'waybill:awaits-model';
const DEFAULT_WAIT_S = 2;
/** Below the deadline of a request, which would otherwise answer first. */
const MAX_WAIT_S = 8;
const LOOK_EVERY_MS = 50;

/** Says which model a read is made of; one without this decorator is folded from the log, or commits with it. */
export const AwaitsModel = (model: { readonly name: string }) =>
  applyDecorators(
    SetMetadata(AWAITS, model.name),
    ApiHeader({
      name: 'Min-Event-Position',
      required: false,
      description: 'Event-Position of the write that must be visible in this list',
    }),
    ApiHeader({ name: 'Prefer', required: false, description: 'wait=<seconds>, 0 to 8' }),
  );

/**
 * Read your own writes: with `Min-Event-Position: N` a read waits until its model has reached N, at most
 * `Prefer: wait=<s>` (2 s unless said, never more than 8), else 503 `projection-behind`.
 */
@Injectable()
export class AwaitModelInterceptor implements NestInterceptor {
  constructor(
    private readonly progress: ModelProgress,
    private readonly log: EventLog,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const { headers, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const position = method === 'GET' ? positionOf(headers['min-event-position']) : undefined;
    if (position === undefined) return next.handle();
    const wait = waitOf(headers['prefer']);
    const model = Reflect.getMetadata(AWAITS, context.getHandler()) as string | undefined;
    if (!(await this.reached(model, position, wait * 1000))) {
      throw new Rejection(
        'projection-behind',
        `${model ?? 'the log'} has not reached position ${position} yet`,
        {
          retryAfter: 1,
        },
      );
    }
    if (wait !== DEFAULT_WAIT_S) {
      context.switchToHttp().getResponse<FastifyReply>().header('Preference-Applied', `wait=${wait}`);
    }
    return next.handle();
  }

  private async reached(model: string | undefined, position: number, timeoutMs: number): Promise<boolean> {
    if (model !== undefined) return this.progress.waitFor(model, position, timeoutMs);
    const deadline = performance.now() + timeoutMs;
    while ((await this.log.head()) < position) {
      if (performance.now() >= deadline) return false;
      await sleep(LOOK_EVERY_MS);
    }
    return true;
  }
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
