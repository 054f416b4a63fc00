import { Command } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Actor } from '../core/actor.js';
import { newId } from '../core/ids.js';
import type { ExpectedVersion } from './expected-version.js';

/** What a write answers: the stream's new version, the global position of its last event, and the folded state. */
export interface Written<State = unknown> {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly state: State;
}

/** Who asks, why, and in which chain of causes: what a command leaves in the log, and hands on to what follows from it. */
export interface CommandMetadata {
  /** Unique for ever: a second append under the same id is recognised and does nothing. */
  readonly commandId: string;
  /** When, RFC 3339 UTC with milliseconds. */
  readonly at: string;
  readonly actor: Actor;
  readonly correlationId: string;
  /** The event that led to this command; null for a request from outside. */
  readonly causationId: string | null;
  readonly reason?: string;
  readonly traceparent?: string;
  readonly tracestate?: string;
  /** The fencing token of the lease under which the command was decided (sagas). */
  readonly fencingToken?: number;
}

/** What the one append of a command demands, carries and reports; no step before it and nothing that follows has it. */
export interface AppendTerms {
  /** From If-Match: reject with `precondition-failed` (412) unless the stream stands there. */
  readonly expectedVersion?: ExpectedVersion;
  /** A row that must commit with the events, such as the idempotency record. */
  readonly inline?: (written: Omit<Written, 'position'>) => InlineWrite;
  /** The same row for work that stores no events, see keepIn: none is stored where a copy of the command was faster. */
  readonly alone?: (written: Written) => InlineWrite;
  /** Told how it ended: stored (with rows or without) up to a global position, or recognised as a repeat. */
  readonly onSettled?: (end: 'stored-with-row' | 'stored' | 'repeated', position?: number) => void;
}

/** Everything a rule may need from outside comes in here or in the data. */
export interface CommandContext extends CommandMetadata {
  readonly append?: AppendTerms;
  /** Nobody has tried the command before: an intent that is there already was recorded with the wish for it. */
  readonly isFirstTry?: boolean;
  /** Whether what led to the command still stands in the log; asked when its events are about to be stored. */
  readonly stillHolds?: () => boolean;
}

/** One row for a statement that takes many: rows of a batch that name the same statement are written by one call. */
export interface InlineWrite {
  /** SQL with one parameter, $1::json, an array of rows. Must be a constant. */
  readonly statement: string;
  readonly row: object;
}

/** A context for work that starts inside Waybill. */
export function systemContext(name: string, over: Partial<CommandContext> = {}): CommandContext {
  const commandId = over.commandId ?? newId();
  return {
    commandId,
    at: new Date().toISOString(),
    actor: { role: 'system', id: name },
    correlationId: commandId,
    causationId: null,
    ...over,
  };
}

/**
 * Declares a command from the schema of its data:
 * `export class ConfirmOrder extends command(z.object({ orderId: uuid }))<OrderState>() {}`.
 */
export function command<Schema extends z.ZodType>(schema: Schema) {
  return <State = unknown>() => {
    class DeclaredCommand extends Command<Written<State>> {
      static readonly schema = schema;
      constructor(
        readonly data: z.output<Schema>,
        readonly by: CommandContext,
      ) {
        super();
      }
    }
    return DeclaredCommand;
  };
}
