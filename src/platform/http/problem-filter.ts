import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Rejection } from '../core/rejection.js';
import { pathOf } from './call.js';
import { ProblemWriter } from './problem-writer.js';
import { RouteTable } from './route-table.js';

/** Everything that goes wrong, in a controller or before one, leaves as a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly writer: ProblemWriter,
    private readonly routes: RouteTable,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    this.writer.write(this.wrongMethod(error, request) ?? error, request, reply);
  }

  /** Fastify answers 404 for a known path under an unknown method; HTTP has a better word for it. */
  private wrongMethod(error: unknown, request: FastifyRequest): Rejection | undefined {
    if (!(error instanceof NotFoundException) || !request.is404) return undefined;
    const allow = this.routes.methodsAt(pathOf(request));
    if (allow.length === 0 || allow.includes(request.method)) return undefined;
    return new Rejection('method-not-allowed', `allowed here: ${allow.join(', ')}`, { allow });
  }
}
