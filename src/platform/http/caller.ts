import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../core/actor.js';
import { newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import type { CommandContext } from '../cqrs/command.js';

/** The caller of the request as an Actor. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The context of the one command that this request is: who, when, under which id and with which If-Match. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext =>
  contextOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws Rejection `unauthenticated` on a public route without a token */
export function callerOf({ call }: FastifyRequest): Actor {
  if (!call.caller) throw new Rejection('unauthenticated', 'send a valid token in the Authorization header');
  return call.caller;
}

function contextOf(request: FastifyRequest): CommandContext {
  const { call } = request;
  const expectedVersion = versionOf(request.headers['if-match']);
  return {
    commandId: newId(),
    at: new Date().toISOString(),
    actor: callerOf(request),
    correlationId: call.requestId,
    causationId: null,
    ...(call.traceparent !== undefined && { traceparent: call.traceparent }),
    ...(expectedVersion !== undefined && { expectedVersion }),
    ...call.intent,
    onSettled: (end, position) => {
      if (position !== undefined) call.position = Math.max(call.position ?? 0, position);
      call.intent?.onSettled?.(end, position);
    },
  };
}

/** `*` asks for any version, which every change of an existing thing demands anyway. */
function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const version = /^\s*"(\d{1,9})"\s*$/.exec(ifMatch)?.[1];
  if (version === undefined) throw new Rejection('invalid-if-match', 'If-Match must be one ETag such as "7"');
  return Number(version);
}
