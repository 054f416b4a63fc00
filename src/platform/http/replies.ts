import { applyDecorators, HttpCode, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiHeader, ApiExtension } from '@nestjs/swagger';
import type { Written } from '../cqrs/command.js';
import { etagOf } from './etags.js';

/** What a view is made of: the thing after the command, or as it was read. */
export type Shown<State> = Pick<Written<State>, 'id' | 'version' | 'state'>;

export interface WriteReplyOptions<State> {
  /** Of the answer; a function where the outcome decides (201 or 202). 204 sends no body. */
  readonly status: number | ((written: Shown<State>) => number);
  /** Pure: it also renders the copy that is stored with the events for repeats. */
  readonly view?: (written: Shown<State>) => object;
  readonly location?: (written: Shown<State>) => string;
}

/** An answer as it goes over the wire, and as it is kept for repeats. */
export interface Answer {
  readonly status: number;
  /** Serialised JSON; null for none. */
  readonly body: string | null;
  readonly location: string | null;
  readonly etag: string | null;
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

export const writeReplyOf = (handler: Method): WriteReplyOptions<unknown> | undefined =>
  Reflect.getMetadata(WRITE, handler) as WriteReplyOptions<unknown> | undefined;
export const showsVersion = (handler: Method): boolean => Reflect.getMetadata(READ, handler) === true;

/** Renders the answer to a command. Called for the response and, inside the append, for the stored copy. */
export function answerTo(options: WriteReplyOptions<unknown>, written: Shown<unknown>): Answer {
  const status = typeof options.status === 'function' ? options.status(written) : options.status;
  return {
    status,
    body: status === 204 || !options.view ? null : JSON.stringify(options.view(written)),
    location: options.location?.(written) ?? null,
    etag: etagOf(written.version),
  };
}
