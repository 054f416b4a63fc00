import type { DomainEvent } from '../core/event.js';
import type { CommandMetadata } from '../cqrs/command.js';
import { traceOf } from '../tracing/trace-context.js';

export interface EventMetadata {
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly reason?: string;
  readonly traceparent?: string;
  readonly tracestate?: string;
  readonly fencingToken?: number;
}

/** An event as it stands in the log, lifted to its newest version. */
export interface Recorded<Event extends DomainEvent = DomainEvent> {
  /** Global position; order of positions = order of commits = order within a stream. Gaps are normal. */
  readonly position: number;
  /** `<category>-<id>` */
  readonly stream: string;
  /** 1, 2, 3 ... within the stream, without gaps. */
  readonly version: number;
  readonly id: string;
  readonly commandId: string;
  readonly schemaVersion: number;
  readonly event: Event;
  readonly metadata: EventMetadata;
  /** When it happened, by the clock that came with the command; never goes back within a stream. */
  readonly occurredAt: string;
  /** When it was stored, by the database's clock. */
  readonly recordedAt: string;
}

/** What a reader of the whole log meets: also events that this program cannot lift. */
export interface Entry extends Recorded {
  /** Why it could not be lifted; `event` then is what was stored, and only its type and version can be trusted. */
  readonly problem?: Error;
}

/** What a command inherits of the event that led to it. */
export const causedBy = ({
  id,
  metadata,
}: Pick<Recorded, 'id' | 'metadata'>): Pick<
  CommandMetadata,
  'causationId' | 'correlationId' | 'traceparent' | 'tracestate'
> => ({ causationId: id, correlationId: metadata.correlationId, ...traceOf(metadata) });

/** `order-018f...` -> `018f...` */
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
export const streamOf = (category: string, id: string): string => `${category}-${id}`;
