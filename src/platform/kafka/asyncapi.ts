import { dlqOf } from './dead-letters.js';
import { exampleOf } from '../http/openapi/examples.js';
import type { Schema } from '../http/openapi/schemas.js';
import { inlined, type Contract, type JsonSchema } from './contracts.js';
import { REPLIES_TOPIC } from './replies.js';
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
    tracestate: text('W3C Trace Context: what systems on the way said about the trace, if they did.'),
    'content-type': { type: 'string', const: 'application/json' },
  },
};

/**
 * AsyncAPI 3.1, from the schemas that map and validate.
 *
 * @param contracts every kind of record
 * @param plan partitions of each topic
 */
export function asyncApi(contracts: readonly Contract[], plan: readonly TopicPlan[]): object {
  const topics = [...new Set(contracts.map(({ topic }) => topic))];
  const of = (topic: string) => contracts.filter((contract) => contract.topic === topic);
  const read = topics.filter((topic) => of(topic)[0]!.direction === 'in');
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Waybill over Kafka',
      version: '1',
      description:
        'At least once, in order within a key (murmur2 partitioning, the default of the Java client). Records that ' +
        'cannot be handled go to `<topic>.dlq` with their key, value and headers and dlq_reason, dlq_error, ' +
        'dlq_attempts, dlq_topic, dlq_partition, dlq_offset, and dlq_null_headers where a header had no value.',
    },
    defaultContentType: 'application/json',
    channels: {
      ...named(topics, (topic) => channel(topic, of(topic), plan)),
      ...named(read, (topic) => deadLetters(topic, plan), dlqOf),
    },
    operations: {
      ...Object.fromEntries(topics.flatMap((topic) => operations(topic, of(topic)))),
      ...named(
        read,
        (topic) => sending(dlqOf(topic), [DEAD_LETTER]),
        (topic) => operationId(dlqOf(topic)),
      ),
    },
    components: {
      messages: {
        ...Object.fromEntries(contracts.map((contract) => [contract.type, message(contract)])),
        [DEAD_LETTER]: deadLetter,
      },
    },
  };
}

const named = (
  topics: readonly string[],
  made: (topic: string) => object,
  name: (topic: string) => string = String,
): Record<string, object> =>
  Object.fromEntries(topics.map((topic): [string, object] => [name(topic), made(topic)]));

const channel = (topic: string, contracts: readonly Contract[], plan: readonly TopicPlan[]) => ({
  address: topic,
  messages: Object.fromEntries(
    contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
  ),
  ...(contracts[0]?.direction === 'in' && { description: `What cannot be handled goes to ${dlqOf(topic)}.` }),
  bindings: { kafka: binding(topic, plan) },
});

/** The key, the value and the headers of what came in are kept, so its shape is whatever it was. */
const deadLetters = (topic: string, plan: readonly TopicPlan[]) => ({
  address: dlqOf(topic),
  description: `What came in on ${topic} and could not be handled, until an operator has decided on it.`,
  messages: { [DEAD_LETTER]: { $ref: `#/components/messages/${DEAD_LETTER}` } },
  bindings: { kafka: binding(dlqOf(topic), plan) },
});

const binding = (topic: string, plan: readonly TopicPlan[]) => {
  const planned = plan.find((one) => one.topic === topic);
  return {
    topic,
    ...(planned && {
      partitions: planned.partitions,
      topicConfiguration: { 'retention.ms': planned.retentionMs },
    }),
    bindingVersion: '0.5.0',
  };
};

const operationId = (topic: string): string => topic.replaceAll('.', '-');
const messageRef = (topic: string, type: string) => ({ $ref: `#/channels/${topic}/messages/${type}` });

const sending = (topic: string, types: readonly string[]) => ({
  action: 'send',
  channel: { $ref: `#/channels/${topic}` },
  messages: types.map((type) => messageRef(topic, type)),
});

/** One for a topic, or where commands are answered one for each of them, as the answers belong to it. */
function operations(topic: string, contracts: readonly Contract[]): (readonly [string, object])[] {
  const types = contracts.map(({ type }) => type);
  const whole = sending(topic, types);
  if (contracts[0]!.direction === 'out') return [[operationId(topic), whole]];
  const answered = contracts.filter(({ replies }) => replies).map(({ type }) => type);
  const told = types.filter((type) => !answered.includes(type));
  const receiving = (some: readonly string[]) => ({ ...sending(topic, some), action: 'receive' });
  return [
    ...(told.length > 0 ? [[operationId(topic), receiving(told)] as const] : []),
    ...answered.map((type) => [operationId(type), { ...receiving([type]), reply }] as const),
  ];
}

/** Which answer is whose says `ce_causationid`. */
const reply = {
  channel: { $ref: `#/channels/${REPLIES_TOPIC}` },
  messages: ['waybill.reply.accepted', 'waybill.reply.rejected'].map((type) =>
    messageRef(REPLIES_TOPIC, type),
  ),
};

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
    examples: [exampleFor(type, payload)],
    ...(direction === 'out' && { correlationId: { location: '$message.header#/ce_correlationid' } }),
    bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
  };
}

const exampleFor = (type: string, payload: JsonSchema) => ({
  headers: headersOf(type),
  payload: exampleOf(payload as Schema, {}),
});

const headersOf = (type: string) => ({
  ce_specversion: '1.0',
  ce_id: '019a9f00-0000-7000-8000-000000000001',
  ce_source: '/shop',
  ce_type: type,
  'content-type': 'application/json',
});

const DEAD_LETTER = 'dead-letter';

const deadLetter = {
  name: DEAD_LETTER,
  title: DEAD_LETTER,
  summary: 'Key, value and headers as they came, and what went wrong.',
  headers: {
    type: 'object',
    required: ['dlq_reason', 'dlq_error', 'dlq_attempts', 'dlq_topic', 'dlq_partition', 'dlq_offset'],
    properties: {
      dlq_reason: text('A short code.'),
      dlq_error: text('What was wrong, for a person.'),
      dlq_attempts: text('How often it was tried.'),
      dlq_topic: text('Where it came in, as the cluster names it.'),
      dlq_partition: text('The partition there.'),
      dlq_offset: text('The offset there.'),
      dlq_null_headers: text('Headers that had no value, which here have an empty one.'),
    },
  },
  payload: { description: 'The value as it came; personal fields are sealed.' },
  examples: [
    {
      headers: {
        ...headersOf('waybill.command.fly-order'),
        dlq_reason: 'unknown-type',
        dlq_error: 'nobody handles waybill.command.fly-order on waybill.commands.v1',
        dlq_attempts: '1',
        dlq_topic: 'waybill.commands.v1',
        dlq_partition: '7',
        dlq_offset: '4711',
      },
      payload: { orderId: '019a9f00-0000-7000-8000-000000000001' },
    },
  ],
};
