import { dlqOf } from './dead-letters.js';
import { inlined, type Contract } from './contracts.js';
import type { TopicPlan } from './topics.js';

const text = (description: string) => ({ type: 'string', description });

/** CloudEvents 1.0, binary mode. */
const headers = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'content-type'],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: text(
      'With ce_source the identity of the record, stable over redelivery: drop what you have seen.',
    ),
    ce_source: text('Who says it.'),
    ce_type: text('What it is; picks the schema.'),
    ce_subject: text('The stream it is about.'),
    ce_time: text('When it happened, RFC 3339 UTC.'),
    ce_dataschema: text(
      'Path of the JSON Schema on this server. Of what you send: absent, or that of the version you mean.',
    ),
    ce_streamversion: text('Grows within the subject: drop what is not higher than what you have seen.'),
    ce_epoch: text(
      'Grows when the database was set back: a version of a later epoch replaces the same one of an earlier.',
    ),
    ce_correlationid: text('The same for everything that follows from one request.'),
    ce_causationid: text('The event or command that led to it.'),
    traceparent: text('W3C Trace Context: the same trace for everything that follows from one request.'),
    'content-type': { type: 'string', const: 'application/json' },
  },
};

/**
 * AsyncAPI 3.0, from the schemas that map and validate.
 *
 * @param contracts every kind of record
 * @param plan partitions of each topic
 */
export function asyncApi(contracts: readonly Contract[], plan: readonly TopicPlan[]): object {
  const topics = [...new Set(contracts.map(({ topic }) => topic))];
  const of = (topic: string) => contracts.filter((contract) => contract.topic === topic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Waybill over Kafka',
      version: '1',
      description:
        'At least once, in order within a key (murmur2 partitioning, the default of the Java client). Records that ' +
        'cannot be handled go to `<topic>.dlq` with their key, value and headers and dlq_reason, dlq_error, ' +
        'dlq_attempts, dlq_topic, dlq_partition, dlq_offset, and dlq_null_headers where a header had no value.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic, channel(topic, of(topic), plan)])),
    operations: Object.fromEntries(
      topics.map((topic) => [topic.replaceAll('.', '-'), operation(topic, of(topic))]),
    ),
    components: {
      messages: Object.fromEntries(contracts.map((contract) => [contract.type, message(contract)])),
    },
  };
}

const channel = (topic: string, contracts: readonly Contract[], plan: readonly TopicPlan[]) => ({
  address: topic,
  messages: Object.fromEntries(
    contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
  ),
  ...(contracts[0]?.direction === 'in' && { description: `What cannot be handled goes to ${dlqOf(topic)}.` }),
  bindings: {
    kafka: {
      topic,
      partitions: plan.find((planned) => planned.topic === topic)?.partitions,
      bindingVersion: '0.5.0',
    },
  },
});

const operation = (topic: string, contracts: readonly Contract[]) => ({
  action: contracts[0]?.direction === 'in' ? 'receive' : 'send',
  channel: { $ref: `#/channels/${topic}` },
  messages: contracts.map(({ type }) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
});

function message({ type, about, schema, direction }: Contract): object {
  const { $id, $schema, ...payload } = inlined(schema);
  void [$id, $schema];
  return {
    name: type,
    title: type,
    summary: about,
    contentType: 'application/json',
    headers,
    payload,
    ...(direction === 'out' && { correlationId: { location: '$message.header#/ce_correlationid' } }),
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
  };
}
