import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { EventPattern, Transport } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { z } from 'zod';
import type { CommandContext } from '../cqrs/command.js';
import type { Envelope } from './envelope.js';

export interface Consumption<Schema extends z.ZodType = z.ZodType> {
  readonly topic: string;
  /** The CloudEvents type, which picks the handler. */
  readonly type: string;
  readonly schema: Schema;
  /** For AsyncAPI: what the record asks for or tells. */
  readonly about: string;
  /** Commands: the answer, also a business refusal, goes to the replies topic. Otherwise a refusal is a dead letter. */
  readonly replies?: true;
  /** The property that names the customer whose personal fields it carries. */
  readonly personalOf?: string;
  /** What it tells is money: a second person has to agree to giving a record up. */
  readonly aboutMoney?: true;
  /** Codes of refusals that time may heal: tried again, with half a minute of waiting at least, before they count. */
  readonly againOn?: readonly string[];
}

/** What a handler gets: data of the schema, and the context under which its command must run. */
export interface Message<Data = unknown> {
  readonly envelope: Envelope;
  readonly data: Data;
  /** Carries the inbox row: the command executed with it commits effect and row together. */
  readonly by: CommandContext;
}

const declared = new Map<string, Consumption>();

/** Everything that any room consumes; filled when the controllers are loaded. */
export const consumptions = (): readonly Consumption[] => [...declared.values()];

/**
 * A handler of incoming records: `@Consumes({ topic, type, schema, about })` on a controller's method that takes one
 * `Message` and executes at most one command with `message.by`.
 *
 * @throws Error when two handlers claim one type
 */
export function Consumes(consumption: Consumption): MethodDecorator {
  if (declared.has(consumption.type)) throw new Error(`two handlers consume ${consumption.type}`);
  declared.set(consumption.type, consumption);
  const pattern = EventPattern(consumption.type, Transport.KAFKA, { consumption }) as MethodDecorator;
  return applyDecorators(pattern, UseFilters(KeepsCause));
}

/** Nest's own filter would turn every error into "Internal server error" before the ingress can judge it. */
@Catch()
class KeepsCause implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
