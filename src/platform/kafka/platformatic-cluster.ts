import { Admin, ConfigResourceTypes } from '@platformatic/kafka';
import type { KafkaAddress } from './kafka-address.js';
import type { Cluster, FoundTopic, NewTopic } from './kafka-client.js';
import { untilLed } from './new-topics.js';
import { codesOf, optionsOf, reasonOf } from './platformatic-client.js';

const TOPIC_ALREADY_EXISTS = 36;
const [EARLIEST, LATEST] = [-2n, -1n];

/** Runs something with a connection of its own. @throws Error with what the broker said */
export async function withAdmin<Result>(
  address: KafkaAddress,
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const admin = new Admin(optionsOf(address));
  try {
    return await work(clusterOf(admin));
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  } finally {
    await admin.close().catch(() => undefined);
  }
}

const clusterOf = (admin: Admin): Cluster => ({
  brokerCount: async () => (await admin.metadata({ topics: [], forceUpdate: true })).brokers.size,
  topics: (names) => foundTopics(admin, names),
  create: (topics) => create(admin, topics),
  committed: async (group, topics) => {
    const groups = [{ groupId: group, topics: await partitionsOf(admin, topics) }];
    const [found] = await admin.listConsumerGroupOffsets({ groups });
    return found!.topics.flatMap(({ name, partitions }) =>
      partitions.map(({ partitionIndex, committedOffset }) => ({
        topic: name,
        partition: partitionIndex,
        offset: String(committedOffset),
      })),
    );
  },
  ends: async (topic) => {
    const [lows, highs] = await Promise.all([EARLIEST, LATEST].map((at) => offsetsAt(admin, topic, at)));
    return [...lows!].map(([partition, low]) => ({ topic, partition, low, high: highs!.get(partition)! }));
  },
});

async function partitionsOf(admin: Admin, topics: readonly string[]) {
  const metadata = await admin.metadata({ topics: [...topics] });
  return topics.map((name) => ({
    name,
    partitionIndexes: metadata.topics.get(name)!.partitions.map((_, partition) => partition),
  }));
}

async function offsetsAt(admin: Admin, topic: string, timestamp: bigint): Promise<Map<number, string>> {
  const topics = (await partitionsOf(admin, [topic])).map(({ name, partitionIndexes }) => ({
    name,
    partitions: partitionIndexes.map((partitionIndex) => ({ partitionIndex, timestamp })),
  }));
  const [found] = await admin.listOffsets({ topics });
  return new Map(found!.partitions.map(({ partitionIndex, offset }) => [partitionIndex, String(offset)]));
}

async function foundTopics(admin: Admin, names: readonly string[]): Promise<FoundTopic[]> {
  const existing = new Set(await admin.listTopics());
  const topics = names.filter((name) => existing.has(name));
  if (topics.length === 0) return [];
  const metadata = await admin.metadata({ topics, forceUpdate: true });
  const resources = topics.map((resourceName) => ({
    resourceType: ConfigResourceTypes.TOPIC,
    resourceName,
    configurationKeys: [],
  }));
  const described = await admin.describeConfigs({ resources }).catch(() => []);
  const settings = new Map(
    described.map(({ resourceName, configs }) => [
      resourceName,
      Object.fromEntries(configs.map(({ name, value }) => [name, value ?? null])),
    ]),
  );
  return topics.map((topic) => {
    const { partitions } = metadata.topics.get(topic)!;
    return {
      topic,
      partitions: partitions.length,
      replicas: partitions[0]?.replicas.length ?? 0,
      settings: settings.get(topic),
    };
  });
}

async function create(admin: Admin, topics: readonly NewTopic[]): Promise<void> {
  if (topics.length === 0) return;
  await Promise.all(topics.map((topic) => createOne(admin, topic)));
  await untilLed(
    topics.map(({ topic }) => topic),
    async (names) => {
      const { topics: found } = await admin.metadata({ topics: [...names], forceUpdate: true });
      return names.flatMap((name) => found.get(name)!.partitions.map(({ leader }) => leader));
    },
    (topic) => offsetsAt(admin, topic, LATEST),
  );
}

async function createOne(admin: Admin, { topic, partitions, replicas, settings }: NewTopic): Promise<void> {
  const configs = Object.entries(settings).map(([name, value]) => ({ name, value }));
  try {
    await admin.createTopics({ topics: [topic], partitions, replicas, configs });
  } catch (error) {
    if (!codesOf(error).includes(TOPIC_ALREADY_EXISTS)) throw error;
  }
}
