import { afterAll, beforeAll } from '@jest/globals';
import { Logger } from '@nestjs/common';
import kafkajs, { type Admin } from 'kafkajs';
import { startBroker, type Broker } from '../../scripts/kafka-broker.mjs';
import { newId } from '../../src/platform/core/ids.js';
import type { KafkaClient } from '../../src/platform/kafka/kafka-client.js';
import { chosenClient } from '../../src/platform/kafka/chosen-client.js';
import { kafkaClient } from '../../src/platform/kafka/kafkajs-client.js';
import { create } from '../../src/platform/kafka/kafkajs-cluster.js';

// Brokers are killed and records spoilt on purpose here; the suites look at what came of it.
Logger.overrideLogger(false);

/** The versions the run was asked to prove; `scripts/kafka-tests.mjs` starts one broker for each. */
export const versions = (process.env['WAYBILL_TEST_KAFKA_VERSIONS'] ?? '4.2.0').split(',');

export interface TestKafka {
  readonly brokers: string;
  readonly address: { readonly brokers: string[]; readonly clientId: string };
  readonly admin: Admin;
  readonly client: KafkaClient;
  /** A new topic of this name plus something unique. */
  topic(name: string, partitions?: number): Promise<string>;
  group(name: string): string;
  /** Everything in the topics, oldest first within a partition. */
  records(topics: readonly string[]): Promise<ReadRecord[]>;
  /** Ends a broker of the file's own: for the last hook of the file, so that it costs the files that follow nothing. */
  end(): Promise<void>;
}

export interface ReadRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, string>;
}

/**
 * The run's broker of this version, or one of this file's own when Jest was started by hand.
 *
 * @param own a broker for this file alone, for the whole application: its topics and its group have fixed names
 */
export function useKafka(version = versions[0]!, { own = false } = {}): TestKafka {
  let kafka: TestKafka | undefined;
  let broker: Broker | undefined;
  beforeAll(async () => {
    const given = own ? undefined : process.env[`WAYBILL_TEST_KAFKA_${version.replaceAll('.', '_')}`];
    if (!given) broker = await startBroker({ version });
    kafka = { ...(await connectTo(given ?? broker!.brokers)), end: async () => broker?.stop() };
  });
  afterAll(async () => {
    await kafka?.admin.disconnect();
  });
  return new Proxy({} as TestKafka, { get: (_, name) => Reflect.get(kafka!, name) as unknown });
}

export async function connectTo(brokers: string): Promise<TestKafka> {
  const address = { brokers: [brokers], clientId: 'test' };
  const admin = kafkaClient(address).admin();
  await admin.connect();
  return {
    brokers,
    address,
    admin,
    client: await chosenClient({ ...address, client: chosen() }),
    topic: async (name, numPartitions = 3) => {
      const topic = `${name}-${newId()}`;
      await create(admin, [{ topic, numPartitions, replicationFactor: 1 }]);
      return topic;
    },
    group: (name) => `${name}-${newId()}`,
    records: (topics) => readAll(brokers, admin, topics),
    end: () => Promise.resolve(),
  };
}

/** `KAFKA_CLIENT=platformatic node scripts/kafka-tests.mjs` runs everything over the other one. */
const chosen = () => (process.env['KAFKA_CLIENT'] === 'platformatic' ? 'platformatic' : 'kafkajs');

async function readAll(brokers: string, admin: Admin, topics: readonly string[]): Promise<ReadRecord[]> {
  const ends = await Promise.all(topics.map(async (topic) => ({ topic, ends: await endsOf(admin, topic) })));
  const open = new Set(
    ends.flatMap(({ topic, ends }) =>
      ends.filter(({ low, high }) => low !== high).map(({ partition }) => `${topic}/${partition}`),
    ),
  );
  if (open.size === 0) return [];
  const highs = new Map(
    ends.flatMap(({ topic, ends }) => ends.map((e) => [`${topic}/${e.partition}`, e.high])),
  );
  const found: ReadRecord[] = [];
  const consumer = new kafkajs.Kafka({ brokers: [brokers], logLevel: kafkajs.logLevel.NOTHING }).consumer({
    groupId: `reader-${newId()}`,
    maxWaitTimeInMs: 50,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`never reached the end of ${[...open].join(' ')}`)),
      20_000,
    );
    void consumer.run({
      autoCommit: false,
      eachBatch: ({ batch }) => {
        const lane = `${batch.topic}/${batch.partition}`;
        for (const message of batch.messages) {
          found.push({
            topic: batch.topic,
            partition: batch.partition,
            offset: message.offset,
            key: message.key?.toString() ?? null,
            value: message.value,
            headers: Object.fromEntries(
              Object.entries(message.headers ?? {}).map(([k, v]) => [k, String(v)]),
            ),
          });
        }
        if (BigInt(batch.lastOffset()) + 1n >= BigInt(highs.get(lane)!)) open.delete(lane);
        if (open.size === 0) resolve(clearTimeout(late));
        return Promise.resolve();
      },
    });
  });
  await consumer.disconnect();
  return found;
}

/** A topic that was made a moment ago may not have a leader yet. */
async function endsOf(admin: Admin, topic: string): ReturnType<Admin['fetchTopicOffsets']> {
  for (let tries = 1; ; tries++) {
    try {
      return await admin.fetchTopicOffsets(topic);
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
