import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../core/actor.js';
import { newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext } from '../cqrs/command.js';
import { traceOf } from '../tracing/trace-context.js';
import { expectedBy } from './etags.js';

/** The caller of the request as an Actor. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The context of the one command that this request is: who, when, under which id and with which If-Match. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext =>
  contextOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

function contextOf(request: FastifyRequest): CommandContext {
  const { call } = request;
  return {
    commandId: call.intent?.commandId ?? newId(),
    at: new Date().toISOString(),
    actor: callerOf(request),
    correlationId: call.requestId,
    causationId: null,
    ...traceOf(call),
    append: {
      expectedVersion: expectedBy(request.headers),
      inline: call.intent?.inline,
      alone: call.intent?.alone,
      onSettled: (end, position) => {
        if (position !== undefined) call.position = Math.max(call.position ?? 0, position);
        call.intent?.onSettled?.(end, position);
      },
    },
  };
}

/** @throws Rejection `unauthenticated` without a valid token, `keys-unavailable` when none can be checked */
export function callerOf({ call }: FastifyRequest): Actor {
  if (call.caller) return call.caller;
  throw call.unknown ?? new Rejection('unauthenticated', 'send a valid token in the Authorization header');
}
