import { beginSpan, type LiveSpan, type SpanStart } from '../tracing/tracing.js';
import type { Envelope } from './envelope.js';
import type { InboundRecord } from './inbound-source.js';
import type { Delivery, OutgoingRecord } from './publisher.js';

const of = (operation: 'send' | 'process', topic: string) => ({
  'messaging.system.name': 'kafka',
  'messaging.operation.type': operation,
  'messaging.operation.name': operation,
  'messaging.destination.name': topic,
});

const header = ({ headers }: OutgoingRecord, name: string): string | undefined => headers[name]?.toString();

/**
 * A span for each record, from now on. A record keeps the place in its trace that it was made at, so that a repeat is the
 * same to the byte; its sending belongs there.
 *
 * @returns what ends them
 */
export function sending(
  records: readonly OutgoingRecord[],
  outside: (topic: string) => string,
): (deliveries: readonly Delivery[]) => void {
  const spans = records.map((record) => beginSpan(() => sendSpan(record, outside(record.topic))));
  return (deliveries) => spans.forEach((span, n) => span && ended(span, deliveries[n]!));
}

const sendSpan = (record: OutgoingRecord, topic: string): SpanStart => ({
  name: `send ${topic}`,
  kind: 'producer',
  parent: { traceparent: header(record, 'traceparent'), tracestate: header(record, 'tracestate') },
  isPart: true,
  attributes: {
    ...of('send', topic),
    'messaging.message.id': header(record, 'ce_id'),
    'messaging.message.conversation_id': header(record, 'ce_correlationid'),
  },
});

function ended(span: LiveSpan, delivery: Delivery): void {
  if (delivery.kind !== 'sent') return span.end(delivery.kind);
  span.set({
    'messaging.destination.partition.id': String(delivery.partition),
    'kafka.offset': Number(delivery.offset),
  });
  span.end();
}

export const processSpan = ({ topic, partition, offset }: InboundRecord, envelope: Envelope): SpanStart => ({
  name: `process ${topic}`,
  kind: 'consumer',
  parent: envelope,
  attributes: {
    ...of('process', topic),
    'messaging.message.id': envelope.id,
    'messaging.message.conversation_id': envelope.correlationId,
    'messaging.destination.partition.id': String(partition),
    'kafka.offset': Number(offset),
  },
});
