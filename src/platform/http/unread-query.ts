import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { Rejection } from '../core/rejection.js';
import type { EdgeConfig } from './edge-config.js';
import { MAX_ERRORS, pointerOf } from './validation.js';

type Handler = ReturnType<ExecutionContext['getHandler']>;

/**
 * Where a route takes no query, one that is sent was meant for something: `?dryRun=true` on a verb that cannot rehearse
 * must not carry it out. Strangers such as payment providers write to addresses that somebody gave them.
 */
@Injectable()
export class UnreadQueryGuard implements CanActivate {
  private readonly reads = new WeakMap<Handler, boolean>();

  /** @throws Rejection `invalid-request` */
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(request.query as object);
    const { open } = request.routeOptions.config as EdgeConfig;
    if (names.length === 0 || open || !request.url.startsWith('/v1/') || this.isRead(context)) return true;
    const errors = names
      .slice(0, MAX_ERRORS)
      .map((name) => ({ pointer: pointerOf([name]), detail: 'unknown property', in: 'query' }));
    throw new Rejection('invalid-request', 'this route takes no query', { errors });
  }

  private isRead(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.reads.get(handler);
    if (known !== undefined) return known;
    const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) as
      object | undefined;
    const reads = Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
    this.reads.set(handler, reads);
    return reads;
  }
}
