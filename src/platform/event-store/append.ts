import type { DomainEvent, EventClass } from '../core/event.js';
import type { AlongsideRow, CommandContext } from '../cqrs/command.js';
import { actorName } from '../core/actor.js';
import { newId } from '../core/ids.js';
import { Rejection } from '../core/rejection.js';
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
  readonly schemaVersion: number;
  readonly metadata: EventMetadata;
  readonly at: string;
}

/** All or nothing: the events go in if every head is still the head of its stream and the command is new. */
export interface Append {
  readonly commandId: string;
  readonly heads: readonly Head[];
  readonly events: readonly PreparedEvent[];
  readonly alongside: readonly AlongsideRow[];
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
  by: CommandContext,
  at: string,
): readonly PreparedEvent[] {
  for (const event of events) refuseOversize(event);
  const metadata: EventMetadata = {
    actor: actorName(by.actor),
    correlationId: by.correlationId,
    causationId: by.causationId,
    ...(by.reason !== undefined && { reason: by.reason }),
    ...(by.traceparent !== undefined && { traceparent: by.traceparent }),
    ...(by.fencingToken !== undefined && { fencingToken: by.fencingToken }),
  };
  return events.map((event, index) => ({
    stream: head.stream,
    version: head.version + 1 + index,
    id: newId(),
    event,
    schemaVersion: (event.constructor as EventClass).version,
    metadata,
    at,
  }));
}

function refuseOversize({ type, data }: DomainEvent): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes <= MAX_EVENT_BYTES) return;
  throw new Rejection(
    'payload-too-large',
    `${type} would take ${bytes} bytes; at most ${MAX_EVENT_BYTES} fit a record`,
  );
}

/** The statement and parameters of one call of platform.append for many appends. */
export function appendCall(appends: readonly Append[]): { text: string; values: [string, string] } {
  const items = appends.map((append) => ({
    c: append.commandId,
    h: append.heads.map((head) => ({ s: head.stream, v: head.version, id: head.eventId })),
    e: append.events.map((e, i) => ({
      s: e.stream,
      v: e.version,
      id: e.id,
      i,
      t: e.event.type,
      n: e.schemaVersion,
      d: e.event.data,
      m: e.metadata,
      at: e.at,
    })),
  }));
  return {
    text: 'select item, outcome, last_position, first_event from platform.append($1, $2)',
    values: [JSON.stringify(items), JSON.stringify(groupByStatement(appends))],
  };
}

function groupByStatement(appends: readonly Append[]) {
  const groups = new Map<string, { item: number; row: object }[]>();
  appends.forEach(({ alongside }, item) => {
    for (const { statement, row } of alongside) {
      const rows = groups.get(statement) ?? [];
      groups.set(statement, rows);
      rows.push({ item, row });
    }
  });
  return [...groups].map(([q, r]) => ({ q, r }));
}

export interface AppendRow {
  item: number;
  outcome: 'appended' | 'conflict' | 'duplicate';
  last_position: number | null;
  first_event: string | null;
}

/** A duplicate whose first event is our own is the echo of our own lost reply: it was appended. */
export function outcomeOf(append: Append, row: AppendRow): AppendOutcome | 'ours' {
  if (row.outcome === 'appended') return { kind: 'appended', position: row.last_position ?? 0 };
  if (row.outcome === 'duplicate' && row.first_event === append.events[0]?.id) return 'ours';
  return { kind: row.outcome };
}
