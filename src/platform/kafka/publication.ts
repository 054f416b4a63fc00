import type { z } from 'zod';
import type { DomainEvent, EventClass } from '../core/event.js';
import { idOf, type Recorded } from '../event-store/recorded.js';
import { traceHeaders } from '../tracing/trace-context.js';
import type { OutgoingRecord } from './publisher.js';

/** One private event as the outside sees it: a public name, a topic, a schema, and the mapping between the two. */
export interface Publication {
  readonly event: EventClass;
  readonly topic: string;
  /** The CloudEvents type: never renamed, and within a topic its schema only grows. */
  readonly type: string;
  /** One sentence for AsyncAPI. */
  readonly about: string;
  readonly schema: z.ZodType;
  record(recorded: Recorded): OutgoingRecord;
}

/** Injection token of everything that leaves: readonly Publication[]. */
export const PUBLICATIONS = Symbol('PUBLICATIONS');

interface Declaration<Data extends object, Schema extends z.ZodType> {
  readonly topic: string;
  readonly type: string;
  readonly about: string;
  readonly schema: Schema;
  /** Pure, and named property by property: nothing private leaves by accident. */
  map(recorded: Recorded<DomainEvent<string, Data>>): z.input<Schema>;
}

/** Declares what leaves for Kafka when this event is recorded. An event without a declaration stays private. */
export function publishes<Name extends string, Data extends object, Schema extends z.ZodType>(
  event: EventClass<Name, Data>,
  { topic, type, about, schema, map }: Declaration<Data, Schema>,
): Publication {
  return {
    event: event as EventClass,
    topic,
    type,
    about,
    schema,
    record: (recorded) => ({
      topic,
      key: idOf(recorded.stream),
      value: Buffer.from(JSON.stringify(schema.parse(map(recorded as Recorded<DomainEvent<string, Data>>)))),
      headers: cloudEvent(topic, type, recorded),
    }),
  };
}

export const schemaPath = (topic: string, type: string): string => `/contracts/${topic}/${type}.json`;

/** CloudEvents 1.0, binary mode. Everything in it is stable, so a redelivered record is the same to the byte. */
const cloudEvent = (topic: string, type: string, recorded: Recorded): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: recorded.id,
  ce_source: `/${topic.split('.').slice(0, 2).join('/')}`,
  ce_type: type,
  ce_subject: recorded.stream,
  ce_time: recorded.occurredAt,
  ce_dataschema: schemaPath(topic, type),
  ce_streamversion: String(recorded.version),
  ce_correlationid: recorded.metadata.correlationId,
  ...(recorded.metadata.causationId && { ce_causationid: recorded.metadata.causationId }),
  ...traceHeaders(recorded),
  'content-type': 'application/json',
});
