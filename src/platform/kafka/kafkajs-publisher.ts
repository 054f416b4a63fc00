import kafkajs, { type Kafka, type Message, type Producer, type RecordMetadata } from 'kafkajs';
import type { ClientState } from './client-state.js';
import { within } from './deadline.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import { kafkaClient } from './kafkajs-client.js';
import { CODES_OF_RECORDS, OrderedPublisher, RecordsFault, type BareProducer } from './ordered-publisher.js';
import type { Delivery, OutgoingRecord } from './publisher.js';

/** Both together stay below the 10 s after which PostgreSQL ends a transaction that waits for us. */
const CONNECT_MS = 3_000;
const SEND_MS = 6_000;

export class KafkajsPublisher extends OrderedPublisher {
  constructor(address: KafkaAddress, state?: ClientState) {
    super(new KafkajsProducer(address), topicNames(address).outside, state);
  }
}

/** With a deadline around every send; a failed connect() would leave the library's producer sending without idempotence. */
class KafkajsProducer implements BareProducer {
  private readonly kafka: Kafka;
  private readonly partitionOf = new WeakMap<Message, number>();
  private producer: Producer | undefined;
  private readonly outside: (topic: string) => string;

  constructor(address: KafkaAddress) {
    this.kafka = kafkaClient(address);
    this.outside = topicNames(address).outside;
  }

  async send(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    return this.sendOnce(records).catch((error: Error) => {
      throw new (isRecordsFault(error) ? RecordsFault : Error)(reasonOf(error), { cause: error });
    });
  }

  private async sendOnce(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    const producer = await this.connected();
    const messages = records.map(({ key, value, headers }): Message => ({
      key,
      value,
      headers: { ...headers },
    }));
    const byTopic = new Map<string, Message[]>();
    messages.forEach((message, i) => {
      const topic = this.outside(records[i]!.topic);
      byTopic.set(topic, byTopic.get(topic) ?? []);
      byTopic.get(topic)!.push(message);
    });
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    const answer = producer.sendBatch({ topicMessages, acks: -1, timeout: 4_000 });
    const written = await within(SEND_MS, 'a send to Kafka', answer);
    return this.deliveries(records, messages, written);
  }

  private deliveries(
    records: readonly OutgoingRecord[],
    messages: readonly Message[],
    written: readonly RecordMetadata[],
  ): Delivery[] {
    const next = new Map(written.map((w) => [`${w.topicName}/${w.partition}`, BigInt(w.baseOffset ?? -1)]));
    return messages.map((message, i) => {
      const partition = this.partitionOf.get(message)!;
      const lane = `${this.outside(records[i]!.topic)}/${partition}`;
      const offset = next.get(lane);
      if (offset === undefined) throw new Error(`Kafka acknowledged nothing for ${lane}`);
      if (offset >= 0) next.set(lane, offset + 1n);
      return { kind: 'sent', partition, offset: String(offset) };
    });
  }

  private async connected(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // Few: an idempotent producer would otherwise repeat for ever, and the caller has patience of its own.
      retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
      createPartitioner: () => this.partitioner(),
    });
    this.producer = producer;
    await within(CONNECT_MS, 'connecting to Kafka', producer.connect());
    return producer;
  }

  /** murmur2, as in the Java client; it also notes where each message went. */
  private partitioner(): ReturnType<kafkajs.ICustomPartitioner> {
    const choose = kafkajs.Partitioners.DefaultPartitioner();
    return (args) => {
      const partition = choose(args);
      this.partitionOf.set(args.message, partition);
      return partition;
    };
  }

  async discard(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    if (producer) await within(1_000, 'disconnecting', producer.disconnect()).catch(() => undefined);
  }
}

/** The library may fail to write it down, too. */
const isRecordsFault = (error: Error): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  ('code' in error && CODES_OF_RECORDS.has(Number(error.code)));

const reasonOf = (error: Error): string =>
  'type' in error && error.type ? `${String(error.type)}: ${error.message}` : error.message;
