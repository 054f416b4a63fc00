import {
  applyDecorators,
  HttpCode,
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config.js';
import { Rejection } from '../core/rejection.js';
import { within } from '../core/within.js';
import type { Written } from '../cqrs/command.js';
import { demandVersion } from '../cqrs/expected-version.js';
import { EventLog } from '../event-store/event-log.js';
import { ModelWait } from './awaits-model.js';
import { etagOf, expectedBy, hasAlready } from './etags.js';
import { isIdempotent, IdempotentExecutor, type Outcome, type Work } from './idempotency.js';
import type { Answer } from './idempotency-records.js';
import { linkNext } from './page-link.js';
import { PROBLEM_TYPE } from './problem-writer.js';
import { isLive } from './sse.js';

/** What a view is made of: the thing after the command, or as it was read. */
export type Shown<State> = Pick<Written<State>, 'id' | 'version' | 'state'>;

export interface WriteReplyOptions<State> {
  /** Of the answer; a function where the outcome decides (201 or 202). 204 sends no body. */
  readonly status: number | ((written: Shown<State>) => number);
  /** Pure: it also renders the copy that is stored with the events for repeats. */
  readonly view?: (written: Shown<State>) => object;
  readonly location?: (written: Shown<State>) => string;
  /**
   * Makes the body as it is sent of the body as it is kept for repeats: where an answer holds a secret, the view holds
   * it encrypted.
   */
  readonly reveal?: (body: string, config: Config) => string;
}

const WRITE = 'waybill:write-reply';
const READ = 'waybill:read-reply';

type Handler<Result> = (...args: never[]) => Promise<Result>;
type HandlerDecorator<Result> = <Method extends Handler<Result>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * Answers a command: status, view, `Location`, `ETag` and `Event-Position`. The handler returns what the command
 * returned.
 */
export function WriteReply<State>(options: WriteReplyOptions<State>): HandlerDecorator<Written<State>> {
  return applyDecorators(
    SetMetadata(WRITE, options),
    ...(typeof options.status === 'number' ? [HttpCode(options.status)] : []),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'ETag of the version you have seen',
    }),
    ApiExtension('x-writes', true),
    ...(options.location ? [ApiExtension('x-tells-place', true)] : []),
  );
}

/** Answers with the view of one folded thing and its `ETag`; 304 when If-None-Match names the same version. */
export function ReadReply(): HandlerDecorator<{ readonly version: number }> {
  return applyDecorators(
    SetMetadata(READ, true),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag you already have' }),
    ApiExtension('x-shows-version', true),
  );
}

type Method = Parameters<CustomDecorator>[0];
type Answered = Pick<Outcome, 'answer' | 'position'>;

const writeReplyOf = (handler: Method): WriteReplyOptions<unknown> | undefined =>
  Reflect.getMetadata(WRITE, handler) as WriteReplyOptions<unknown> | undefined;
const showsVersion = (handler: Method): boolean => Reflect.getMetadata(READ, handler) === true;

/** Renders the answer to a command. Called for the response and, inside the append, for the stored copy. */
function answerTo(options: WriteReplyOptions<unknown>, written: Shown<unknown>): Answer {
  const status = typeof options.status === 'function' ? options.status(written) : options.status;
  return {
    status,
    body: status === 204 || !options.view ? null : JSON.stringify(options.view(written)),
    location: options.location?.(written) ?? null,
    etag: etagOf(written.version),
  };
}

const changes: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Nobody waits longer than REQUEST_TIMEOUT_MS for an answer. The work itself goes on: its outcome is unknown, not failed. */
@Injectable()
export class Deadline {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws Rejection `deadline-exceeded` */
  hold<Result>(reply: FastifyReply, work: Promise<Result>): Promise<Result> {
    return within(this.config.REQUEST_TIMEOUT_MS, work, () => {
      reply.header('Connection', 'close');
      return new Rejection('deadline-exceeded', 'no answer in time; the outcome is not known');
    });
  }
}

/** Carries out `@AwaitsModel`, `@WriteReply`, `@ReadReply` and `@Idempotent`, within the deadline of a request. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(
    private readonly deadline: Deadline,
    private readonly models: ModelWait,
    private readonly once: IdempotentExecutor,
    private readonly log: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (isLive(handler)) {
      await this.models.before(request, reply, handler);
      return next.handle();
    }
    const work = () => lastValueFrom<unknown>(next.handle());
    return of(await this.deadline.hold(reply, this.answer(request, reply, handler, work)));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    handler: Method,
    handle: Work['work'],
  ): Promise<unknown> {
    if (!changes.has(request.method)) {
      await this.models.before(request, reply, handler);
      return showsVersion(handler) ? read(request, reply, handle) : readList(request, reply, handle);
    }
    const options = writeReplyOf(handler);
    // Where no key is required, one that is sent counts all the same; of strangers none does, since it would be anybody's.
    const isSent = request.headers['idempotency-key'] !== undefined && request.call.caller !== undefined;
    const once = isIdempotent(handler) || isSent;
    const render = (result: unknown): Answer =>
      options ? answerTo(options, result as Shown<unknown>) : plain(result, reply);
    const work = async (): Promise<unknown> => {
      const result = await handle();
      // What operators change need not be an event; the position is then where the log stood afterwards.
      if (!options) request.call.position ??= await this.log.head();
      return result;
    };
    if (!once && !options) return tellPosition(request, reply, work);
    const { answer, position } = once
      ? await this.writeOnce(request, reply, { render, work, rendersWritten: options !== undefined })
      : await write(request, { render, work });
    const isKept = answer.body !== null && answer.status < 400;
    const body = isKept && options?.reveal ? options.reveal(answer.body!, this.config) : answer.body;
    return send(reply, { ...answer, body }, position);
  }

  private async writeOnce(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<Answered> {
    const { replayed, ...answered } = await this.once.run(request, work);
    if (replayed) reply.header('Idempotency-Replayed', 'true');
    return answered;
  }
}

async function read(request: FastifyRequest, reply: FastifyReply, handle: Work['work']): Promise<unknown> {
  const view = (await handle()) as { readonly version: number };
  reply.header('ETag', etagOf(view.version));
  if (request.headers['if-match'] !== undefined) demandVersion(expectedBy(request.headers), view.version);
  if (!hasAlready(request.headers['if-none-match'], view.version)) return view;
  reply.status(304);
  return undefined;
}

async function readList(
  request: FastifyRequest,
  reply: FastifyReply,
  handle: Work['work'],
): Promise<unknown> {
  const view = await handle();
  linkNext(request, reply, view);
  return view;
}

async function write(
  { call }: FastifyRequest,
  { render, work }: Pick<Work, 'render' | 'work'>,
): Promise<Answered> {
  const result = await work();
  return {
    answer: render(result),
    position: call.position ?? (result as Partial<Written>).position ?? null,
  };
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
