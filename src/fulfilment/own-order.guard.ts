import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { GetOrder } from '../orders/contract.js';
import { callerOf } from '../platform/http/caller.js';

/** Decides before a live view begins: once it has begun, a refusal can no longer become a 404. */
@Injectable()
export class OwnOrderGuard implements CanActivate {
  constructor(private readonly queries: QueryBus) {}

  /** @throws Rejection `order.not-found` for an order that does not exist or is not the caller's */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>();
    await this.queries.execute(new GetOrder(request.params.id, callerOf(request)));
    return true;
  }
}
