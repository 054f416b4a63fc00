import type { DomainEvent, EventClass } from '../core/event.js';
import type { InlineWrite, CommandMetadata } from '../cqrs/command.js';
import { actorName } from '../core/actor.js';
import { newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
import { traceOf } from '../tracing/trace-context.js';
import type { EventMetadata } from './recorded.js';

/** The last event of a stream as somebody knew it: version 0 and no id for a stream that does not exist yet. */
export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly eventId: string | null;
}

export interface PreparedEvent {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly event: DomainEvent;
  /** Its data as it goes to the log. */
  readonly json: string;
  readonly schemaVersion: number;
  readonly metadata: EventMetadata;
  readonly at: string;
}

/** All or nothing: the events go in if every head is still the head of its stream and the command is new. */
export interface Append {
  readonly commandId: string;
  readonly heads: readonly Head[];
  readonly events: readonly PreparedEvent[];
  readonly inline: readonly InlineWrite[];
  /** @see CommandContext.stillHolds */
  readonly stillHolds?: (() => boolean) | undefined;
}

export type AppendOutcome =
  { readonly kind: 'appended'; readonly position: number } | { readonly kind: 'conflict' | 'duplicate' };

/** Bytes of JSON. A larger event would never reach Kafka, whose records end at 1 MiB: it is refused at the source. */
const MAX_EVENT_BYTES = 900_000;

/**
 * Numbers and stamps events for a stream.
 *
 * @param head where the stream stands
 * @param by the command they follow from
 * @param at when, not before the stream's last event
 * @throws Rejection `payload-too-large` for an event that no record could carry
 */
export function prepare(
  head: Head,
  events: readonly DomainEvent[],
  by: CommandMetadata,
  at: string,
): readonly PreparedEvent[] {
  const metadata: EventMetadata = {
    actor: actorName(by.actor),
    correlationId: by.correlationId,
    causationId: by.causationId,
    ...(by.reason !== undefined && { reason: by.reason }),
    ...traceOf(by),
    ...(by.fencingToken !== undefined && { fencingToken: by.fencingToken }),
  };
  return events.map((event, index) => ({
    stream: head.stream,
    version: head.version + 1 + index,
    id: newId(),
    event,
    json: jsonOf(event),
    schemaVersion: (event.constructor as EventClass).version,
    metadata,
    at,
  }));
}

function jsonOf({ type, data }: DomainEvent): string {
  const json = JSON.stringify(data);
  const bytes = Buffer.byteLength(json);
  if (bytes <= MAX_EVENT_BYTES) return json;
  throw new Rejection(
    'payload-too-large',
    `${type} would take ${bytes} bytes; at most ${MAX_EVENT_BYTES} fit a record`,
  );
}
