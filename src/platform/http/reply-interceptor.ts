import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Written } from '../cqrs/command.js';
import { callerOf } from './caller.js';
import { EventLog } from '../event-store/event-log.js';
import type { Loaded } from '../event-store/stream-loader.js';
import { demandVersion } from '../cqrs/expected-version.js';
import { etagOf, expectedBy, hasAlready } from './etags.js';
import { isIdempotent } from './idempotency.js';
import { Once, type Work } from './once.js';
import { PROBLEM_TYPE } from './problem-writer.js';
import { answerTo, readViewOf, writeReplyOf, type Answer, type Shown } from './replies.js';

const changes: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Carries out `@WriteReply`, `@ReadReply` and `@Idempotent`. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(
    private readonly once: Once,
    private readonly log: EventLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const view = readViewOf(handler);
    if (view) return from(this.read(request, reply, next, view));
    if (!changes.has(request.method)) return next.handle();
    const options = writeReplyOf(handler);
    // Where no key is required, one that is sent counts all the same.
    const once = isIdempotent(handler) || request.headers['idempotency-key'] !== undefined;
    const render = (result: unknown): Answer =>
      options ? answerTo(options, result as Shown<unknown>) : plain(result, reply);
    const work = async (): Promise<unknown> => {
      const result: unknown = await lastValueFrom(next.handle());
      // What operators change need not be an event; the position is then where the log stood afterwards.
      if (!options) request.call.position ??= await this.log.head();
      return result;
    };
    if (once) return from(this.writeOnce(request, reply, { render, work }));
    return from(options ? write(request, reply, { render, work }) : tellPosition(request, reply, work));
  }

  private async read(
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
    view: NonNullable<ReturnType<typeof readViewOf>>,
  ): Promise<unknown> {
    const loaded = (await lastValueFrom(next.handle())) as Loaded<unknown>;
    reply.header('ETag', etagOf(loaded.version));
    if (request.headers['if-match'] !== undefined) demandVersion(expectedBy(request.headers), loaded.version);
    if (!hasAlready(request.headers['if-none-match'], loaded.version)) return view(loaded, callerOf(request));
    reply.status(304);
    return undefined;
  }

  private async writeOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work,
  ): Promise<string | undefined> {
    const { answer, position, replayed } = await this.once.run(request, work);
    if (replayed) reply.header('Idempotency-Replayed', 'true');
    return send(reply, answer, position);
  }
}

async function write(
  { call }: FastifyRequest,
  reply: FastifyReply,
  { render, work }: Work,
): Promise<string | undefined> {
  const result = await work();
  return send(reply, render(result), call.position ?? (result as Partial<Written>).position ?? null);
}

async function tellPosition(
  { call }: FastifyRequest,
  reply: FastifyReply,
  work: Work['work'],
): Promise<unknown> {
  const result = await work();
  reply.header('Event-Position', String(call.position));
  return result;
}

/** An answer of a handler that does not return what a command wrote. */
const plain = (result: unknown, reply: FastifyReply): Answer => ({
  status: reply.statusCode,
  body: result === undefined ? null : JSON.stringify(result),
  location: (reply.getHeader('location') as string | undefined) ?? null,
  etag: null,
});

function send(reply: FastifyReply, answer: Answer, position: number | null): string | undefined {
  reply.status(answer.status);
  if (answer.location !== null) reply.header('Location', answer.location);
  if (answer.etag !== null) reply.header('ETag', answer.etag);
  if (position !== null) reply.header('Event-Position', String(position));
  if (answer.body === null) return undefined;
  reply.type(answer.status >= 400 ? PROBLEM_TYPE : 'application/json; charset=utf-8');
  return answer.body;
}
