import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../core/ids.js';
import { callIds, pathOf } from './call.js';
import { failureOf, type Failure } from './failure.js';
import { ProblemCatalogue, type Problem } from '../problems.js';

export const PRIVATE = 'private, no-store';
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Makes problem documents, and writes every answer that is not a success. */
@Injectable()
export class ProblemWriter {
  private readonly logger = new Logger('http');

  constructor(private readonly catalogue: ProblemCatalogue) {}

  /** The document for an error. An unexpected one is logged under an opaque id, and only that id is told. */
  problemOf(error: unknown, request: FastifyRequest): Problem {
    const failure = failureOf(error);
    if (failure && this.catalogue.find(failure.code)) return this.document(failure, request);
    const errorId = newId();
    this.logger.error({
      msg: 'unexpected error',
      ...callIds(request.call),
      errorId,
      code: failure?.code,
      err: error,
    });
    return this.document(
      { code: 'internal-error', detail: `report it as ${errorId}`, extensions: { errorId } },
      request,
    );
  }

  document({ code, detail, extensions }: Failure, request: FastifyRequest): Problem {
    const kind = this.catalogue.find(code);
    return {
      type: `/problems/${code}`,
      title: kind?.title ?? code,
      status: kind?.status ?? 500,
      detail,
      instance: pathOf(request),
      code,
      requestId: request.id,
      ...(kind?.retryable && { retryable: true }),
      ...extensions,
    };
  }

  write(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    for (const [name, value] of Object.entries(headersOf(problem))) reply.header(name, value);
    reply.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }
}

/** The headers that go with a problem. Retry-After is spread out, so that those turned away do not return as one. */
export function headersOf(problem: Problem): Record<string, string> {
  const headers: Record<string, string> = { 'cache-control': PRIVATE };
  const { retryAfter, allow } = problem;
  if (typeof retryAfter === 'number') headers['retry-after'] = String(retryAfter);
  else if (problem.status === 503) headers['retry-after'] = String(1 + Math.floor(Math.random() * 5));
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="waybill"';
  if (problem.status === 405 && Array.isArray(allow)) headers['allow'] = allow.join(', ');
  return headers;
}

/** Everything that goes wrong, in a controller or before one, leaves as a problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly writer: ProblemWriter) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    this.writer.write(error, request, reply);
  }
}
