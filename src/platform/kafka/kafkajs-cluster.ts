import kafkajs, { type Admin, type ITopicConfig } from 'kafkajs';
import type { Position } from './inbound-source.js';
import type { KafkaAddress } from './kafka-address.js';
import type { Cluster, FoundTopic } from './kafka-client.js';
import { kafkaClient } from './kafkajs-client.js';
import { untilLed } from './new-topics.js';

/** Runs something with a connection of its own. */
export async function withAdmin<Result>(
  address: KafkaAddress,
  work: (admin: Admin) => Promise<Result>,
): Promise<Result> {
  const admin = kafkaClient(address).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

/** @returns where the group would go on, names as in the cluster; -1 where it has no memory */
export async function committedOffsets(
  address: KafkaAddress,
  group: string,
  partitions: Readonly<Record<string, readonly number[]>>,
): Promise<Position[]> {
  const topics = Object.keys(partitions);
  if (topics.length === 0) return [];
  const fetched = await withAdmin(address, (admin) => admin.fetchOffsets({ groupId: group, topics }));
  return fetched.flatMap(({ topic, partitions: offsets }) =>
    offsets
      .filter(({ partition }) => partitions[topic]!.includes(partition))
      .map(({ partition, offset }) => ({ topic, partition, offset })),
  );
}

/** What is asked of a cluster, by way of kafkajs. */
export const clusterOf = (admin: Admin): Cluster => ({
  brokerCount: async () => (await admin.describeCluster()).brokers.length,
  topics: (names) => foundTopics(admin, names),
  create: (topics) =>
    create(
      admin,
      topics.map(({ topic, partitions, replicas, settings }) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
      })),
    ),
  committed: async (group, topics) => {
    const fetched = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
    return fetched.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, offset }) => ({ topic, partition, offset })),
    );
  },
  ends: async (topic) =>
    (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
      topic,
      partition,
      low,
      high,
    })),
});

async function foundTopics(admin: Admin, names: readonly string[]): Promise<FoundTopic[]> {
  const existing = new Set(await admin.listTopics());
  const topics = names.filter((name) => existing.has(name));
  if (topics.length === 0) return [];
  const found = await admin.fetchTopicMetadata({ topics });
  const described = await admin
    .describeConfigs({
      includeSynonyms: false,
      resources: topics.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
    })
    .catch(() => undefined);
  const settings = new Map(
    described?.resources.map(({ resourceName, configEntries }) => [
      resourceName,
      Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
  return found.topics.map(({ name, partitions }) => ({
    topic: name,
    partitions: partitions.length,
    replicas: partitions[0]?.replicas.length ?? 0,
    settings: settings.get(name),
  }));
}

/** Creates topics. The client's own waiting gives up when the broker that is asked has not yet heard of a topic. */
export async function create(admin: Admin, topics: readonly ITopicConfig[]): Promise<void> {
  if (topics.length === 0) return;
  await admin.createTopics({ topics: [...topics], waitForLeaders: false });
  await untilLed(
    topics.map(({ topic }) => topic),
    async (names) => {
      const { topics: found } = await admin.fetchTopicMetadata({ topics: [...names] });
      return found.flatMap(({ partitions }) => partitions.map(({ leader }) => leader));
    },
    (topic) => admin.fetchTopicOffsets(topic),
  );
}
