import { Logger } from '@nestjs/common';
import kafkajs, { type Kafka, type Message, type Producer, type RecordMetadata } from 'kafkajs';
import { ClientState } from './client-state.js';
import { within } from './deadline.js';
import { type KafkaAddress, topicNames } from './kafka-address.js';
import { kafkaClient } from './kafkajs-client.js';
import { sending } from './record-spans.js';
import { IntegrationEventPublisher, type Delivery, type OutgoingRecord } from './publisher.js';

/** One request stays well below the broker's 1 MiB for a batch, unless a single record is larger. */
const REQUEST_BYTES = 512 * 1024;
const REQUEST_RECORDS = 500;
/** Both together stay below the 10 s after which PostgreSQL ends a transaction that waits for us. */
const CONNECT_MS = 3_000;
const SEND_MS = 6_000;

/** MESSAGE_TOO_LARGE, RECORD_LIST_TOO_LARGE, INVALID_TIMESTAMP, INVALID_RECORD: it is the record's own fault. */
const RECORDS_FAULT = new Set([10, 18, 32, 87]);

/**
 * The idempotent kafkajs producer, with what it takes to trust it: one send in flight (with two, a lost reply makes
 * it acknowledge a record that was never written), a deadline around every send, and an instance that has failed
 * once is never used again (its sequence numbers can no longer be relied on, and a failed connect() leaves it
 * sending without idempotence).
 */
export class KafkajsPublisher extends IntegrationEventPublisher {
  private readonly logger = new Logger(KafkajsPublisher.name);
  private readonly kafka: Kafka;
  private readonly partitionOf = new WeakMap<Message, number>();
  private producer: Producer | undefined;
  private line: Promise<unknown> = Promise.resolve();

  private readonly outside: (topic: string) => string;

  constructor(
    address: KafkaAddress,
    private readonly state = new ClientState('producer'),
  ) {
    super();
    this.kafka = kafkaClient(address);
    this.outside = topicNames(address).outside;
  }

  publish(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    const ended = sending(records, this.outside);
    const run = this.line.then(() => this.publishInOrder(records));
    this.line = run.then(ended, () => undefined);
    return run;
  }

  async close(): Promise<void> {
    await this.line;
    await this.discard();
  }

  private async publishInOrder(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
    const deliveries = new Array<Delivery>(records.length);
    const requests = inRequests(records);
    /** Why the rest is not even tried; by lane, or under '' for all. */
    const closed = new Map<string, string>();
    for (let request = requests.shift(); request; request = requests.shift()) {
      const wanted = request.filter((index) => {
        const reason = closed.get('') ?? closed.get(laneOf(records[index]!, index));
        if (reason) deliveries[index] = { kind: 'held', reason };
        return !reason;
      });
      if (wanted.length === 0) continue;
      const sent = await this.send(wanted.map((index) => records[index]!)).catch(asError);
      if (Array.isArray(sent)) {
        this.state.is('running');
        wanted.forEach((index, i) => (deliveries[index] = sent[i]!));
        continue;
      }
      await this.discard();
      const reason = reasonOf(sent);
      if (!isRecordsFault(sent)) {
        this.state.failed(reason);
        this.logger.warn(`Kafka is not to be reached: ${reason}`);
        closed.set('', reason);
        requests.unshift(wanted);
      } else if (wanted.length > 1) {
        const half = Math.ceil(wanted.length / 2);
        requests.unshift(wanted.slice(0, half), wanted.slice(half));
      } else {
        const index = wanted[0]!;
        deliveries[index] = { kind: 'refused', reason };
        closed.set(laneOf(records[index]!, index), 'an earlier record of the key was refused');
      }
    }
    return deliveries;
  }

  private async send(records: readonly OutgoingRecord[]): Promise<Delivery[]> {
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

  private async discard(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    if (producer) await within(1_000, 'disconnecting', producer.disconnect()).catch(() => undefined);
  }
}

/** Indexes of the records, in requests of bounded size. */
function inRequests(records: readonly OutgoingRecord[]): number[][] {
  const requests: number[][] = [];
  let bytes = Infinity;
  records.forEach((record, index) => {
    const size = sizeOf(record);
    if (bytes + size > REQUEST_BYTES || requests.at(-1)!.length === REQUEST_RECORDS) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)!.push(index);
    bytes += size;
  });
  return requests;
}

const sizeOf = ({ value, headers }: OutgoingRecord): number =>
  (value?.length ?? 0) + Object.values(headers).reduce((sum, header) => sum + header.length + 32, 64);

/** Records of one lane must stand in order; a record without a key is a lane of its own. */
const laneOf = ({ topic, key }: OutgoingRecord, index: number): string =>
  `${topic}/${key === null ? `#${index}` : Buffer.from(key as string).toString('base64')}`;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** The library may fail to write it down, too. */
const isRecordsFault = (error: Error): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  ('code' in error && RECORDS_FAULT.has(Number(error.code)));

const reasonOf = (error: Error): string =>
  'type' in error && error.type ? `${String(error.type)}: ${error.message}` : error.message;
