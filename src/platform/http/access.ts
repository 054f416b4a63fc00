import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../core/actor.js';
import { Rejection } from '../core/rejection.js';
import { callerOf } from './caller.js';
import { edgeConfig } from './edge-config.js';

const ACCESS = 'waybill:access';

/** Who may use a route. A route (or its controller) that declares nothing is closed to everybody. */
export type Access = readonly Role[] | 'public';

/** Only these roles. Whether the single object is the caller's is the decider's `visibleTo`. */
export const Allow = (...roles: readonly [Role, ...Role[]]) =>
  applyDecorators(SetMetadata(ACCESS, roles), ApiBearerAuth(), ApiExtension('x-roles', roles));

/** Anybody, without a token. */
export const Public = () =>
  applyDecorators(
    SetMetadata(ACCESS, 'public'),
    edgeConfig({ open: true }),
    ApiExtension('x-roles', ['public']),
  );

/** What a handler or its controller declares; undefined means that nobody thought about it. */
export const accessOf = (
  reflector: Reflector,
  handler: ReturnType<ExecutionContext['getHandler']>,
  controller: ReturnType<ExecutionContext['getClass']>,
): Access | undefined => reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, controller]);

/** Deny by default: 401 without a valid token, 403 for the wrong role or an undeclared route. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const access = accessOf(this.reflector, context.getHandler(), context.getClass());
    if (access === 'public') return true;
    const caller = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (access?.some((role) => role === caller.role)) return true;
    throw new Rejection('forbidden', `the role ${caller.role} may not do this`);
  }
}
