import { murmur2, type ClusterMetadata, type MessageToProduce } from '@platformatic/kafka';
import type { ClientState } from './client-state.js';
import { within } from './deadline.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import { CODES_OF_RECORDS, OrderedPublisher, RecordsFault, type BareProducer } from './ordered-publisher.js';
import { codesOf, optionsOf, reasonOf, SafeProducer } from './platformatic-client.js';
import type { Delivery, HeaderValue, OutgoingRecord } from './publisher.js';

/** Both together stay below the 10 s after which PostgreSQL ends a transaction that waits for us. */
const CONNECT_MS = 3_000;
const SEND_MS = 6_000;

export class PlatformaticPublisher extends OrderedPublisher {
  constructor(address: KafkaAddress, state?: ClientState) {
    super(new PlatformaticProducer(address), topicNames(address).outside, state);
  }
}

class PlatformaticProducer implements BareProducer {
  private producer: SafeProducer | undefined;
  private readonly outside: (topic: string) => string;
  /** For records without a key, in turn. */
  private turn = 0;

  constructor(private readonly address: KafkaAddress) {
    this.outside = topicNames(address).outside;
  }

  async send(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    return this.sendOnce(records).catch((error: Error) => {
      const isTheirs = codesOf(error).some((code) => CODES_OF_RECORDS.has(code));
      throw new (isTheirs ? RecordsFault : Error)(reasonOf(error), { cause: error });
    });
  }

  private async sendOnce(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    const producer = (this.producer ??= new SafeProducer({ ...optionsOf(this.address), idempotent: true }));
    const topics = [...new Set(records.map(({ topic }) => this.outside(topic)))];
    const metadata = await within(CONNECT_MS, 'connecting to Kafka', producer.metadata({ topics }));
    const messages = records.map((record) => this.message(record, metadata));
    const { offsets = [] } = await within(SEND_MS, 'a send to Kafka', producer.send({ messages }));
    const next = new Map(offsets.map(({ topic, partition, offset }) => [`${topic}/${partition}`, offset]));
    return messages.map(({ topic, partition }) => {
      const offset = next.get(`${topic}/${partition}`);
      if (offset === undefined) throw new Error(`Kafka acknowledged nothing for ${topic}/${partition}`);
      if (offset >= 0n) next.set(`${topic}/${partition}`, offset + 1n);
      return { kind: 'sent', partition, offset: String(offset) };
    });
  }

  private message({ topic, key, value, headers }: OutgoingRecord, { topics }: ClusterMetadata) {
    const named = this.outside(topic);
    const { partitionsCount } = topics.get(named) ?? {};
    if (!partitionsCount) throw new Error(`topic ${named} is not known`);
    const bytes = key === null ? undefined : Buffer.from(key as string);
    // murmur2, as in the Java client.
    const lane = bytes ? murmur2(bytes) & 0x7fffffff : this.turn++;
    return {
      topic: named,
      partition: lane % partitionsCount,
      ...(bytes && { key: bytes }),
      ...(value && { value }),
      headers: headerMap(headers),
    } satisfies MessageToProduce;
  }

  async discard(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    if (producer) await within(1_000, 'disconnecting', producer.close()).catch(() => undefined);
  }
}

/** Keys are compared as objects, so that a name may stand there several times. */
const headerMap = (headers: OutgoingRecord['headers']): Map<Buffer, Buffer> =>
  new Map(
    Object.entries(headers).flatMap(([name, values]) =>
      (Array.isArray(values) ? values : [values]).map((value: HeaderValue) => [
        Buffer.from(name),
        Buffer.from(value as string),
      ]),
    ),
  );
